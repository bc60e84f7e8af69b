using System.Text.Json;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>What holds for every page, in every language.</summary>
public sealed class EveryPageTests(BrowserHost host)
{
    /// <summary>Bytes of a page.</summary>
    private const int Largest = 150 * 1024;

    /// <summary>Width of a small phone.</summary>
    private const int Phone = 360;

    internal static readonly string Axe = Path.Combine(
        Repository.Root,
        "tests/BriPipeline.Core.Tests/Axe/node_modules/axe-core/axe.min.js"
    );

    public static TheoryData<string> Pages =>
        [
            "/",
            "/?search=nothing",
            "/uploads/sample-kz-yearly/kazakhstan-partners-2022.xlsx",
            "/uploads/invented-kz-china-monthly/kazakhstan-china-monthly.xlsx",
            "/data",
            "/data?q=china%20kazakhstan",
            "/data?q=zzzz",
            "/data?reporter=KAZ",
            "/data?reporter=KAZ&list=series",
            "/data?reporter=KAZ&partner=CHN",
            "/data?reporter=KAZ&partner=CHN&flow=X&frequency=M",
            "/data?reporter=KAZ&partner=CHN&unit=KG",
            "/data/figure?pair=KAZ-CHN&row=TOTAL%7CX%7CUSD%7Csample-kz-yearly%7CA%7C2022",
            "/data/notes",
            "/data/notes/sample-kz-yearly/1",
            "/data/challenges",
            "/summaries",
            "/summaries?q=china",
            "/summaries?q=zzzz",
            "/summaries/KAZ/2022",
            "/sources",
            "/sources/sample-kz-yearly",
            "/aliases",
            "/status",
            "/docs",
            "/docs/app-developer",
            "/nowhere",
            "/data?reporter=nobody",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasNoViolation_AndFitsAPhone_InEveryLanguage(string address)
    {
        Assert.SkipUnless(File.Exists(Axe), "axe-core is not installed (npm ci in tests/BriPipeline.Core.Tests/Axe).");
        foreach (var language in PageTextsLanguages)
        {
            var page = await host.OpenAsync(language);
            var answer = await page.GotoAsync(address);
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            Assert.InRange((await answer!.BodyAsync()).Length, 500, Largest);

            await page.AddScriptTagAsync(new() { Path = Axe });
            // Summaries are checked on their own; here it is about the page around them.
            var result = await page.EvaluateAsync<JsonElement>(
                "axe.run({ exclude: [['iframe']] }).then(result => ({ passes: result.passes.length, found: result.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html.slice(0, 120)).slice(0, 3).join(' , ')) }))"
            );

            Assert.Equal("[]", result.GetProperty("found").ToString());
            Assert.InRange(result.GetProperty("passes").GetInt32(), 10, int.MaxValue);
            await page.SetViewportSizeAsync(Phone, 800);
            Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Phone);
            await page.Context.CloseAsync();
        }
    }

    private static readonly string[] PageTextsLanguages = [.. Web.PageTexts.All.Select(texts => texts.Language)];
}
