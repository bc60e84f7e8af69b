using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>What each kind of user comes for, in a real browser before the real host.</summary>
public sealed partial class JourneyTests(BrowserHost host)
{
    private const string Profile = """
        { "name": "NAME", "reporter": "KAZ", "defaults": { "commodity": "TOTAL", "valuation": { "X": "FOB", "M": "CIF" } } }
        """;

    [Fact]
    public async Task Statistician_FindsTheCell_CorrectsTheAnnotatedCopy_AndSeesTheDifference()
    {
        var page = await host.OpenAsync();
        await WriteProfileAsync(page, "journey-correct");
        await page.SendAsync("journey-correct", SampleWorkbook.Of("partners.xlsx", "Турция", "Туурция"));
        await OpenUploadAsync(page, "/uploads/journey-correct/partners.xlsx", "Done");
        var before = await FiguresAsync(page);

        // What an answer would lift is folded.
        await page.Locator("#findings summary").First.ClickAsync();
        var finding = page.Locator("#findings tbody tr").Filter(new() { HasText = "Туурция" }).First;
        await finding.Locator("td.cell a").ClickAsync();
        var cell = page.Locator("td:target");
        await Assertions.Expect(cell).ToContainTextAsync("Туурция");
        await cell.Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("tr:target")).ToContainTextAsync("area-unknown");

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Download the annotated workbook" }).ClickAsync()
        );
        var annotated = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        await page.SendAsync(
            "journey-correct",
            SampleWorkbook.Of(download.SuggestedFilename, annotated, "Туурция", "Турция"),
            replace: true
        );
        await OpenUploadAsync(page, "/uploads/journey-correct/partners.xlsx", "Done", versions: 2);

        var after = await FiguresAsync(page);
        Assert.Equal(6, after["Added"]);
        Assert.Equal(before["Figures"] + 6, after["Figures"]);
        Assert.Equal(before["Figures"], after["Unchanged"]);
        await Assertions.Expect(page.Locator("#findings")).Not.ToContainTextAsync("Туурция");
    }

    [Fact]
    public async Task Reader_ClicksAFigureThroughToItsCell()
    {
        var page = await host.OpenAsync();
        await page.GotoAsync("/summaries?q=KAZ 2022");
        await page.Locator("a[href='/summaries/KAZ/2022']").First.ClickAsync();
        var document = page.FrameLocator("iframe.document");
        var figure = document.Locator("td a[href^='#r']").First;
        var row = (await figure.GetAttributeAsync("href"))!;
        await figure.ClickAsync();
        var source = document.Locator($"tr{row}");
        await Assertions.Expect(source).ToContainTextAsync(CellAddress());
        await source.Locator("a[href^='#w']").ClickAsync();
        await Assertions.Expect(document.Locator("#w1")).ToContainTextAsync("kazakhstan-partners-2022.xlsx");

        await page.GotoAsync("/data?reporter=KAZ&partner=CHN&flow=X&source=sample-kz-yearly");
        await page.Locator("td.n a").First.ClickAsync();
        await Assertions.Expect(page.Locator("p.figure")).ToHaveTextAsync("13,060,205,479.11 USD");
        await page.Locator("dl.record a").First.ClickAsync();
        await Assertions.Expect(page.Locator("td#cell")).ToContainTextAsync("13060205.47911");
    }

    [Fact]
    public async Task Operator_RetriesAnUploadThatFailed()
    {
        const string Source = "journey-retry";
        var page = await host.OpenAsync();
        await WriteProfileAsync(page, Source);
        await page.SendAsync(Source, SampleWorkbook.Of("first.xlsx", "Турция", "Турция"));
        await OpenUploadAsync(page, $"/uploads/{Source}/first.xlsx", "Done");
        var manifests = (await host.BlobsAsync()).GetBlobContainerClient("manifests");
        var kept = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        await foreach (var blob in manifests.GetBlobsAsync(default, default, $"{Source}/", default))
        {
            var client = manifests.GetBlobClient(blob.Name);
            kept.Add(blob.Name, (await client.DownloadContentAsync()).Value.Content);
            await client.UploadAsync(BinaryData.FromString("damaged"), overwrite: true);
        }

        await page.SendAsync(Source, SampleWorkbook.Of("second.xlsx", "Турция", "Турция"));
        await OpenUploadAsync(page, $"/uploads/{Source}/second.xlsx", "Failed");
        await page.GotoAsync("/status");
        var line = page.Locator("tr").Filter(new() { HasText = "second.xlsx" });
        await Assertions.Expect(line).ToContainTextAsync("Failed");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Failed messages in the queue: 1");
        foreach (var (name, content) in kept)
        {
            await manifests.GetBlobClient(name).UploadAsync(content, overwrite: true);
        }

        await line.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("Done", new() { Timeout = 120_000 });
        await page.GotoAsync("/status");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Failed messages in the queue: 0");
    }

    [Fact]
    public async Task Operator_TriesAProfileBeforeSavingIt()
    {
        var page = await host.OpenAsync();
        await WriteProfileAsync(page, "journey-trial");
        await page.SendAsync("journey-trial", SampleWorkbook.Of("partners.xlsx", "Турция", "Туурция"));
        await OpenUploadAsync(page, "/uploads/journey-trial/partners.xlsx", "Done");
        var stored = (await FiguresAsync(page))["Figures"];

        await page.GotoAsync("/sources/journey-trial");
        await page.Locator("#json").FillAsync("{ \"name\": \"journey-trial\", \"typo\": 1 }");
        await page.Locator("form:has(#json) button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("typo");
        await page.Locator("#json")
            .FillAsync(
                Profile
                    .Replace("NAME", "journey-trial", StringComparison.Ordinal)
                    .Replace(
                        "\"defaults\"",
                        "\"aliases\": { \"Туурция\": \"TUR\" }, \"defaults\"",
                        StringComparison.Ordinal
                    )
            );
        await page.Locator("form:has(#json) button[value=try]").ClickAsync();
        await Assertions
            .Expect(page.Locator("#trial"))
            .ToContainTextAsync($"Figures read: {stored + 6}; with the profile as stored now: {stored}.");
        await page.Locator("form:has(#json) button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Saved.");

        await page.GotoAsync("/uploads/journey-trial/partners.xlsx");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it again from the archive" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("dl.counts div").Nth(1).Locator("dd"))
            .ToHaveTextAsync("6", new() { Timeout = 120_000 });
    }

    [Fact]
    public async Task Reader_ChoosesALanguage_AndKeepsIt()
    {
        var page = await host.OpenAsync();
        await page.GotoAsync("/data?reporter=KAZ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Русский" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Казахстан");
        Assert.EndsWith("/data?reporter=KAZ&lang=ru", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/status");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Состояние");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Status");
    }

    [Fact]
    public async Task Statistician_SendsAFolder_AndFindsItsFilesUnderTheirPaths()
    {
        var folder = Directory.CreateTempSubdirectory("journey").FullName;
        foreach (var year in new[] { "2022", "2023" })
        {
            Directory.CreateDirectory(Path.Combine(folder, year));
            var text = $"Exports {year} (USD million)\nCountry,Value\nChina,1.5\nRussia,2.5\nItaly,3.5\n";
            await File.WriteAllTextAsync(
                Path.Combine(folder, year, "exports.csv"),
                text,
                TestContext.Current.CancellationToken
            );
        }

        var page = await host.OpenAsync();
        await page.GotoAsync("/");
        await page.Locator("#source").FillAsync("journey-folder");
        await page.Locator("#folder").SetInputFilesAsync(folder);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await page.ReceivedAsync();

        var name = Path.GetFileName(folder);
        await OpenUploadAsync(page, $"/uploads/journey-folder/{name}/2022/exports.csv", "questions");
        await OpenUploadAsync(page, $"/uploads/journey-folder/{name}/2023/exports.csv", "questions");
        await Assertions.Expect(page.Locator("#findings")).ToContainTextAsync("reporter");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Browser_PutsFilesStraightToStorage_WhereTheAppSignsForThem()
    {
        var page = await host.OpenAsync();
        var puts = new List<(string Url, string Method, string? Type, int Length)>();
        await page.RouteAsync(
            "**/uploads/tickets",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "application/json",
                        Body = """
                        { "files": [ { "name": "a.xlsx", "url": "https://storage.example/uploads/direct/a.xlsx?sig=1" } ], "next": "/status" }
                        """,
                    }
                )
        );
        await page.RouteAsync(
            "https://storage.example/**",
            route =>
            {
                var request = route.Request;
                puts.Add(
                    (
                        request.Url,
                        request.Method,
                        request.Headers.GetValueOrDefault("x-ms-blob-type"),
                        request.PostDataBuffer?.Length ?? 0
                    )
                );
                return route.FulfillAsync(
                    new()
                    {
                        Status = 201,
                        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["Access-Control-Allow-Origin"] = "*",
                            ["Access-Control-Allow-Headers"] = "*",
                            ["Access-Control-Allow-Methods"] = "*",
                        },
                    }
                );
            }
        );
        var file = SampleWorkbook.Of("a.xlsx", "Турция", "Турция");
        await page.GotoAsync("/");
        await page.EvaluateAsync("document.querySelector('form.drop').dataset.tickets = '/uploads/tickets'");
        await page.Locator("#source").FillAsync("direct");
        await page.Locator("#files").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/status");

        var put = Assert.Single(puts, request => request.Method == "PUT");
        Assert.Equal("https://storage.example/uploads/direct/a.xlsx?sig=1", put.Url);
        Assert.Equal("BlockBlob", put.Type);
    }

    private static async Task WriteProfileAsync(IPage page, string source)
    {
        await page.GotoAsync($"/sources/{source}");
        await page.Locator("#json").FillAsync(Profile.Replace("NAME", source, StringComparison.Ordinal));
        await page.Locator("form:has(#json) button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
    }

    /// <summary>Opens the page of an upload once the newest of its versions is in a state; the watcher enters files within seconds.</summary>
    private static async Task OpenUploadAsync(IPage page, string address, string state, int versions = 1)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(2); )
        {
            await page.GotoAsync(address);
            var listed = await page.Locator("ol.versions li").CountAsync();
            var badge = page.Locator("h1 .badge");
            if (
                Math.Max(listed, 1) >= versions
                && await badge.CountAsync() == 1
                && (await badge.InnerTextAsync()).Contains(state, StringComparison.Ordinal)
            )
            {
                return;
            }

            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{address} does not come to {state} in version {versions}.");
    }

    private static async Task<Dictionary<string, int>> FiguresAsync(IPage page)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in await page.Locator("dl.counts div").AllAsync())
        {
            counts.Add(
                await line.Locator("dt").InnerTextAsync(),
                int.Parse(
                    await line.Locator("dd").InnerTextAsync(),
                    System.Globalization.NumberStyles.AllowThousands,
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
        }

        return counts;
    }

    [GeneratedRegex("[A-Z]+[0-9]+")]
    private static partial Regex CellAddress();
}
