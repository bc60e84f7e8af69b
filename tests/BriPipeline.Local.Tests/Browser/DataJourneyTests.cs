using System.Buffers.Binary;
using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>From a word in the reader's own language to a chart, and from a figure to its cell.</summary>
public sealed class DataJourneyTests(BrowserHost host)
{
    private const string Pair = "/data?reporter=KAZ&partner=CHN&source=invented-kz-china-monthly&frequency=M";

    /// <summary>Pixels of the picture: twice those of the drawing.</summary>
    private const int PictureWidth = 1520;

    [Theory]
    [InlineData("kk", "Қытай", "Қазақстан")]
    [InlineData("ru", "Китай", "Казахстан")]
    [InlineData("zh-CN", "中国", "哈萨克斯坦")]
    public async Task Reader_SearchesByName_TakesTheChart_AndClicksThroughToTheCell(
        string language,
        string partner,
        string reporter
    )
    {
        var page = await host.OpenAsync(language);
        await page.GotoAsync("/data");
        await page.Locator("form.search input").FillAsync(partner);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("table.found th a[href*='CHN']").First).ToBeVisibleAsync();
        await page.Locator("form.search input").FillAsync($"{partner} {reporter}");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("table.found th a[href*='reporter=KAZ&partner=CHN']").First.ClickAsync();

        await Assertions.Expect(page.Locator(".chart .wide svg").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".chart .narrow svg").First).ToBeHiddenAsync();
        Assert.Equal(language[..2], await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains($"{reporter} – {partner}", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await AssertPictureAsync(page);

        // The page of an upload draws its first columns, which are the oldest months.
        var figure = page.Locator("h2#figures + .scroll tbody tr").Last.Locator("td.n a").First;
        var text = await figure.InnerTextAsync();
        await figure.ClickAsync();
        await Assertions.Expect(page.Locator("p.figure")).ToContainTextAsync(text);
        await page.Locator("dl.record a").First.ClickAsync();
        await Assertions.Expect(page.Locator("td#cell")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Chart_SaysTheValuesOfAPeriod_WhereItIsPointedAt()
    {
        var page = await host.OpenAsync();
        await page.GotoAsync(Pair);
        var fields = page.Locator(".chart .wide .tips rect");
        var last = await page.Locator("h2#figures + .scroll th.period").First.InnerTextAsync();

        await Assertions.Expect(page.Locator(".chart .tip")).ToBeHiddenAsync();
        await fields.Last.HoverAsync();
        await Assertions.Expect(page.Locator(".chart .tip")).ToContainTextAsync(last);
        await Assertions.Expect(page.Locator(".chart .tip")).ToContainTextAsync("exports:");
        await page.Locator("h1").HoverAsync();
        await Assertions.Expect(page.Locator(".chart .tip")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Chart_IsReadable_WithoutScript_AndOnAPhone()
    {
        var page = await host.OpenAsync(width: 360, hasScript: false);
        await page.GotoAsync(Pair);

        await Assertions.Expect(page.Locator(".chart .narrow svg").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".chart .wide svg").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".chart a[data-png]")).ToBeHiddenAsync();
        Assert.NotEqual(0, await page.Locator(".chart .narrow .tips title").CountAsync());
        await Assertions.Expect(page.Locator("h2#figures + .scroll td.n a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Chart_IsEmbedded_InItsLanguage()
    {
        var page = await host.OpenAsync();
        await page.GotoAsync(Pair);
        var line = await page.Locator(".embed textarea").InputValueAsync();
        await page.SetContentAsync(line);
        var picture = page.Locator("img");

        await Assertions
            .Expect(picture)
            .ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("lang=en$"));
        Assert.True(await picture.EvaluateAsync<bool>("one => one.decode().then(() => one.naturalWidth > 0)"));
    }

    /// <summary>The Kyrgyz figures are of one sample, so that its import is the last that changed their summaries. Which of two came last
    /// for a pair is not known, but it is one of the two.</summary>
    [Fact]
    public async Task Note_LeadsToTheSummariesThatItChanged()
    {
        var page = await host.OpenAsync();
        var kyrgyz = await LedByAsync(page, "sample-kg-yearly");
        var months = await LedByAsync(page, "invented-kz-china-monthly");
        var china = await LedByAsync(page, "invented-cn-central-asia");

        Assert.Empty(kyrgyz.Intersect(months).Concat(kyrgyz.Intersect(china)).Concat(months.Intersect(china)));
        Assert.Superset(new HashSet<string>(["/summaries/KGZ/2023", "/summaries/KGZ/2022"]), kyrgyz.ToHashSet());
        Assert.Contains("/summaries/KGZ-CHN/2023", kyrgyz.Concat(china));
        await AssertNamesAsync(page, "/summaries/KGZ/2023", "sample-kg-yearly/kyrgyzstan-trade-1994-2023.csv");
    }

    private static async Task<string[]> LedByAsync(IPage page, string source)
    {
        await page.GotoAsync($"/data/notes/{source}/1");
        return await page.Locator("main a[href^='/summaries/']")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
    }

    /// <summary>The summary is made from the workbook.</summary>
    private static async Task AssertNamesAsync(IPage page, string summary, string workbook)
    {
        await page.GotoAsync(summary);
        await Assertions.Expect(page.FrameLocator("iframe.document").Locator("#w1")).ToContainTextAsync(workbook);
    }

    private static async Task AssertPictureAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".chart a[data-png]").ClickAsync());
        var png = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        Assert.Equal("KAZ-CHN.png", download.SuggestedFilename);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        // The header's width stands behind the signature and the name of its part.
        Assert.Equal(PictureWidth, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.InRange(png.Length, 10_000, 1_000_000);
    }
}
