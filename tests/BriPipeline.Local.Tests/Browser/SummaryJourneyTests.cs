using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>An aide looks for a summary, reads its main points and takes it along.</summary>
public sealed class SummaryJourneyTests(BrowserHost host)
{
    [Theory]
    [InlineData("en", "china kazakhstan 2023", "Kazakhstan – China (KAZ-CHN)", true)]
    [InlineData("ru", "Китай Казахстан 2023", "Казахстан – Китай (KAZ-CHN)", true)]
    [InlineData("zh-CN", "中国 哈萨克斯坦 2023", "哈萨克斯坦 – 中国 (KAZ-CHN)", true)]
    [InlineData("kk", "Қытай Қазақстан 2023", "Қазақстан – Қытай (KAZ-CHN)", true)]
    [InlineData("en", "china kazakhstan 2023", "Kazakhstan – China (KAZ-CHN)", false)]
    public async Task Aide_FindsTheLatestSummary_ReadsItsMainPoints_AndTakesTheDocument(
        string language,
        string words,
        string subject,
        bool hasScript
    )
    {
        var page = await host.OpenAsync(language, hasScript: hasScript);
        await page.GotoAsync("/summaries");
        await page.Locator("form.search input").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main h2")).ToHaveTextAsync([subject]);
        var latest = page.Locator("main h2 + .scroll tbody th a").First;
        Assert.Equal("2023-12", (await latest.GetAttributeAsync("href"))!.Split('/')[^1]);
        await latest.ClickAsync();

        var document = page.FrameLocator("iframe.document");
        var heading = await document.Locator("h2").First.InnerTextAsync();
        var points = document.Locator("h2:first-of-type + ul li");
        Assert.InRange(await points.CountAsync(), 3, 7);
        await Assertions.Expect(points.First.Locator("a[href^='#']").First).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.Locator(".documents a[href$='.docx']").ClickAsync()
        );
        var text = TextOf(await download.PathAsync());
        Assert.Contains(heading, text, StringComparison.Ordinal);
        Assert.Contains(Plain(await points.First.InnerTextAsync()), Plain(text), StringComparison.Ordinal);
    }

    private static string TextOf(string path)
    {
        using var package = ZipFile.OpenRead(path);
        using var part = package.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Root!.Value;
    }

    /// <summary>Without blanks, whose kinds differ, and without what marks a figure.</summary>
    private static string Plain(string text) => string.Concat(text.Where(char.IsLetter));
}
