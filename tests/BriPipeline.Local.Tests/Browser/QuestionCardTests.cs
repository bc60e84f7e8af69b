using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>The questions of an upload in a real browser: by mouse, by keyboard alone, without script, and on a phone.</summary>
public sealed class QuestionCardTests(BrowserHost host)
{
    /// <summary>Width of a small phone.</summary>
    private const int Phone = 360;

    private const string Table = "Exports by country,,\nCountry,2022,2023\nFarland,10,12\nChina,1.5,2.5\nRussia,3,4\n";

    /// <summary>Where pictures are left; none where it is not set.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    private static readonly (string Words, string Code)[] Codes =
    [
        ("Whose trade", "KAZ"),
        ("What unit", "USD 3"),
        ("Which goods do", "TOTAL"),
    ];

    private static ILocator Card(IPage page) => page.Locator("section.questions");

    [Fact]
    public async Task Statistician_AnswersByKeyboardAlone_AndSeesWhatEachChoiceStores()
    {
        var page = await host.OpenAsync();
        await UploadAsync(page, "card-keys");

        await Assertions.Expect(Card(page).Locator("h2")).ToContainTextAsync("stand between you and");
        await Assertions.Expect(page.Locator("input:checked[type=radio]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".preview:visible")).ToHaveCountAsync(0);
        await PictureAsync(page, "card-desktop");
        await AnswerAsync(page);

        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("Done");
        await Assertions.Expect(Card(page)).ToHaveCountAsync(0);
        await page.GotoAsync("/sources/card-keys");
        await Assertions.Expect(page.Locator("#answers form")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#answers")).ToContainTextAsync("Kazakhstan (KAZ)");
        await PictureAsync(page, "answers-desktop");
    }

    [Fact]
    public async Task Preview_FollowsTheChoice_AndATypedCodeIsAChoice()
    {
        var page = await host.OpenAsync();
        await page.GotoAsync("/sources/card-preview");
        await page.Locator("#json")
            .FillAsync(
                """{ "name": "card-preview", "reporter": "KAZ", "defaults": { "commodity": "TOTAL", "unit": "USD", "multiplier": 3 } }"""
            );
        await page.Locator("form:has(#json) button[value=save]").ClickAsync();
        await UploadAsync(page, "card-preview", Table.Replace("Exports", "Trade", StringComparison.Ordinal));
        var flow = page.Locator("fieldset.question").Filter(new() { HasText = "exports or imports" });

        await flow.Locator("input[value='X']").CheckAsync();
        await Assertions.Expect(flow.Locator(".preview:visible")).ToHaveCountAsync(1);
        await Assertions.Expect(flow.Locator(".preview:visible tbody tr").First).ToContainTextAsync("exports");
        await PictureAsync(page, "preview-desktop");
        await flow.Locator("input[value='M']").CheckAsync();
        await Assertions.Expect(flow.Locator(".preview:visible tbody tr").First).ToContainTextAsync("imports");

        var area = page.Locator("fieldset.question").Filter(new() { HasText = "Farland" });
        await area.Locator(".other input:not([type=radio])").FillAsync("UZB");
        await Assertions.Expect(area.Locator("input[value='?']")).ToBeCheckedAsync();
        await area.Locator("input[value='leave-out']").CheckAsync();
        await Assertions.Expect(area.Locator(".other input:not([type=radio])")).ToHaveValueAsync("");
        await page.Locator("#findings summary").First.ClickAsync();
        await page.Locator("#findings td.message a").First.ClickAsync();
        await Assertions.Expect(page.Locator("fieldset.question:target")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Card_Works_WithoutScript()
    {
        var page = await host.OpenAsync(hasScript: false);
        await UploadAsync(page, "card-plain");

        await AnswerAsync(page);

        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("Done");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task Card_HasNoViolation_AndFitsAPhone(string language)
    {
        Assert.SkipUnless(File.Exists(EveryPageTests.Axe), "axe-core is not installed.");
        var page = await host.OpenAsync(language);
        await UploadAsync(page, $"card-axe-{language}");
        await page.Locator("section.questions input[type=radio]").First.CheckAsync();
        await page.AddScriptTagAsync(new() { Path = EveryPageTests.Axe });

        var result = await page.EvaluateAsync<JsonElement>(
            "axe.run().then(result => result.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html.slice(0, 120)).slice(0, 3).join(' , ')))"
        );

        Assert.Equal("[]", result.ToString());
        await page.SetViewportSizeAsync(Phone, 800);
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Phone);
        await PictureAsync(page, $"card-phone-{language}");
    }

    /// <summary>Answers every question, in two rounds at most; a code is typed where no choice is meant.</summary>
    private static async Task AnswerAsync(IPage page)
    {
        for (var round = 0; round < 2 && await Card(page).CountAsync() > 0; round++)
        {
            foreach (var question in await page.Locator("fieldset.question").AllAsync())
            {
                var text = await question.Locator("legend").InnerTextAsync();
                if (text.Contains("Farland", StringComparison.Ordinal))
                {
                    await question.Locator("input[value='?']").FocusAsync();
                    await page.Keyboard.PressAsync("Space");
                    await page.Keyboard.PressAsync("Tab");
                    await page.Keyboard.TypeAsync("Uzbekistan");
                    continue;
                }

                var code = Codes.First(one => text.Contains(one.Words, StringComparison.Ordinal)).Code;
                if (await question.Locator($"input[value='{code}']").CountAsync() == 0)
                {
                    await question.Locator("input[value='?']").FocusAsync();
                    await page.Keyboard.PressAsync("Space");
                    await page.Keyboard.PressAsync("Tab");
                    await page.Keyboard.TypeAsync(code);
                    continue;
                }

                await question.Locator($"input[value='{code}']").FocusAsync();
                await page.Keyboard.PressAsync("Space");
                await Assertions
                    .Expect(question.Locator(".preview:visible"))
                    .ToHaveCountAsync(
                        await question.Locator($".option:has(input[value='{code}']) .preview").CountAsync()
                    );
            }

            await Card(page).Locator("button").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForLoadStateAsync(LoadState.Load);
            await Assertions.Expect(page.Locator("h1 .badge")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        }
    }

    private static async Task UploadAsync(IPage page, string source, string table = Table)
    {
        await page.SendAsync(
            source,
            new()
            {
                Name = "exports.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(table),
            }
        );
        do
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            await page.GotoAsync($"/uploads/{source}/exports.csv");
        } while (await Card(page).CountAsync() == 0);
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
        }
    }
}
