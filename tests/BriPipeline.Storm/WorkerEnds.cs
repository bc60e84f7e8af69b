using BriPipeline.Storage;

namespace BriPipeline.Storm;

/// <summary>Lets a worker import a path, and ends it at a random point.</summary>
/// <returns>False if it was done before.</returns>
internal delegate Task<bool> WorkerEnd(Office office, string path, Random random);

/// <summary>The ways in which workers of a <see cref="KillStorm"/> end. What a worker leaves is what its requests did, so that both say
/// the same of storage; only a killed process says it of the process too, and only the other can be had by the thousand.</summary>
internal static class WorkerEnds
{
    /// <summary>A process of its own, killed (SIGKILL) after a random time.</summary>
    public static WorkerEnd Killed(string connection)
    {
        var longest = TimeSpan.FromSeconds(1);
        return async (office, path, random) =>
        {
            using var victim = HostProcess.Start(connection, office, path);
            await victim.WaitForAsync(ImportHost.Ready);
            var isKilled = await victim.KillAfterAsync(longest * random.NextDouble());

            // Machines differ: the longest wait settles where most workers are still alive.
            longest *= isKilled ? 1.1 : 0.7;
            return isKilled;
        };
    }

    /// <summary>A worker in this process, none of whose requests passes from a random one on; that one may still take effect.</summary>
    public static WorkerEnd CutOff(string connection)
    {
        var most = 100.0;
        return async (office, path, random) =>
        {
            using var line = new FaultyLine
            {
                DiesAt = random.Next(1, (int)most + 1),
                LastRequestArrives = random.Next(2) == 0,
            };
            var account = new StorageAccount(
                StorageSettings.OfConnectionString(connection),
                options =>
                {
                    options.Transport = line.Transport;
                    options.Retry.MaxRetries = 0;
                }
            );
            try
            {
                await office.Import(account).NotifyAsync(office.Source, path, default);
            }
            catch (Exception) when (line.Requests >= line.DiesAt)
            {
                // Whatever a cut line makes of it: nobody listens to a dead worker.
            }

            var isCut = line.Requests >= line.DiesAt;
            most = Math.Max(1, most * (isCut ? 1.1 : 0.7));
            return isCut;
        };
    }
}
