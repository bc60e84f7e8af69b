using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Storage;

namespace BriPipeline.Storm;

/// <summary>What happens to a host of a <see cref="CrashStorm"/>.</summary>
internal enum Crash
{
    /// <summary>It and its emulator are killed.</summary>
    Kill,

    /// <summary>Also, the emulator's files are put back to what they were some rounds ago, as if nothing had been synced since; the
    /// spool stays.</summary>
    Power,

    /// <summary>Before they are killed the disk is full for a while. The root has to be a disk of its own, which is small.</summary>
    Disk,
}

/// <summary>Kills a local host together with its emulator soon after uploads were acknowledged, and starts it again, over and over
/// in one data folder. Every upload must be in the ledger and in the archive, in order, and be stored in the end.</summary>
internal sealed class CrashStorm(string root, int seed, Crash crash)
{
    /// <summary>Megabytes: of the small disk, and left free where it is nearly full.</summary>
    public const int DiskSize = 400;

    private const int NearlyFull = 60;
    private const int Paths = 3;

    /// <summary>Profiles are in no spool: the emulator writes them within so long.</summary>
    private static readonly TimeSpan Written = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan EntryLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(180);
    private static readonly (string Name, string Reporter)[] Offices =
    [
        ("crash-kz", "KAZ"),
        ("crash-uz", "UZB"),
        ("crash-kg", "KGZ"),
    ];

    private readonly Random random = new(seed);
    private readonly string folder = Path.Combine(root, "data");
    private readonly Snapshots snapshots = new(root, Path.Combine(root, "data"), new Random(seed));
    private readonly List<(string Source, string Path, string Sha256, int Value)> acknowledged = [];

