using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Both sides of each flow, the gap and its history.</summary>
internal sealed class MirrorSection(
    MonthlySummary summary,
    SummaryTexts texts,
    SummaryFormat format,
    DocumentCells cells,
    Func<Area, string> nameOf
)
{
    public IEnumerable<DocumentBlock> Write()
    {
        if (summary.Mirror is not { } mirror)
        {
            yield break;
        }

        yield return new HeadingBlock(2, texts["mirror"]);
        if (mirror.Lines.Count > 0)
        {
            yield return Table("mirror", texts["mirrorName"], texts["mirrorCaption"], mirror.Lines);
        }
        else
        {
            yield return new TextBlock(
                TextKind.Plain,
                TextRuns.Of(SummaryFormat.Fill(texts["mirrorNone"], nameOf(summary.Partner!.Value)))
            );
        }

        if (mirror.OtherUnits.Count > 0)
        {
            yield return new TextBlock(
                TextKind.Plain,
                TextRuns.Of(
                    SummaryFormat.Fill(
                        texts["mirrorOtherUnits"],
                        nameOf(summary.Partner!.Value),
                        string.Join(", ", mirror.OtherUnits)
                    )
                )
            );
        }

        if (mirror.History.Count == 0)
        {
            yield break;
        }

        yield return Table("mirrorhistory", texts["mirrorHistoryName"], texts["mirrorHistoryCaption"], mirror.History);
        foreach (
            var flow in mirror
                .History.Concat(mirror.Lines.Where(line => line.Period == summary.Period))
                .GroupBy(line => (line.From, line.To, line.Exporter.Source, line.Importer.Source))
        )
        {
            MirrorLine[] lines = [.. flow.OrderBy(line => line.Period)];
            yield return new ChartBlock(
                $"mirrorchart{flow.Key.From.Code.ToLowerInvariant()}{flow.Key.To.Code.ToLowerInvariant()}{Letters(flow.Key.Item3)}{Letters(flow.Key.Item4)}",
                ChartKind.Columns,
                SummaryFormat.Fill(
                    texts["mirrorChart"],
                    nameOf(flow.Key.From),
                    nameOf(flow.Key.To),
                    summary.Choice.Unit
                ),
                SummaryFormat.Fill(
                    texts["mirrorChartSays"],
                    string.Join(
                        texts["listSeparator"],
                        lines.Select(line =>
                            $"{format.Period(line.Period)}: {format.Millions(line.Exporter.Amount.Value)}, {format.Millions(line.Importer.Amount.Value)}"
                        )
                    )
                ),
                [.. lines.Select(line => Short(line.Period))],
                [
                    new(
                        SummaryFormat.Fill(texts["exporterSays"], nameOf(flow.Key.From), flow.Key.Item3),
                        [.. lines.Select(line => (decimal?)line.Exporter.Amount.Value / SummaryFormat.Million)]
                    ),
                    new(
                        SummaryFormat.Fill(texts["importerSays"], nameOf(flow.Key.To), flow.Key.Item4),
                        [.. lines.Select(line => (decimal?)line.Importer.Amount.Value / SummaryFormat.Million)]
                    ),
                ]
            )
            {
                Rows = [.. lines.Select(line => SummaryWording.RowsOf(line.Exporter.Amount, line.Importer.Amount))],
            };
        }
    }

    private TableBlock Table(string id, string name, string caption, IReadOnlyList<MirrorLine> lines) =>
        new(
            id,
            name,
            SummaryFormat.Fill(caption, format.Unit(summary.Choice.Unit)),
            1,
            [
                texts["period"],
                texts["flow"],
                texts["exporter"],
                texts["importer"],
                texts["gap"],
                texts["gapPercent"],
                texts["counted"],
            ],
            [
                .. lines.Select(line =>
                {
                    IReadOnlyList<string> rows = [.. line.Exporter.Amount.Rows, .. line.Importer.Amount.Rows];
                    return (IReadOnlyList<DocumentCell>)
                        [
                            DocumentCell.Of(format.Period(line.Period)),
                            DocumentCell.Of($"{nameOf(line.From)} → {nameOf(line.To)}"),
                            cells.Amount(line.Exporter.Amount),
                            cells.Amount(line.Importer.Amount),
                            cells.Millions(line.Gap, rows, isSigned: true),
                            cells.Signed(line.Percent, rows),
                            DocumentCell.Of($"{Rule(line.Exporter)}; {Rule(line.Importer)}"),
                        ];
                }),
            ]
        );

    private string Rule(MirrorSide side) =>
        $"{side.Source}: {side.Valuation ?? texts["valuationUnsaid"]}, {texts[$"rule.{side.Flow}"]}";

    private static string Letters(string source) => string.Concat(source.Where(char.IsAsciiLetterLower));

    private static string Short(TimePeriod period) => period.ToString();
}
