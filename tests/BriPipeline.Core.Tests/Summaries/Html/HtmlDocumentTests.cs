using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Summaries.Html;

public sealed class HtmlDocumentTests
{
    private static readonly TradeRow[] Rows = TradeTable.Read(
        """
        001  X 2022 84_000_000
        001  M 2022 50_000_000
        001  X 2021 60_000_000
        001  M 2021 41_000_000
        CHN  X 2022 13_000_000
        CHN  M 2022 11_000_000
        CHN  X 2021  9_000_000
        CHN  M 2021  8_000_000
        AND  M 2022     93_142
        _CIS X 2022 15_000_000
        _CIS M 2022 21_000_000
        """
    );

    [Fact]
    public void Write_LinksEveryFigureToTheCellItCameFrom()
    {
        var document = Write(Rows);

        var figures = document.QuerySelectorAll(".figures td:not(.text)");
        var unlinked = figures.Where(cell =>
            cell.TextContent is not (".." or "") && cell.QuerySelector("a") is null && !IsRank(cell)
        );
        var links = document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Empty(unlinked.Select(cell => cell.ParentElement!.TextContent));
        Assert.NotEmpty(links);
        Assert.All(links.Where(link => link[0] == '#'), link => Assert.NotNull(document.GetElementById(link[1..])));
        // Each row also leads to the page of its figure.
        Assert.Equal(
            Rows.Select(row => new TradeKey(row.Source, row.Key))
                .Select(key => $"/data/figure?pair={key.Partition}&row={Uri.EscapeDataString(key.Row)}")
                .Order(StringComparer.Ordinal),
            links.Where(link => link[0] != '#').Order(StringComparer.Ordinal)
        );
        Assert.All(
            Rows,
            row =>
                Assert.Single(
                    document.QuerySelectorAll("tr[id^=r] td:last-child"),
                    cell => cell.TextContent == row.Cell
                )
        );
    }

    private static bool IsRank(IElement cell) =>
        cell.PreviousElementSibling is null && cell.TextContent.All(char.IsAsciiDigit);

    [Fact]
    public void Write_LoadsNothingAndRunsNothing()
    {
        var document = Write(Rows);

        Assert.Empty(document.QuerySelectorAll("script, link, img, iframe, [src], [onclick]"));
        Assert.DoesNotContain("url(", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_GivesEveryTableACaptionAndEveryHeadingAScope()
    {
        var document = Write(Rows);

        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.NotEmpty(document.QuerySelectorAll("table"));
        Assert.All(document.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(document.QuerySelectorAll("th"), heading => Assert.NotNull(heading.GetAttribute("scope")));
    }

    [Fact]
    public void Write_SaysThatItIsNoOfficialRelease() =>
        Assert.Equal(
            "Edition 1. Draft: compiled automatically, not an official release.",
            Write(Rows).QuerySelector(".draft")!.TextContent
        );

    [Fact]
    public void Write_EncodesWhatThePublisherWrote()
    {
        const string Hostile = "<script>alert(\"1\")</script>";
        var rows = Rows.Select(row => row with { Sheet = Hostile, Upload = "kz-bns/a&b'.xlsx" });

        var document = Write([.. rows]);

        Assert.Empty(document.QuerySelectorAll("script"));
        Assert.Contains(document.QuerySelectorAll("td, th"), cell => cell.TextContent == "kz-bns/a&b'.xlsx");
        Assert.Contains(document.QuerySelectorAll("tr[id^=r] td"), cell => cell.TextContent == Hostile);
    }

    private static IDocument Write(IReadOnlyList<TradeRow> rows)
    {
        var summary = Compiling.Reporter(new Area("KAZ"), TimePeriod.OfYear(2022), null, rows).Summary!;
        var html = Compiling.Html(summary);
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html));
    }
}