    public static async Task<int> RunAsync(int kills, int seed, Crash crash)
    {
        var root = Directory.CreateTempSubdirectory("bri-crash-").FullName;
        var disk = crash == Crash.Disk ? SmallDisk.Mount(root, DiskSize) : null;
        try
        {
            var clock = Stopwatch.StartNew();
            var storm = new CrashStorm(root, seed, crash);
            var failure = await storm.RunAsync(kills);
            await Console.Out.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"seed {seed}: {kills} times {crash}, {storm.acknowledged.Count} acknowledged uploads, {failure ?? "nothing lost"} ({clock.Elapsed.TotalMinutes:F1} min)"
                )
            );
            return failure is null ? 0 : 1;
        }
        finally
        {
            disk?.Dispose();
            Directory.Delete(root, recursive: true);
        }
    }

    /// <returns>What was lost; null for nothing.</returns>
    public async Task<string?> RunAsync(int kills)
    {
        using (var first = await ServeProcess.StartAsync(folder))
        {
            await PutProfilesAsync(first);
            await Task.Delay(Written);
            await first.KillAsync(emulatorFirst: false);
        }

        for (var kill = 1; kill <= kills; kill++)
        {
            using var host = await ServeProcess.StartAsync(folder);
            if (await WaitAsync(host, EntryLimit, EntryFault) is { } failure)
            {
                await host.KillAsync(emulatorFirst: false);
                return $"before kill {kill}: {failure}";
            }

            if (crash == Crash.Power)
            {
                snapshots.Take(kill);
            }

            for (var uploads = random.Next(1, 5); uploads > 0; uploads--)
            {
                await AcknowledgedAsync(host);
            }

            if (crash == Crash.Disk && await FullDiskFaultAsync(host) is { } taken)
            {
                return $"before kill {kill}: {taken}";
            }

            await Task.Delay(random.Next(random.Next(4) == 0 ? 7000 : 600));
            await host.KillAsync(random.Next(2) == 0);
            File.Delete(Filler);
            if (crash == Crash.Power)
            {
                snapshots.GoBack();
            }
        }

        using var last = await ServeProcess.StartAsync(folder);
        var fault = await WaitAsync(last, EntryLimit, EntryFault) ?? await WaitAsync(last, EndLimit, EndFault);
        fault ??= await StoredFaultAsync(new StoragePorts(AccountOf(last)));
        await last.KillAsync(emulatorFirst: false);
        return fault;
    }

    private static StorageAccount AccountOf(ServeProcess host) =>
        new(StorageSettings.OfConnectionString(host.Connection));

    private static async Task PutProfilesAsync(ServeProcess host)
    {
        var reference = new StoragePorts(AccountOf(host)).Reference;
        foreach (var (name, reporter) in Offices)
        {
            var profile = SourceProfile.Parse(
                $$$"""{ "name": "{{{name}}}", "reporter": "{{{reporter}}}", "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL" } }"""
            );
            await reference.PutProfileAsync(profile, default);
        }
    }

    private string Filler => Path.Combine(root, "filler");

    /// <summary>Uploads to a disk that is full, so that nothing may be acknowledged, and half the time makes room again.</summary>
    private async Task<string?> FullDiskFaultAsync(ServeProcess host)
    {
        var room = (random.Next(3) == 0 ? NearlyFull : 0) << 20;
        SmallDisk.Fill(Filler, room);
        for (var uploads = random.Next(1, 4); uploads > 0; uploads--)
        {
            if (await UploadAsync(host) is var status and not HttpStatusCode.InsufficientStorage)
            {
                return $"an upload to a full disk was answered {status}";
            }
        }

        await Task.Delay(random.Next(7000));
        if (random.Next(2) == 0)
        {
            File.Delete(Filler);
        }

        return null;
    }

    private async Task AcknowledgedAsync(ServeProcess host)
    {
        if (await UploadAsync(host) is var status and not HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"The upload was answered {status}.");
        }
    }

    private async Task<HttpStatusCode> UploadAsync(ServeProcess host)
    {
        var (office, number, value) = (
            Offices[random.Next(Offices.Length)],
            random.Next(Paths),
            random.Next(1000, 2000)
        );
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Partner,Period,Exports\nChina,{2001 + number},{value}\n"
        );
        var path = string.Create(CultureInfo.InvariantCulture, $"year-{number}.csv");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        // Every file holds one figure, which its next version replaces.
        using var answer = await host.Client.PutAsync($"/api/v1/uploads/{office.Name}/{path}?replace=1", content);
        if (answer.StatusCode == HttpStatusCode.Accepted)
        {
            acknowledged.Add((office.Name, path, BlobHash(text), value));
        }

        return answer.StatusCode;
    }

    private static string BlobHash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<string?> WaitAsync(
        ServeProcess host,
        TimeSpan limit,
        Func<List<UploadRecord>, string?> check
    )
    {
        var ports = new StoragePorts(AccountOf(host));
        for (var clock = Stopwatch.StartNew(); ; )
        {
            var records = await ports.Ledger.ListAsync(null, default).ToListAsync();
            if (check(records) is not { } fault)
            {
                return null;
            }

            if (clock.Elapsed > limit)
            {
                return fault;
            }

            await Task.Delay(250);
        }
    }

    /// <summary>Every upload stands in the ledger, once and in the order in which it was acknowledged.</summary>
    private string? EntryFault(List<UploadRecord> records)
    {
        foreach (var (office, _) in Offices)
        {
            var sent = acknowledged.Where(upload => upload.Source == office).Select(upload => upload.Sha256).ToList();
            var entered = records
                .Where(record => record.Source == office && record.Receipt is not null)
                .OrderBy(record => record.Seen)
                .Select(record => record.Sha256)
                .ToList();
            if (!sent.SequenceEqual(entered, StringComparer.Ordinal))
            {
                return $"{office}: {sent.Count} uploads were acknowledged, and the ledger holds {entered.Count} of them in another order or number";
            }
        }

        return null;
    }

    private static string? EndFault(List<UploadRecord> records) =>
        records.Find(record => record.State is not (UploadState.Done or UploadState.Superseded)) is { } record
            ? $"{record.Source}/{record.Path} is {record.State}: {record.Cause}"
            : null;

    /// <summary>Each version is archived, each figure is that of the newest, and the tables are what the manifests say.</summary>
    private async Task<string?> StoredFaultAsync(StoragePorts ports)
    {
        foreach (var upload in acknowledged)
        {
            await using var archived = await ports.Import.Archive.FindAsync(upload.Sha256, default);
            if (archived is null)
            {
                return $"archive/{upload.Sha256} is gone";
            }
        }

        foreach (var (office, _) in Offices)
        {
            var expected = acknowledged
                .Where(upload => upload.Source == office)
                .GroupBy(upload => upload.Path, StringComparer.Ordinal)
                .Select(path => path.Last().Value * 1000m)
                .Order();
            var stored = await ports
                .Trade.QueryAsync(new TradeQuery { Source = office }, default)
                .Select(row => row.Value)
                .Order()
                .ToListAsync();
            if (!expected.SequenceEqual(stored))
            {
                return $"{office} holds {string.Join(", ", stored)}, not {string.Join(", ", expected)}";
            }
        }

        var faults = await new Verification(ports.Import, TimeProvider.System).VerifyAsync(false, default);
        return faults.Count > 0 ? faults[0] : null;
    }
}
