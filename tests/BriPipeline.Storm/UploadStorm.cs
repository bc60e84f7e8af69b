using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Storage;

namespace BriPipeline.Storm;

/// <summary>Uploads many small workbooks to a local host, one after the other, and looks at pages and memory meanwhile: all must be
/// stored in the end, without a page that got slow or memory that grew.</summary>
internal static class UploadStorm
{
    /// <summary>Milliseconds that a page may take.</summary>
    private const double PageLimit = 200;

    private const int LookEvery = 50;

    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(10);
    private static readonly string[] Pages = ["/", "/status", "/data?reporter=KAZ", "/api/v1/uploads?limit=20"];
    private static readonly (string Name, string Reporter)[] Offices =
    [
        ("small-kz", "KAZ"),
        ("small-uz", "UZB"),
        ("small-kg", "KGZ"),
        ("small-tj", "TJK"),
    ];

    public static async Task<int> RunAsync(int uploads)
    {
        var folder = Directory.CreateTempSubdirectory("bri-uploads-").FullName;
        try
        {
            using var host = await ServeProcess.StartAsync(folder);
            var ports = new StoragePorts(new StorageAccount(StorageSettings.OfConnectionString(host.Connection)));
            foreach (var (name, reporter) in Offices)
            {
                await ports.Reference.PutProfileAsync(
                    SourceProfile.Parse(
                        $$$"""{ "name": "{{{name}}}", "reporter": "{{{reporter}}}", "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL" } }"""
                    ),
                    default
                );
            }

            var clock = Stopwatch.StartNew();
            var (puts, pages, memory) = (new List<double>(), new List<double>(), new List<long>());
            for (var number = 0; number < uploads; number++)
            {
                puts.Add(await PutAsync(host, number));
                if (number % LookEvery == LookEvery - 1)
                {
                    pages.AddRange(await LookAsync(host));
                    memory.Add(host.Memory >> 20);
                }
            }

            var sent = clock.Elapsed;
            var left = uploads;
            while (left > 0 && clock.Elapsed < sent + EndLimit)
            {
                await Task.Delay(1000);
                left = uploads - await ports.Ledger.ListAsync(null, default).CountAsync(IsDone);
                pages.AddRange(await LookAsync(host));
                memory.Add(host.Memory >> 20);
            }

            var done = clock.Elapsed;
            await host.KillAsync(emulatorFirst: false);
            pages.Sort();
            puts.Sort();
            await Console.Out.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{uploads} uploads in {sent.TotalSeconds:F0} s, all done after {done.TotalSeconds:F0} s, {left} not done; an upload {puts[puts.Count / 2]:F0} ms (median), {puts[^1]:F0} (most); a page {pages[pages.Count / 2]:F0} ms (median), {pages[pages.Count * 99 / 100]:F0} (99 of 100), {pages[^1]:F0} (most); memory {string.Join(", ", Enumerable.Range(1, 4).Select(quarter => memory[(memory.Count * quarter / 4) - 1]))} MB after each quarter"
                )
            );
            return left == 0 && pages[pages.Count * 99 / 100] < PageLimit ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsDone(UploadRecord record) => record.State == UploadState.Done;

    private static async Task<double> PutAsync(ServeProcess host, int number)
    {
        var office = Offices[number % Offices.Length].Name;
        var (year, month) = (2000 + (number / 12 % 24), (number % 12) + 1);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Partner,Period,Exports\nChina,{year}M{month:D2},{number + 1}\nRussia,{year}M{month:D2},{number + 2}\n"
        );
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        var start = Stopwatch.GetTimestamp();
        using var answer = await host.Client.PutAsync(
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/uploads/{office}/{number}.csv"),
            content
        );
        return answer.StatusCode == HttpStatusCode.Accepted
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"Upload {number} was answered {answer.StatusCode}.");
    }

    private static async Task<List<double>> LookAsync(ServeProcess host)
    {
        var times = new List<double>();
        foreach (var page in Pages)
        {
            var start = Stopwatch.GetTimestamp();
            (await host.Client.GetStringAsync(page)).GetHashCode(StringComparison.Ordinal);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }
}
