using System.Net;
using System.Xml.Linq;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>The page of a pair over real tables: exports of two months, imports of one.</summary>
public sealed class PairHandlersTests(ApiHost host)
{
    private const string Pair = "/data?reporter=UZB&partner=CHN";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_OpensWithFlowsAndBalance_AndDrawsThem()
    {
        var html = await host.Client.GetStringAsync(Pair, Cancellation);

        Assert.Contains(">110,500</a>", html, StringComparison.Ordinal);
        Assert.Contains(">101,500</a>", html, StringComparison.Ordinal);
        Assert.Contains(">200,000</a>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">-89,500</td>", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_SaysOnceWhatAllFiguresShare()
    {
        var html = await host.Client.GetStringAsync(Pair, Cancellation);

        Assert.Contains(
            "Uzbekistan reports: all commodities (TOTAL), USD, monthly, source api-test, January 2021 to February 2021.",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<tr><th>Period</th><th class=\"n\">exports</th><th class=\"n\">imports</th><th class=\"n\">balance</th></tr>",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Show_GivesTheFiguresOfThePage_InEachFormat()
    {
        const string Shown =
            "reporter=UZB&amp;partner=CHN&amp;commodity=TOTAL&amp;unit=USD&amp;frequency=M&amp;source=api-test";
        var html = await host.Client.GetStringAsync(Pair, Cancellation);

        Assert.Contains($"/api/v1/observations?{Shown}&amp;format=csv", html, StringComparison.Ordinal);
        Assert.Contains($"/api/v1/observations?{Shown}&amp;format=sdmx-csv", html, StringComparison.Ordinal);
        Assert.Contains($"/data/figures.xlsx?{Shown}", html, StringComparison.Ordinal);
        Assert.Contains($"/data/chart.svg?{Shown}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_LimitsThePeriods()
    {
        var html = await host.Client.GetStringAsync(Pair + "&from=2021-02", Cancellation);

        Assert.Contains(">101,500</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">110,500</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_TellsWhereTheOtherSideHasNoFigures()
    {
        var html = await host.Client.GetStringAsync(Pair + "&flow=X", Cancellation);

        Assert.Contains("China has no figures for the same goods here.", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">200,000</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&unit=KG")]
    [InlineData("&source=nobody")]
    [InlineData("&from=2030-01")]
    public async Task Show_LeadsBack_WhereNothingIsStored(string narrowed)
    {
        var html = await host.Client.GetStringAsync(Pair + narrowed, Cancellation);

        Assert.Contains("No figures match.", html, StringComparison.Ordinal);
        Assert.Contains(
            "<a href=\"/data?reporter=UZB&amp;partner=CHN\">All figures of this pair</a>",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Chart_SaysByItselfWhatItShows()
    {
        using var answer = await host.Client.GetAsync("/data/chart.svg?reporter=UZB&partner=CHN", Cancellation);
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        var text = string.Join(
            ' ',
            svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)
        );

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Uzbekistan – China: all commodities (TOTAL), monthly", text, StringComparison.Ordinal);
        Assert.Contains("USD, thousands", text, StringComparison.Ordinal);
        Assert.Contains(
            "Reported by Uzbekistan. Source: api-test. Periods: January 2021 to February 2021.",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/data/chart.svg")]
    [InlineData("/data/chart.svg?reporter=UZB&partner=FRA")]
    public async Task Chart_IsNotFound_WhereThereIsNothingToDraw(string address)
    {
        using var answer = await host.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
