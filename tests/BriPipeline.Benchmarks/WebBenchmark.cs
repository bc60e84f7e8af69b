using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using BriPipeline.Core.Trade;
using BriPipeline.Local;
using BriPipeline.Storage;

namespace BriPipeline.Benchmarks;

/// <summary>What the page of figures costs beyond its range query, and how much memory the host takes to stream all rows as CSV:
/// <c>bri serve</c> in a process of its own, over Azurite in memory.</summary>
internal static class WebBenchmark
{
    private const string Source = "bench";
    private const int Partners = 250;
    private const int Rounds = 40;
    private const string Pair = "KAZ-CHN";

    public static async Task RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("bri-bench-").FullName;
        await using var azurite = await AzuriteProcess.StartAsync(folder, inMemory: true, _ => { }, default);
        var account = new StorageAccount(StorageSettings.OfConnectionString(azurite.ConnectionString));
        var store = new VintageStore(account);
        await store.RepairAsync(Source, 1, new([.. Rows(rows)], [], [], [], [], []), default);

        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "bri.dll"), "serve", "--port", "0"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["Data"] = azurite.ConnectionString;
        using var host = Process.Start(start)!;
        try
        {
            var line = "";
            while (!line.StartsWith("Ready: ", StringComparison.Ordinal))
            {
                line =
                    await host.StandardOutput.ReadLineAsync()
                    ?? throw new InvalidOperationException("The host ended before it was ready.");
            }

            using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ')[1]) };
            var table = new TableClient(azurite.ConnectionString, "Trade");
            // The page shows 200 rows, so it asks for one more; storage answers with pages of up to a thousand.
            Func<Task> query = async () =>
                _ = await table.QueryAsync<TableEntity>($"PartitionKey eq '{Pair}'").Take(201).ToListAsync();
            Func<Task> page = async () => _ = await client.GetByteArrayAsync("/data?reporter=KAZ&partner=CHN");
            var (queryTime, _) = await MedianAsync(query, host);
            var (pageTime, processor) = await MedianAsync(page, host);
            Print(
                $"page of figures over {rows:N0} rows: {pageTime:F1} ms, of which the range query {queryTime:F1} ms; {processor:F1} ms of the host's processor (bar: the query and 50 ms)"
            );

            host.Refresh();
            var before = host.PeakWorkingSet64 >> 20;
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetStreamAsync(
                new Uri("/api/v1/observations?format=csv&limit=100000", UriKind.Relative)
            );
            using var reader = new StreamReader(answer);
            var (lines, last) = (0, "");
            while (await reader.ReadLineAsync() is { } read)
            {
                (lines, last) = (lines + 1, read);
            }

            host.Refresh();
            Print(
                $"{lines:N0} lines of CSV in {clock.Elapsed.TotalSeconds:F1} s, the last: {last}; peak of the host {host.PeakWorkingSet64 >> 20} MB, before {before} MB (bar 250)"
            );
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
        }
    }

    /// <summary>Median time, and mean processor time of the host, both in milliseconds, after some rounds to warm up.</summary>
    private static async Task<(double Time, double Processor)> MedianAsync(Func<Task> work, Process host)
    {
        for (var i = 0; i < Rounds; i++)
        {
            await work();
        }

        host.Refresh();
        var before = host.TotalProcessorTime;
        var times = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            await work();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        host.Refresh();
        times.Sort();
        return (times[Rounds / 2], (host.TotalProcessorTime - before).TotalMilliseconds / Rounds);
    }

    /// <summary>Months of exports and imports with 250 partners.</summary>
    private static IEnumerable<TradeRow> Rows(int rows)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < rows; i++)
        {
            var partner = i % Partners;
            var month = i / (Partners * 2);
            yield return new()
            {
                Key = new(
                    new("KAZ"),
                    new(partner == 0 ? "CHN" : $"X{(char)('A' + (partner / 26))}{(char)('A' + (partner % 26))}"),
                    i / Partners % 2 == 0 ? TradeFlow.X : TradeFlow.M,
                    Commodity.Total,
                    new("USD"),
                    TimePeriod.OfMonth(1990 + (month / 12), 1 + (month % 12)),
                    null
                ),
                Source = Source,
                Value = 1000m * i,
                Multiplier = 3,
                Edition = "2023-12-31",
                Upload = "bench/long.xlsx",
                Sha256 = new string('a', 64),
                Sheet = "Sheet1",
                Cell = string.Create(CultureInfo.InvariantCulture, $"D{i + 2}"),
                Raw = i.ToString(CultureInfo.InvariantCulture),
                PartnerLabel = "China",
                Seq = 1,
                FirstSeen = now,
                LastChanged = now,
            };
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
