using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>What somebody said of months of which there are figures, beside these figures, with the difference.</summary>
internal sealed class QuotationSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        IReadOnlyList<TextRun>[] sentences = [.. summary.Registers.Where(IsMeasured).SelectMany(Sentence)];
        if (sentences.Length > 0)
        {
            yield return words.Heading("quotations");
            yield return new ListBlock(sentences);
        }
    }

    private static bool IsMeasured(RegisterRow row) =>
        row is { Kind: RegisterKind.Statement, Amount: > 0, Period: not null };

    private IEnumerable<IReadOnlyList<TextRun>> Sentence(RegisterRow statement)
    {
        var sides = SidesOf(statement).ToList();
        if (sides.Count > 0)
        {
            yield return TextRuns.Fill(
                words["quotation"],
                TextRuns.Of(words.Registers.Name(statement)),
                TextRuns.Of(words.Registers.Money(statement)),
                words.Listed(sides.Select(side => Side(statement, side.Reporter, side.Amount))),
                TextRuns.Of(statement.Speaker is null ? statement.Source : words.Registers.Speaker(statement)),
                TextRuns.Of(words.Registers.Date(statement))
            );
        }
    }

    private IReadOnlyList<TextRun> Side(RegisterRow statement, Area reporter, SummaryAmount amount) =>
        TextRuns.Fill(
            words["quotationSide"],
            TextRuns.Of(words.NameOf(reporter)),
            words.Amount(amount.Value, amount.Rows, statement.Unit),
            words.SignedAmount(amount.Value - statement.Amount.GetValueOrDefault(), amount.Rows, statement.Unit)
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
}
