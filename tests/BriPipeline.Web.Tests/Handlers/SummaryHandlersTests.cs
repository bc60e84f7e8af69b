using System.Net;
using System.Text;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class SummaryHandlersTests : PageTests
{
    private static readonly SummaryRecord Compiled = new(
        "KAZ",
        TimePeriod.OfYear(2022),
        DirtySeq: 4,
        CompiledSeq: 4,
        Edition: 1,
        Approved: false,
        ["KAZ/2022/1/en.html", "KAZ/2022/1/facts.json"],
        Reason: null
    );

    [Fact]
    public async Task List_SaysWhatIsMissing_WhenThereIsNoSummary() =>
        Assert.Contains(
            "No summary yet",
            await Client.GetStringAsync("/summaries", Cancellation),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task List_ShowsDraftsAndReasons_NewestPeriodFirst()
    {
        Storage.Summaries.Add(Compiled with { Period = TimePeriod.OfYear(2021) });
        Storage.Summaries.Add(Compiled);
        Storage.Summaries.Add(
            new("KAZ", TimePeriod.OfMonth(2023, 1), 5, 0, 0, false, [], "World imports are not there yet.")
        );

        var html = await Client.GetStringAsync("/summaries", Cancellation);

        Assert.Contains(">Draft</span>", html, StringComparison.Ordinal);
        Assert.Contains("World imports are not there yet.", html, StringComparison.Ordinal);
        Assert.Contains("/documents/KAZ/2022/1/facts.json", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf(">2022<", StringComparison.Ordinal) < html.IndexOf(">2021<", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Show_FramesTheNewestEdition()
    {
        Storage.Summaries.Add(Compiled);

        var html = await Client.GetStringAsync("/summaries/KAZ/2022", Cancellation);

        Assert.Contains("<iframe", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/documents/KAZ/2022/1/en.html\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/summaries/KAZ/2021")]
    [InlineData("/summaries/KAZ/2022-13")]
    [InlineData("/summaries/KAZ/nonsense")]
    [InlineData("/documents/KAZ/2022/1/none.html")]
    [InlineData("/documents/KAZ/2022/1/en.exe")]
    public async Task Show_GivesNotFound_WhenThereIsNone(string address)
    {
        Storage.Summaries.Add(Compiled);

        using var response = await Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Documents_AreServedAsTheyAre_WithoutScripts()
    {
        Storage.Documents["KAZ/2022/1/en.html"] = Encoding.UTF8.GetBytes("<!DOCTYPE html><p>24,203.9</p>");

        using var response = await Client.GetAsync("/documents/KAZ/2022/1/en.html", Cancellation);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("<!DOCTYPE html><p>24,203.9</p>", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.DoesNotContain(
            "script-src",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
    }
}
