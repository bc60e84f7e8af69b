using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Progress to targets: a table of sides and a chart each.</summary>
internal sealed class TargetSection(
    MonthlySummary summary,
    SummaryTexts texts,
    SummaryFormat format,
    DocumentCells cells,
    Func<Area, string> nameOf
)
{
    public IEnumerable<DocumentBlock> Write()
    {
        if (summary.Targets.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, texts["targets"]);
        foreach (var (target, index) in summary.Targets.Select((target, index) => (target, index)))
        {
            foreach (var block in Write(target, index))
            {
                yield return block;
            }
        }
    }

    private IEnumerable<DocumentBlock> Write(SummaryTarget target, int index)
    {
        var register = target.Register;
        var amount = register.Amount ?? 0;
        yield return Say(
            "targetSays",
            register.NameIn(texts.Language),
            format.Millions(amount),
            format.Unit(register.Unit ?? ""),
            register.Year,
            register.Speaker ?? texts["missing"],
            format.Day(register.Date),
            register.Source,
            format.Day(register.SourceDate),
            register.Qualifier is { } qualifier ? (texts.Find("qualifier." + qualifier) ?? qualifier) + " " : ""
        );
        yield return Say($"target.{target.State}");
        if (target.Sides.Count == 0)
        {
            yield break;
        }

        var letter = (char)('a' + index);
        yield return new TableBlock(
            "target" + letter,
            SummaryFormat.Fill(texts["targetName"], register.Year, index + 1),
            SummaryFormat.Fill(texts["targetCaption"], format.Unit(register.Unit ?? ""), format.Period(target.Through)),
            0,
            [
                texts["figuresOf"],
                texts["source.heading"],
                texts["toDate"],
                texts["shareReached"],
                texts["remaining"],
                texts["monthsLeft"],
                texts["monthlyNeeded"],
            ],
            [
                .. target.Sides.Select(side =>
                    (IReadOnlyList<DocumentCell>)
                        [
                            DocumentCell.Of(nameOf(side.Reporter)),
                            DocumentCell.Of(side.Source),
                            cells.Amount(side.ToDate),
                            cells.Share(side.Share, side.ToDate.Rows),
                            cells.Millions(side.Remaining, side.ToDate.Rows),
                            DocumentCells.Count(side.MonthsLeft),
                            cells.Millions(side.MonthlyNeeded, side.ToDate.Rows),
                        ]
                ),
            ]
        );
        foreach (var side in target.Sides)
        {
            if (side.Projection is { } projection)
            {
                yield return Say(
                    "projection",
                    nameOf(side.Reporter),
                    format.Millions(projection.Low),
                    format.Millions(projection.High),
                    format.Unit(register.Unit ?? ""),
                    projection.Years
                );
            }
        }

        yield return new ChartBlock(
            "targetchart" + letter,
            ChartKind.StackedBars,
            SummaryFormat.Fill(texts["targetChart"], format.Unit(register.Unit ?? ""), format.Millions(amount)),
            SummaryFormat.Fill(
                texts["targetChartSays"],
                string.Join("; ", target.Sides.Select(side => $"{nameOf(side.Reporter)}: {format.Share(side.Share)} %"))
            ),
            [.. target.Sides.Select(side => $"{nameOf(side.Reporter)} ({side.Source})")],
            [
                new(
                    texts["toDate"],
                    [.. target.Sides.Select(side => (decimal?)side.ToDate.Value / SummaryFormat.Million)]
                ),
                new(
                    texts["remaining"],
                    [.. target.Sides.Select(side => (decimal?)side.Remaining / SummaryFormat.Million)]
                ),
            ]
        );
    }

    private TextBlock Say(string key, params ReadOnlySpan<object?> arguments) =>
        new(TextKind.Plain, TextRuns.Of(SummaryFormat.Fill(texts[key], arguments)));
}
