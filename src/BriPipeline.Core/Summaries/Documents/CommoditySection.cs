using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The largest commodities of each flow, a table each.</summary>
internal sealed class CommoditySection(
    MonthlySummary summary,
    SummaryTexts texts,
    SummaryFormat format,
    DocumentCells cells
)
{
    public IEnumerable<DocumentBlock> Write()
    {
        if (summary.Commodities is not { } flows)
        {
            yield break;
        }

        yield return new HeadingBlock(2, texts["commodities"]);
        foreach (var flow in flows)
        {
            var name = texts[flow.Flow == TradeFlow.X ? "exports" : "imports"];
            yield return new TableBlock(
                flow.Flow == TradeFlow.X ? "commoditiesexports" : "commoditiesimports",
                $"{texts["commodities"]} ({name})",
                SummaryFormat.Fill(
                    texts["commoditiesCaption"],
                    name,
                    format.Period(summary.Period),
                    format.Unit(summary.Choice.Unit),
                    format.Count(flow.Largest.Count),
                    format.Count(flow.Published),
                    format.AgainstPeriod(summary.YearEarlier)
                ),
                1,
                [texts["rank"], texts["commodity"], texts["value"], texts["share"], texts["change"]],
                [.. flow.Largest.Select(Line)]
            );
        }
    }

    private IReadOnlyList<DocumentCell> Line(SummaryCommodity commodity, int index) =>
        [
            DocumentCells.Count(index + 1),
            DocumentCell.Of(NameOf(commodity)),
            cells.Amount(commodity.Value.Now),
            cells.Share(commodity.Share, commodity.Value.Now.Rows),
            cells.Change(commodity.Value),
        ];

    /// <summary>"27 Mineral fuels": the code without its nomenclature, which the note names, and the publisher's words.</summary>
    private static string NameOf(SummaryCommodity commodity)
    {
        var code = commodity.Code.StartsWith("N.", StringComparison.Ordinal) ? null : commodity.Code.Replace('.', ' ');
        return (code, commodity.Name) switch
        {
            (null, var name) => name ?? commodity.Code,
            (_, null) => code,
            var (known, name) => $"{known}: {name}",
        };
    }
}
