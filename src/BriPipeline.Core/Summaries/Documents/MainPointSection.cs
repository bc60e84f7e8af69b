using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The first screen: what a reader takes away, in at most five sentences, each with the rows behind its figures.</summary>
internal sealed class MainPointSection(SummaryWording words)
{
    private const int MaxPoints = 5;
    private const int MaxContributions = 3;
    private const int MonthsOfYear = 12;

    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        yield return words.Heading("mainPoints");
        // What is open is told in any case, so it takes its place before the others do.
        var caveats = Caveats();
        yield return new ListBlock([
            .. Figures().Concat(Targets()).Concat(Contributions()).Concat(LongRun()).Take(MaxPoints - caveats.Count),
            .. caveats,
        ]);
    }

    /// <summary>The year to date, then the month or year of the summary itself; the balance stands by itself beside one span.</summary>
    private IEnumerable<IReadOnlyList<TextRun>> Figures()
    {
        SummarySpan[] spans =
        [
            .. summary
                .Spans.Where(span =>
                    span.Kind == SpanKind.Period || span is { Kind: SpanKind.YearToDate, Turnover: not null }
                )
                .OrderBy(span => span.Kind == SpanKind.Period)
                .DistinctBy(span => span.Period),
        ];
        if (spans is [var only])
        {
            return BalanceOf(only) is { Count: > 0 } balance ? [Amounts(only), balance] : [Amounts(only)];
        }

        return spans.Select(span =>
            BalanceOf(span) is { Count: > 0 } balance
                ? [.. Amounts(span), new TextRun(words["sentenceSpace"]), .. balance]
                : Amounts(span)
        );
    }

    private IReadOnlyList<TextRun> Amounts(SummarySpan span)
    {
        var yearEarlier = span.Period.YearEarlier;
        return TextRuns.Fill(
            words["lead"],
            words.Said(span.Turnover, yearEarlier),
            words.Said(span.Exports, yearEarlier),
            words.Said(span.Imports, yearEarlier),
            TextRuns.Of(words.Format.InPeriod(span.Period))
        );
    }

    /// <summary>The balance, and how much of the imports the exports pay for.</summary>
    private IReadOnlyList<TextRun> BalanceOf(SummarySpan span)
    {
        if (span.Balance?.Now is not { Value: not 0 } balance)
        {
            return [];
        }

        var said = TextRuns.Fill(
            words[balance.Value > 0 ? "surplus" : "deficit"],
            words.Amount(Math.Abs(balance.Value), balance.Rows)
        );
        return span.Cover is not { } cover
            ? said
            :
            [
                .. said,
                new TextRun(words["sentenceSpace"]),
                .. TextRuns.Fill(
                    words[cover.YearEarlier is null ? "point.cover" : "point.coverChanged"],
                    [new(words.Format.Share(cover.Percent), balance.Rows)],
                    [new(words.Format.Share(cover.YearEarlier ?? 0), span.Balance.YearEarlier?.Rows)]
                ),
            ];
    }

    /// <summary>How far each side's figures say that a target is reached, and what it takes to reach it.</summary>
    private IEnumerable<IReadOnlyList<TextRun>> Targets() =>
        from target in summary.Targets
        where target.Sides.Count > 0
        select (IReadOnlyList<TextRun>)
            [
                .. TextRuns.Fill(
                    words["point.target"],
                    TextRuns.Of(words.Registers.Money(target.Register)),
                    TextRuns.Of($"{target.Register.Year}")
                ),
                .. words.Listed(target.Sides.Select(side => Side(target, side))),
                new TextRun(
                    words[target.Sides.Any(side => side.MonthlyNeeded is not null) ? "point.targetEnd" : "sentenceEnd"]
                ),
            ];

    private IReadOnlyList<TextRun> Side(SummaryTarget target, TargetSide side)
    {
        var (rows, unit) = (side.ToDate.Rows, target.Register.Unit);
        return TextRuns.Fill(
            words[
                side.Remaining == 0 ? "point.targetReached"
                : side.MonthlyNeeded is null ? "point.targetMissed"
                : "point.targetLeft"
            ],
            TextRuns.Of(words.NameOf(side.Reporter)),
            [new(words.Format.Share(side.Share), rows)],
            words.Amount(side.Remaining, rows, unit),
            words.Amount(side.MonthlyNeeded ?? 0, rows, unit),
            TextRuns.Of($"{side.MonthsLeft}"),
            words.Amount(side.ToDate.Value / (MonthsOfYear - side.MonthsLeft), rows, unit)
        );
    }

    /// <summary>Who or what moved turnover most: partners or members, and of a pair its two flows.</summary>
    private IEnumerable<IReadOnlyList<TextRun>> Contributions()
    {
        var moves = (
            summary.Kind == SubjectKind.Pair
                ? new[]
                {
                    (Name: words["exports"], Figure: summary.Headline.Exports),
                    (Name: words["imports"], Figure: summary.Headline.Imports),
                }
                : summary
                    .Countries.Where(line => line.Contribution is not null)
                    .Select(line => (Name: words.NameOf(line.Area), Figure: line.Turnover))
        )
            .Where(move => move.Figure?.Change.Difference is not null)
            .OrderByDescending(move => Math.Abs(move.Figure!.Change.Difference!.Value))
            .Take(MaxContributions)
            .ToList();
        if (moves.Count >= 2)
        {
            yield return TextRuns.Fill(
                words["point.contributions"],
                TextRuns.Of(words.Period),
                TextRuns.Of(words.YearEarlier),
                words.Listed(
                    moves.Select(move =>
                        (IReadOnlyList<TextRun>)
                            [
                                new(move.Name + " "),
                                .. words.SignedAmount(
                                    move.Figure!.Change.Difference!.Value,
                                    words.Cells.Change(move.Figure).Rows
                                ),
                            ]
                    )
                )
            );
        }
    }

    private IEnumerable<IReadOnlyList<TextRun>> LongRun() =>
        summary.LongRun is { } longRun ? [LongRunSection.Says(words, longRun)] : [];

    /// <summary>What was revised and what is open, as one point.</summary>
    private IReadOnlyList<IReadOnlyList<TextRun>> Caveats()
    {
        IReadOnlyList<TextRun>[] caveats = [.. Revisions(), .. Doubts()];
        return caveats.Length == 0
            ? []
            :
            [
                [
                    .. caveats.SelectMany(
                        (caveat, index) => index == 0 ? caveat : [new TextRun(words["sentenceSpace"]), .. caveat]
                    ),
                ],
            ];
    }

    private IEnumerable<IReadOnlyList<TextRun>> Revisions() =>
        summary.Revisions is { Changes.Count: > 0 } revisions
            ?
            [
                TextRuns.Fill(
                    words["revisionsSince"],
                    TextRuns.Of($"{revisions.Since}"),
                    [new(words.Format.Count(revisions.Changes.Count), [.. Still(revisions)])]
                ),
            ]
            : [];

    private IEnumerable<string> Still(SummaryRevisions revisions) =>
        revisions.Changes.Select(change => change.Key).Where(summary.Rows.ContainsKey);

    /// <summary>Findings that are open about rows behind the figures, wherever in the document these stand.</summary>
    private IEnumerable<IReadOnlyList<TextRun>> Doubts()
    {
        var doubted = summary.Doubted;
        if (doubted.Count == 0)
        {
            yield break;
        }

        var titles = doubted
            .SelectMany(row => DoubtCodes.Split(row.Value.Doubt))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(code => FindingTexts.TitleOf(words.Texts.Language, code));
        yield return TextRuns.Fill(
            words["point.doubt"],
            TextRuns.Of(words.Format.Count(doubted.Count)),
            TextRuns.Of(string.Join(words["listSeparator"], titles)),
            [new(words.Texts.MarkOfDoubt.Sign, [.. doubted.Keys])]
        );
    }
}
