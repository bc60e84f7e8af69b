using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries.Html;

/// <summary>The list of sources: a table a sheet, a line a partner and period, the address and exact value of each cell.</summary>
internal static class HtmlSources
{
    public static Markup Write(
        MonthlySummary summary,
        SummaryTexts texts,
        SummaryFormat format,
        HtmlFigures figures,
        Func<Area, string> nameOf
    )
    {
        SummaryLine[] lines = [summary.World, .. summary.Countries, .. summary.Groups];
        var places = lines
            .Select((line, index) => (line.Area, index))
            .ToDictionary(pair => pair.Area, pair => pair.index);
        TradeFlow[] flows = [TradeFlow.T, TradeFlow.X, summary.ImportFlow];
        return Markup.Join(
            summary
                .Rows.GroupBy(row => (row.Value.Workbook, row.Value.Sheet))
                .OrderByDescending(sheet => sheet.Max(row => row.Value.Period))
                .ThenBy(sheet => sheet.Key.Workbook, StringComparer.Ordinal)
                .ThenBy(sheet => sheet.Key.Sheet, StringComparer.Ordinal)
                .Select(sheet =>
                    Table(
                        sheet.Key.Sheet.Length > 0
                            ? SummaryFormat.Fill(texts.SheetCaption, sheet.Key.Workbook, sheet.Key.Sheet)
                            : SummaryFormat.Fill(texts.FileCaption, sheet.Key.Workbook),
                        texts,
                        sheet
                            .GroupBy(row => (row.Value.Partner, row.Value.Period))
                            .OrderByDescending(line => line.Key.Period)
                            .ThenBy(line => places[line.Key.Partner])
                            .Select(line => Line(line.Key.Partner, line.Key.Period, [.. line]))
                    )
                )
        );

        Markup Line(Area partner, TimePeriod period, KeyValuePair<string, SummarySource>[] rows)
        {
            var cells = flows.Select(flow =>
                rows.Where(row => row.Value.Flow == flow)
                    .Select(row =>
                        Markup.Of(
                            $"""<td id="{figures.AnchorOf(row.Key)}" title="{row.Key}"><b>{row.Value.Cell}</b> {format.Exact(row.Value.Value)}</td>"""
                        )
                    )
                    .DefaultIfEmpty(Markup.Of($"<td></td>"))
                    .First()
            );
            return Markup.Of(
                $"""<tr><th scope="row">{nameOf(partner)}</th><td>{format.Period(period)}</td>{Markup.Join(cells)}</tr>"""
            );
        }
    }

    private static Markup Table(string caption, SummaryTexts texts, IEnumerable<Markup> lines) =>
        HtmlTable.Write(
            "sources",
            caption,
            [texts.Partner, texts.Period, texts.Turnover, texts.Exports, texts.Imports],
            lines
        );
}
