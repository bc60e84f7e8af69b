using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>A reader doubts a figure beside its cell, and the statistician answers; no script is needed.</summary>
public sealed class ChallengeJourneyTests(BrowserHost host)
{
    private const string Figure =
        "/data/figure?pair=KAZ-CHN&row=TOTAL%7CM%7CUSD%7Cinvented-kz-china-monthly%7CM%7C2023-07";

    [Fact]
    public async Task Doubt_GoesFromTheFigureToTheListOfUploads_AndBackWithAnAnswer()
    {
        var page = await host.OpenAsync(hasScript: false);
        await page.GotoAsync(Figure);
        await Assertions.Expect(page.Locator("td.figure.target")).ToHaveTextAsync("1470.1");
        await page.Locator("#challenges summary").ClickAsync();
        await page.Locator("#challenges details textarea").FillAsync("Customs said 1,480.");
        await page.Locator("#challenges details button").ClickAsync();
        await Assertions.Expect(page.Locator("p.cause")).ToContainTextAsync("A reader questions this figure.");

        await page.GotoAsync("/");
        await page.Locator("a[href='/data/challenges']").ClickAsync();
        await page.Locator("td", new() { HasText = "Customs said 1,480." }).WaitForAsync();
        await page.Locator("tbody th a").First.ClickAsync();
        await page.Locator("#challenges article textarea").FillAsync("That was before the revision.");
        await page.Locator("#challenges article button").ClickAsync();

        await Assertions
            .Expect(page.Locator("#challenges article"))
            .ToContainTextAsync("Answer That was before the revision.");
        await Assertions.Expect(page.Locator("p.cause")).ToHaveCountAsync(0);
    }
}
