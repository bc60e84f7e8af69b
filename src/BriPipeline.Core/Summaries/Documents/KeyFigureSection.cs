namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The amounts of each span, in every unit, and of each month.</summary>
internal sealed class KeyFigureSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        yield return words.Heading("keyFigures");
        yield return new TableBlock(
            "key",
            words["keyFigures"],
            words.Say("keyFiguresCaption", words.Unit),
            1,
            SpanHeadings,
            [.. summary.Spans.SelectMany(Lines)]
        );
        foreach (var beside in summary.Beside)
        {
            yield return new TableBlock(
                "key" + beside.Unit.ToLowerInvariant(),
                words.Say("besideName", words.Format.Unit(beside.Unit)),
                words.Say("besideCaption", words.Format.Unit(beside.Unit)),
                1,
                SpanHeadings,
                [.. beside.Spans.SelectMany(Lines)]
            );
        }

        foreach (var span in summary.Spans.Where(span => span.MissingMonths.Count > 0))
        {
            yield return SummaryWording.Plain(
                words.Say(
                    "missingMonths",
                    words.Format.Period(span.Period),
                    string.Join(", ", span.MissingMonths.Select(words.Format.Period))
                )
            );
        }

        if (summary.Months.Count > 0)
        {
            yield return new TableBlock(
                "months",
                words["byMonth"],
                words.Say("monthsCaption", words.Unit),
                0,
                [words["period"], words["turnover"], words["yearEarlier"]],
                [
                    .. summary.Months.Select(month =>
                        (IReadOnlyList<DocumentCell>)
                            [
                                DocumentCell.Of(words.Format.Period(month.Period)),
                                words.Cells.Amount(month.Now),
                                words.Cells.Amount(month.YearEarlier),
                            ]
                    ),
                ]
            );
            yield return new ChartBlock(
                "monthschart",
                ChartKind.Columns,
                words.Say("monthsChart", words.Unit),
                words.Say(
                    "monthsChartSays",
                    string.Join(
                        "; ",
                        summary.Months.Select(month =>
                            $"{words.Format.Period(month.Period)}: {words.Text(month.Now)} ({words.Text(month.YearEarlier)})"
                        )
                    )
                ),
                [.. summary.Months.Select(month => words.Short(month.Period))],
                [
                    new(
                        words["yearEarlier"],
                        [.. summary.Months.Select(month => SummaryWording.InMillions(month.YearEarlier))]
                    ),
                    new(words["turnover"], [.. summary.Months.Select(month => SummaryWording.InMillions(month.Now))]),
                ]
            );
        }
    }

    private IReadOnlyList<string> SpanHeadings =>
        [words["period"], words["measure"], words["value"], words["yearEarlier"], words["change"]];

    private IEnumerable<IReadOnlyList<DocumentCell>> Lines(SummarySpan span)
    {
        var name = words.Format.Period(span.Period);
        (SummaryMeasure Measure, string Name, SummaryFigure? Figure)[] figures =
        [
            (SummaryMeasure.Turnover, words["turnover"], span.Turnover),
            (SummaryMeasure.Exports, words["exports"], span.Exports),
            (SummaryMeasure.Imports, words["imports"], span.Imports),
            (SummaryMeasure.Balance, words["balance"], span.Balance),
        ];
        return figures.Select(figure =>
            (IReadOnlyList<DocumentCell>)
                [
                    DocumentCell.Of(name),
                    DocumentCell.Of(figure.Name),
                    words.Cells.Of(figure.Measure, figure.Figure?.Now),
                    words.Cells.Of(figure.Measure, figure.Figure?.YearEarlier),
                    words.Cells.Change(figure.Figure),
                ]
        );
    }
}
