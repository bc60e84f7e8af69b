using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries.Html;

/// <summary>The list of sources: a table a sheet, a line a partner and period, the address and exact value of each cell.</summary>
internal sealed class HtmlSources(
    MonthlySummary summary,
    SummaryTexts texts,
    SummaryFormat format,
    HtmlFigures figures,
    Func<Area, string> nameOf
)
{
    private const int ShownOfHash = 12;

    private readonly Dictionary<Area, int> places = new[] { summary.World }
        .Concat(summary.Countries)
        .Concat(summary.Groups)
        .Select((line, index) => (line.Area, index))
        .ToDictionary(pair => pair.Area, pair => pair.index);

    private readonly (TradeFlow Flow, string Heading)[] columns =
    [
        (TradeFlow.T, texts.Turnover),
        (TradeFlow.X, texts.Exports),
        (summary.ImportFlow, texts.Imports),
    ];

    /// <summary>The sheet of the newest period first.</summary>
    public Markup Write() =>
        Markup.Join(
            summary
                .Rows.GroupBy(row => (row.Value.Workbook, row.Value.Sha256, row.Value.Sheet))
                .OrderByDescending(sheet => sheet.Max(row => row.Value.Period))
                .ThenBy(sheet => sheet.Key.Workbook, StringComparer.Ordinal)
                .ThenBy(sheet => sheet.Key.Sha256, StringComparer.Ordinal)
                .ThenBy(sheet => sheet.Key.Sheet, StringComparer.Ordinal)
                .Select(sheet => Table([.. sheet]))
        );

    private Markup Table(KeyValuePair<string, SummarySource>[] rows)
    {
        var held = columns.Where(column => rows.Any(row => row.Value.Flow == column.Flow)).ToArray();
        return HtmlTable.Write(
            "sources",
            CaptionOf(rows[0].Value),
            [texts.Partner, texts.Period, .. held.Select(column => column.Heading)],
            rows.GroupBy(row => (row.Value.Partner, row.Value.Period))
                .OrderByDescending(line => line.Key.Period)
                .ThenBy(line => places[line.Key.Partner])
                .Select(line =>
                {
                    var byFlow = line.ToDictionary(row => row.Value.Flow);
                    var cells = held.Select(column =>
                        byFlow.TryGetValue(column.Flow, out var row)
                            ? Cell(row.Key, row.Value)
                            : Markup.Of($"<td></td>")
                    );
                    return Markup.Of(
                        $"""<tr><th scope="row">{nameOf(line.Key.Partner)}</th><td>{format.Period(line.Key.Period)}</td>{Markup.Join(cells)}</tr>"""
                    );
                })
        );
    }

    private string CaptionOf(SummarySource source)
    {
        var caption =
            source.Sheet.Length > 0
                ? SummaryFormat.Fill(texts.SheetCaption, source.Workbook, source.Sheet)
                : SummaryFormat.Fill(texts.FileCaption, source.Workbook);
        return source.Sha256 is { } hash
            ? SummaryFormat.Fill(texts.VersionCaption, caption, hash[..ShownOfHash])
            : caption;
    }

    private Markup Cell(string key, SummarySource source) =>
        Markup.Of(
            $"""<td id="{figures.AnchorOf(key)}" title="{key}"><b>{source.Cell}</b> {format.Exact(source.Value)}</td>"""
        );
}
