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
            [.. summary.Spans.Where(IsKnown).SelectMany(Lines)]
        );
        if (summary.ThreeMonths is { } threeMonths)
        {
            yield return Recent("threemonths", "threeMonths", threeMonths);
        }

        if (summary.OnMonthBefore is { } onMonthBefore)
        {
            yield return Recent("monthbefore", "monthBefore", onMonthBefore);
        }

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

        if (summary.Months.Count(month => month.Now is not null) > 1)
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
                        words["listSeparator"],
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
            )
            {
                Rows = [.. summary.Months.Select(month => SummaryWording.RowsOf(month.Now, month.YearEarlier))],
            };
        }
    }

    /// <summary>Of a span without figures a sentence names the months that are missing.</summary>
    private static bool IsKnown(SummarySpan span) =>
        span.Kind == SpanKind.Period
        || span.Turnover is not null
        || span.Exports is not null
        || span.Imports is not null;

    private TableBlock Recent(string id, string key, SummaryRecent recent) =>
        new(
            id,
            words[key],
            words.Say(
                key + "Caption",
                words.Unit,
                words.Format.Period(recent.Latest),
                words.Format.Period(recent.Before)
            ),
            0,
            [
                words["measure"],
                words["value"],
                words[key + "Earlier"],
                words["change"],
                words["yearEarlier"],
                words["change"],
            ],
            [
                .. recent.Lines.Select(line =>
                    (IReadOnlyList<DocumentCell>)
                        [
                            DocumentCell.Of(words[NameOf(line.Measure)]),
                            words.Cells.Amount(line.Latest.Now),
                            words.Cells.Amount(line.Before),
                            words.Cells.Change(new(line.Latest.Now, line.Before, line.OnBefore)),
                            words.Cells.Amount(line.Latest.YearEarlier),
                            words.Cells.Change(line.Latest),
                        ]
                ),
            ]
        );

    private static string NameOf(SummaryMeasure measure) =>
        measure switch
        {
            SummaryMeasure.Exports => "exports",
            SummaryMeasure.Imports => "imports",
            SummaryMeasure.Balance => "balance",
            _ => "turnover",
        };

    private IReadOnlyList<string> SpanHeadings =>
        [words["period"], words["measure"], words["value"], words["yearEarlier"], words["change"]];

    private IEnumerable<IReadOnlyList<DocumentCell>> Lines(SummarySpan span)
    {
        var name = words.Format.Period(span.Period);
        (SummaryMeasure Measure, SummaryFigure? Figure)[] figures =
        [
            (SummaryMeasure.Turnover, span.Turnover),
            (SummaryMeasure.Exports, span.Exports),
            (SummaryMeasure.Imports, span.Imports),
            (SummaryMeasure.Balance, span.Balance),
        ];
        foreach (var (measure, figure) in figures)
        {
            yield return
            [
                DocumentCell.Of(name),
                DocumentCell.Of(words[NameOf(measure)]),
                words.Cells.Of(measure, figure?.Now),
                words.Cells.Of(measure, figure?.YearEarlier),
                words.Cells.Change(figure),
            ];
        }

        if (span.Cover is { } cover)
        {
            var (now, before) = (span.Balance?.Now.Rows ?? [], span.Balance?.YearEarlier?.Rows ?? []);
            yield return
            [
                DocumentCell.Of(name),
                DocumentCell.Of(words["cover"]),
                words.Cells.Share(cover.Percent, now),
                words.Cells.Share(cover.YearEarlier, before),
                cover.YearEarlier is { } earlier
                    ? DocumentCell.Of(words.Say("points", words.Format.Signed(cover.Percent - earlier))) with
                    {
                        Rows = [.. now, .. before],
                    }
                    : words.Cells.Missing,
            ];
        }
    }
}
