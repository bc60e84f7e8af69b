using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The first screen: what a reader takes away, in sentences, each with the rows behind its figures.</summary>
internal sealed class MainPointSection(SummaryWording words)
{
    private const int MaxContributions = 3;
    private const int MonthsOfYear = 12;

    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        yield return words.Heading("mainPoints");
        yield return new ListBlock([
            .. Spans().Select(Amounts),
            .. Targets(),
            .. Contributions() is { } contributions ? [contributions] : Array.Empty<IReadOnlyList<TextRun>>(),
            .. Statements(),
            .. Revisions() is { } revisions ? [revisions] : Array.Empty<IReadOnlyList<TextRun>>(),
            .. Doubts() is { } doubts ? [doubts] : Array.Empty<IReadOnlyList<TextRun>>(),
        ]);
    }

    /// <summary>The year to date, then the month or year of the summary itself.</summary>
    private IEnumerable<SummarySpan> Spans() =>
        summary
            .Spans.Where(span =>
                span.Kind == SpanKind.Period || span is { Kind: SpanKind.YearToDate, Turnover: not null }
            )
            .OrderBy(span => span.Kind == SpanKind.Period)
            .DistinctBy(span => span.Period);

    private IReadOnlyList<TextRun> Amounts(SummarySpan span)
    {
        var yearEarlier = span.Period.YearEarlier;
        var amounts = TextRuns.Fill(
            words["lead"],
            words.Said(span.Turnover, yearEarlier),
            words.Said(span.Exports, yearEarlier),
            words.Said(span.Imports, yearEarlier),
            TextRuns.Of(words.Format.InPeriod(span.Period))
        );
        return span.Balance?.Now is { Value: not 0 } balance
            ?
            [
                .. amounts,
                new TextRun(" "),
                .. TextRuns.Fill(
                    words[balance.Value > 0 ? "surplus" : "deficit"],
                    words.Amount(Math.Abs(balance.Value), balance.Rows)
                ),
            ]
            : amounts;
    }

    /// <summary>How far each side's figures say that a target is reached, and what it takes to reach it.</summary>
    private IEnumerable<IReadOnlyList<TextRun>> Targets() =>
        from target in summary.Targets
        from side in target.Sides
        let rows = side.ToDate.Rows
        let months = MonthsOfYear - side.MonthsLeft
        select TextRuns.Fill(
            words[
                side.Remaining == 0 ? "point.targetReached"
                : side.MonthlyNeeded is null ? "point.targetMissed"
                : "point.target"
            ],
            TextRuns.Of(QualifierOf(target.Register) + words.Format.Millions(target.Register.Amount ?? 0)),
            TextRuns.Of(words.Format.Unit(target.Register.Unit ?? "")),
            TextRuns.Of($"{target.Register.Year}"),
            [new(words.Format.Share(side.Share), rows)],
            TextRuns.Of(words.NameOf(side.Reporter)),
            [new(words.Format.Millions(side.Remaining), rows)],
            [new(words.Format.Millions(side.MonthlyNeeded ?? 0), rows)],
            TextRuns.Of($"{side.MonthsLeft}"),
            [new(words.Format.Millions(side.ToDate.Value / months), rows)]
        );

    /// <summary>Who or what moved turnover most: partners or members, and of a pair its two flows.</summary>
    private IReadOnlyList<TextRun>? Contributions()
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
        if (moves.Count < 2)
        {
            return null;
        }

        var list = new List<TextRun>();
        foreach (var (name, figure) in moves)
        {
            list.Add(new((list.Count == 0 ? "" : "; ") + name + " "));
            list.Add(
                new(words.Format.SignedMillions(figure!.Change.Difference!.Value), words.Cells.Change(figure).Rows)
            );
        }

        return TextRuns.Fill(
            words["point.contributions"],
            TextRuns.Of(words.Period),
            TextRuns.Of(words.YearEarlier),
            TextRuns.Of(words.Unit),
            list
        );
    }

    /// <summary>What somebody said of months of which there are figures, and how far these are from it.</summary>
    private IEnumerable<IReadOnlyList<TextRun>> Statements() =>
        from statement in summary.Registers
        where statement is { Kind: RegisterKind.Statement, Amount: > 0, Period: not null }
        from side in SidesOf(statement)
        let said = statement.Amount.GetValueOrDefault()
        let difference = side.Amount.Value - said
        select TextRuns.Fill(
            words["point.statement"],
            TextRuns.Of(statement.NameIn(words.Texts.Language)),
            TextRuns.Of(QualifierOf(statement) + words.Format.Millions(said)),
            TextRuns.Of(words.Format.Unit(statement.Unit ?? "")),
            TextRuns.Of(words.NameOf(side.Reporter)),
            [new(words.Format.Millions(side.Amount.Value), side.Amount.Rows)],
            [new(words.Format.SignedMillions(difference), side.Amount.Rows)]
        );

    /// <summary>The figures of each side for the months, the flow and the unit of a statement.</summary>
    private IEnumerable<(Area Reporter, SummaryAmount Amount)> SidesOf(RegisterRow statement)
    {
        if (
            statement.Unit == summary.Choice.Unit
            && summary.Spans.FirstOrDefault(span => span.Period == statement.Period) is { } own
        )
        {
            var figure = statement.Flow switch
            {
                TradeFlow.X => own.Exports,
                TradeFlow.M => own.Imports,
                _ => own.Turnover,
            };
            if (figure is not null)
            {
                yield return (summary.Reporter, figure.Now);
            }
        }

        var others = summary
            .Targets.Where(target =>
                target.Through == statement.Period
                && target.Register.Unit == statement.Unit
                && (target.Register.Flow ?? TradeFlow.T) == (statement.Flow ?? TradeFlow.T)
            )
            .SelectMany(target => target.Sides)
            .Where(side => side.Reporter != summary.Reporter)
            .DistinctBy(side => side.Reporter);
        foreach (var side in others)
        {
            yield return (side.Reporter, side.ToDate);
        }
    }

    private IReadOnlyList<TextRun>? Revisions() =>
        summary.Revisions is { Changes.Count: > 0 } revisions
            ? TextRuns.Of(words.Say("revisionsSince", revisions.Since, words.Format.Count(revisions.Changes.Count)))
            : null;

    /// <summary>Findings that are open about rows behind the figures, wherever in the document these stand.</summary>
    private IReadOnlyList<TextRun>? Doubts()
    {
        var doubted = summary.Rows.Where(row => row.Value.Doubt is not null).ToList();
        if (doubted.Count == 0)
        {
            return null;
        }

        var titles = doubted
            .SelectMany(row => DoubtCodes.Split(row.Value.Doubt))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(code => FindingTexts.TitleOf(words.Texts.Language, code));
        return TextRuns.Fill(
            words["point.doubt"],
            [new(words.Format.Count(doubted.Count), [.. doubted.Select(row => row.Key)])],
            TextRuns.Of(string.Join("; ", titles)),
            TextRuns.Of(words.Texts.MarkOfDoubt.Sign)
        );
    }

    private string QualifierOf(RegisterRow row) =>
        row.Qualifier is { } said ? (words.Texts.Find("qualifier." + said) ?? said) + " " : "";
}
