using System.Net;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>The search over real tables with one small source.</summary>
public sealed class SearchHandlersTests(ApiHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("china uzbekistan export")]
    [InlineData("узбекистан китай экспорт")]
    [InlineData("Қытай Өзбекстан экспорт")]
    [InlineData("中国乌兹别克斯坦出口")]
    [InlineData("uzb chi exp")]
    public async Task Search_GivesThePairWithItsLatestFigure(string words)
    {
        var html = await SearchAsync(words);

        Assert.Contains(
            "<a href=\"/data?reporter=UZB&amp;partner=CHN\">Uzbekistan – China</a>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(">UZB-CHN</span>", html, StringComparison.Ordinal);
        Assert.Contains(">101,500</a>", html, StringComparison.Ordinal);
        Assert.Contains(">February 2021</td>", html, StringComparison.Ordinal);
        Assert.Contains(">USD</td>", html, StringComparison.Ordinal);
        Assert.Contains(">api-test</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">imports</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Germany", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TellsTheWordsThatItLeftOut()
    {
        var html = await SearchAsync("Germany zzzz");

        Assert.Contains("Nothing stored is named \"zzzz\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("UZB-DEU", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_EscapesWhatWasTyped()
    {
        var html = await SearchAsync("<script>alert(1)</script>");

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("Nothing was found.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TakesALongText()
    {
        Assert.Contains("Nothing was found.", await SearchAsync(new string('я', 1000)), StringComparison.Ordinal);
    }

    private Task<string> SearchAsync(string words) =>
        host.Client.GetStringAsync("/data?q=" + Uri.EscapeDataString(words), Cancellation);
}
