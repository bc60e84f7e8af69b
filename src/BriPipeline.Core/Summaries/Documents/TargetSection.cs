using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Progress to targets: a table of sides and a chart each.</summary>
internal sealed class TargetSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        if (summary.Targets.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, words["targets"]);
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
            words.Registers.Name(register),
            words.Registers.Money(register),
            register.Year,
            register.Speaker is null ? words["missing"] : words.Registers.Speaker(register),
            words.Registers.Date(register),
            register.Source,
            words.Format.Day(register.SourceDate)
        );
        yield return Say($"target.{target.State}");
        if (target.Sides.Count == 0)
        {
            yield break;
        }

        var letter = (char)('a' + index);
        yield return new TableBlock(
            "target" + letter,
            words.Say("targetName", register.Year, index + 1),
            words.Say("targetCaption", words.Format.Unit(register.Unit ?? ""), words.Format.Period(target.Through)),
            0,
            [
                words["figuresOf"],
                words["source.heading"],
                words["toDate"],
                words["shareReached"],
                words["remaining"],
                words["monthsLeft"],
                words["monthlyNeeded"],
            ],
            [
                .. target.Sides.Select(side =>
                    (IReadOnlyList<DocumentCell>)
                        [
                            DocumentCell.Of(words.NameOf(side.Reporter)),
                            DocumentCell.Of(side.Source),
                            words.Cells.Amount(side.ToDate),
                            words.Cells.Share(side.Share, side.ToDate.Rows),
                            words.Cells.Millions(side.Remaining, side.ToDate.Rows),
                            DocumentCells.Count(side.MonthsLeft),
                            words.Cells.Millions(side.MonthlyNeeded, side.ToDate.Rows),
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
                    words.NameOf(side.Reporter),
                    words.Format.Amount(projection.Low),
                    TextRuns.TextOf(words.Amount(projection.High, [], register.Unit)),
                    projection.Years
                );
            }
        }

        yield return new ChartBlock(
            "targetchart" + letter,
            ChartKind.StackedBars,
            words.Say("targetChart", words.Format.Unit(register.Unit ?? ""), words.Format.Millions(amount)),
            words.Say(
                "targetChartSays",
                string.Join(
                    words["listSeparator"],
                    target.Sides.Select(side =>
                        $"{words.NameOf(side.Reporter)}: {words.Say("percent", words.Format.Share(side.Share))}"
                    )
                )
            ),
            [.. target.Sides.Select(side => $"{words.NameOf(side.Reporter)} ({side.Source})")],
            [
                new(
                    words["toDate"],
                    [.. target.Sides.Select(side => (decimal?)side.ToDate.Value / SummaryFormat.Million)]
                ),
                new(
                    words["remaining"],
                    [.. target.Sides.Select(side => (decimal?)side.Remaining / SummaryFormat.Million)]
                ),
            ]
        )
        {
            Rows = [.. target.Sides.Select(side => side.ToDate.Rows)],
        };
    }

    private TextBlock Say(string key, params ReadOnlySpan<object?> arguments) =>
        SummaryWording.Plain(words.Say(key, arguments));
}
