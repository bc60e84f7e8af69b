using System.Net;
using System.Xml.Linq;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>The page of a reporter over real tables: two partners in January 2021.</summary>
public sealed class RankingHandlersTests(ApiHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_RanksThePartners_WithTheirShares()
    {
        var html = await host.Client.GetStringAsync("/data?reporter=UZB&to=2021-01", Cancellation);

        Assert.Contains("source api-test, January 2021.", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf(">China</a></th>", StringComparison.Ordinal)
                < html.IndexOf(">Germany</a></th>", StringComparison.Ordinal)
        );
        // (110,500 + 200,000) of (900,000 + 950,000), and (50,000 + 60,000).
        Assert.Contains("<td class=\"n\">16.8</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">5.9</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">-89,500</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Uzbekistan: the largest 2 of 2 partners, January 2021")]
    [InlineData("&chart=map", "Uzbekistan: partners on the map, January 2021")]
    public async Task Chart_SaysByItselfWhatItShows(string drawing, string title)
    {
        var answer = await host.Client.GetStringAsync(
            $"/data/chart.svg?reporter=UZB&to=2021-01{drawing}",
            Cancellation
        );
        var said = XDocument
            .Parse(answer)
            .Descendants()
            .Where(element => element.Name.LocalName is "text" or "title")
            .Select(element => element.Value)
            .ToList();

        Assert.Contains(title, said);
        Assert.Contains("Reported by Uzbekistan. Source: api-test. Period: January 2021.", said);
        Assert.Contains("China\nexports: 110,500 USD (in doubt)\nimports: 200,000 USD", said);
    }

    [Fact]
    public async Task Chart_IsNotFound_WhereThereIsNothingToRank()
    {
        using var answer = await host.Client.GetAsync("/data/chart.svg?reporter=FRA", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
