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

/// <summary>Kills a local host together with its emulator soon after uploads were acknowledged, and starts it again, over and over
/// in one data folder. Every upload must be in the ledger and in the archive, in order, and be stored in the end.</summary>
/// <param name="isPowerCut">Also puts the emulator's files back to what they were some rounds ago, as if nothing had been synced
/// since; the spool stays.</param>
internal sealed class CrashStorm(string root, int seed, bool isPowerCut)
{
    private const int MaxSnapshots = 3;
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
    private readonly List<(string Source, string Path, string Sha256, int Value)> acknowledged = [];

    public static async Task<int> RunAsync(int kills, int seed, bool isPowerCut)
    {
        var root = Directory.CreateTempSubdirectory("bri-crash-").FullName;
        try
        {
            var clock = Stopwatch.StartNew();
            var storm = new CrashStorm(root, seed, isPowerCut);
            var failure = await storm.RunAsync(kills);
            await Console.Out.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"seed {seed}: {kills} {(isPowerCut ? "power cuts" : "kills")}, {storm.acknowledged.Count} acknowledged uploads, {failure ?? "nothing lost"} ({clock.Elapsed.TotalMinutes:F1} min)"
                )
            );
            return failure is null ? 0 : 1;
        }
        finally
        {
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

            if (isPowerCut)
            {
                Snapshot(kill);
            }

            for (var uploads = random.Next(1, 5); uploads > 0; uploads--)
            {
                await UploadAsync(host);
            }

            await Task.Delay(random.Next(random.Next(4) == 0 ? 7000 : 600));
            await host.KillAsync(random.Next(2) == 0);
            if (isPowerCut)
            {
                GoBack();
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

    private async Task UploadAsync(ServeProcess host)
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
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"The upload was answered {answer.StatusCode}.");
        }

        acknowledged.Add((office.Name, path, BlobHash(text), value));
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

    /// <summary>As a disk would have it: what names other things is copied before what it names.</summary>
    private void Snapshot(int kill)
    {
        var to = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"snapshot-{kill:D6}"));
        Directory.CreateDirectory(to);
        var databases = new[] { "table", "queue", "blob", "queue_extent", "blob_extent" };
        foreach (var name in databases.Select(one => $"__azurite_db_{one}__.json"))
        {
            if (File.Exists(Path.Combine(folder, name)))
            {
                File.Copy(Path.Combine(folder, name), Path.Combine(to, name));
            }
        }

        foreach (var storage in Directory.EnumerateDirectories(folder, "__*storage__"))
        {
            var copy = Directory.CreateDirectory(Path.Combine(to, Path.GetFileName(storage))).FullName;
            foreach (var file in Directory.EnumerateFiles(storage))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }
        }

        foreach (var old in Snapshots().SkipLast(MaxSnapshots))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private List<string> Snapshots() =>
        [.. Directory.EnumerateDirectories(root, "snapshot-*").Order(StringComparer.Ordinal)];

    private void GoBack()
    {
        var snapshots = Snapshots();
        var from = snapshots[random.Next(snapshots.Count)];
        foreach (var file in Directory.EnumerateFiles(folder, "__azurite_db_*"))
        {
            File.Delete(file);
        }

        foreach (var storage in Directory.EnumerateDirectories(folder, "__*storage__"))
        {
            Directory.Delete(storage, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        // What came after it was never written.
        foreach (var later in snapshots.SkipWhile(one => one != from).Skip(1))
        {
            Directory.Delete(later, recursive: true);
        }
    }
}
