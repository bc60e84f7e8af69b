using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>What the pages' own script adds.</summary>
public sealed class PageScriptTests(BrowserHost host)
{
    /// <summary>Browsers read a pattern by the flag "v", which takes no bare hyphen: a pattern that it does not take refuses nothing.</summary>
    [Fact]
    public async Task Source_IsPutIntoItsForm_AndCheckedBeforeItIsSent()
    {
        var page = await host.OpenAsync();
        await page.GotoAsync("/");
        var source = page.Locator("#source");

        await source.FillAsync("KZ BNS");
        var refused = await IsRefusedAsync(source);
        await source.BlurAsync();

        Assert.True(refused);
        Assert.Equal("kz-bns", await source.InputValueAsync());
        Assert.False(await IsRefusedAsync(source));
    }

    [Fact]
    public async Task Files_MayBeDroppedAnywhereOnThePageOfUploads()
    {
        var page = await host.OpenAsync();
        await page.GotoAsync("/");

        await page.EvaluateAsync(
            """
            () => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File(["a,b"], "dropped.csv"));
              document.querySelector("h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
            }
            """
        );

        Assert.Equal("dropped.csv", await page.Locator("#files").EvaluateAsync<string>("field => field.files[0].name"));
        Assert.Equal("source", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Document_IsShownInFull_SoThatOnlyThePageScrolls(int width)
    {
        var page = await host.OpenAsync(width: width);
        await page.GotoAsync("/summaries/KAZ/2022");
        var frame = page.Locator("iframe.document");

        await page.WaitForFunctionAsync(
            "() => { const frame = document.querySelector('iframe.document'); return frame.contentDocument.documentElement.scrollHeight > 1000 && frame.clientHeight >= frame.contentDocument.documentElement.scrollHeight; }"
        );

        Assert.True(await frame.IsVisibleAsync());
    }

    private static Task<bool> IsRefusedAsync(ILocator field) =>
        field.EvaluateAsync<bool>("field => field.validity.patternMismatch");
}
