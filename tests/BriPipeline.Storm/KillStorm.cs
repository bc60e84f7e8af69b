using System.Diagnostics;
using BriPipeline.Local;
using BriPipeline.Storage;

namespace BriPipeline.Storm;

/// <summary>Imports a script of uploads with workers that end at random points, up to four times an upload, and
/// compares what is stored in the end with a run that nobody disturbed.</summary>
internal sealed class KillStorm(StorageAccount account, WorkerEnd end)
{
    /// <summary>The fifth kill would be the fifth failure.</summary>
    private const int MaxKillsAnUpload = 4;

    private static readonly (string Path, string Text)[] Script =
    [
        ("a.txt", Months("2023-08-01", 40, 1)),
        ("b.txt", Months("2023-09-01", 25, 2) + "\nremark late"),
        ("a.txt", Months("2023-10-01", 40, 3)),
        ("held.txt", "held\nCHN X 2023-01 5"),
        ("c.txt", "edition 2022-01-01\n" + Months("2022-01-01", 60, 1)),
        ("a.txt", Months("2023-11-01", 20, 4) + "\nsuppressed RUS M 2001-05\nmissing CHN X 2001-06"),
        ("rejected.txt", "rejected"),
        ("b.txt", Months("2023-09-01", 25, 2) + "\nremark late"),
        ("a.txt", Months("2023-08-01", 40, 1)),
    ];

    /// <param name="endOf">How workers of the emulator with a connection string end.</param>
    public static async Task<int> RunAsync(int kills, int seed, Func<string, WorkerEnd> endOf)
    {
        var folder = Directory.CreateTempSubdirectory("bri-storm-").FullName;
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(folder, inMemory: true, _ => { }, default);
            var account = new StorageAccount(StorageSettings.OfConnectionString(azurite.ConnectionString));
            return await RunAsync(new KillStorm(account, endOf(azurite.ConnectionString)), kills, seed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(KillStorm storm, int kills, int seed)
    {
        var clock = Stopwatch.StartNew();
        var (total, failures) = (0, 0);
        for (var round = 0; total < kills; round++)
        {
            var (killed, difference) = await storm.RoundAsync(seed + round, kills - total);
            total += killed;
            failures += difference is null ? 0 : 1;
            await Console.Out.WriteLineAsync(
                FormattableString.Invariant(
                    $"seed {seed + round}: {killed} ends, {difference ?? "the same bytes"} ({total} of {kills}, {clock.Elapsed.TotalMinutes:F1} min)"
                )
            );
        }

        return failures == 0 ? 0 : 1;
    }

    /// <summary>One run of the script.</summary>
    /// <returns>How many workers ended before they were done, and where the outcome differs from an undisturbed run; null where it does not.</returns>
    public async Task<(int Kills, string? Difference)> RoundAsync(int seed, int mostKills)
    {
        var random = new Random(seed);
        var undisturbed = await Office.OpenAsync(account);
        var office = await Office.OpenAsync(account);
        using var ending = new CancellationTokenSource();
        var watched = new FeedWatch(office).RunAsync(ending.Token);
        var kills = 0;
        foreach (var (path, text) in Script)
        {
            await undisturbed.ImportAsync(path, text);
            office.Clock.Now = office.Clock.Now.AddMinutes(1);
            await office.PutAsync(path, text);
            for (var left = random.Next(MaxKillsAnUpload + 1); left > 0 && kills < mostKills; left--)
            {
                kills += await end(office, path, random) ? 1 : 0;
                await office.BreakLeaseAsync();
            }

            if (await FinishAsync(office, path) is { } failure)
            {
                return (kills, failure);
            }
        }

        await ending.CancelAsync();
        return (kills, await watched ?? await DifferenceAsync(undisturbed, office));
    }

    /// <summary>Ends the import; a lease that a victim asked for at the last moment may have to be broken first.</summary>
    /// <returns>Why the import has no end; null where it has.</returns>
    private static async Task<string?> FinishAsync(Office office, string path)
    {
        for (var i = 0; i < 3; i++)
        {
            await office.Import().NotifyAsync(office.Source, path, default);
            if (!(await office.NewestAsync(path)).IsOpen)
            {
                return null;
            }

            await office.BreakLeaseAsync();
        }

        return $"the upload {path} has no end";
    }

    private static async Task<string?> DifferenceAsync(Office undisturbed, Office office)
    {
        var (expected, actual) = (await OutcomeAsync(undisturbed), await OutcomeAsync(office));
        foreach (var ((what, right), (_, found)) in expected.Zip(actual))
        {
            if (right != found)
            {
                var lines = right.Split('\n').Zip(found.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
                return $"{what}: undisturbed '{lines.First}', killed '{lines.Second}'";
            }
        }

        return (await office.Verification.VerifyAsync(false, default)).FirstOrDefault(office.IsOwn);
    }

    /// <summary>All that must not differ, each with neutral names.</summary>
    private static async Task<List<(string What, string Text)>> OutcomeAsync(Office office) =>
        [
            ("the tables", await office.DumpAsync()),
            ("the fences", await office.FencesAsync()),
            ("the ledger", await office.LedgerTextAsync()),
            ("the feed", await office.FeedTextAsync()),
            ("plans", await office.BlobsAsync("plans", office.Source + "/")),
            ("reports", await office.BlobsAsync("reports", office.Source + "/")),
            ("the poison queue", string.Join('\n', await office.PoisonAsync())),
        ];

    /// <summary>So many months of three partners' trade; <paramref name="edition"/> of the figures changes some of them.</summary>
    private static string Months(string day, int months, int edition) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, months)
                .SelectMany(month =>
                    new[] { "CHN X", "CHN M", "RUS M" }.Select(
                        (series, i) =>
                            FormattableString.Invariant(
                                $"{series} {2001 + (month / 12)}-{(month % 12) + 1:00} {100 + (month * 3) + i + (month % 7 < edition ? edition : 0)}"
                            )
                    )
                )
                .Where((_, line) => line % 17 != edition)
                .Prepend($"edition {day}")
        );
}
