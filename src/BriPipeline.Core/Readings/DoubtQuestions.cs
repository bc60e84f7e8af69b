using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>Figures that their own workbook contradicts are stored only when a person says that they are right as printed (DESIGN
/// section 4, rule 13).</summary>
internal static class DoubtQuestions
{
    /// <summary>More figures of a sheet with one doubt are one question.</summary>
    private const int MaxApart = 3;

    private static readonly AskOption[] Options = [new(Ask.AsPrinted, Why.Printed)];

    /// <summary>The doubts that nobody has answered with "as printed", and the findings of them all.</summary>
    public static (IReadOnlyList<Doubt> Open, IReadOnlyList<Finding> Findings) Settle(
        IReadOnlyList<Doubt> doubts,
        AnswerBook book
    )
    {
        var open = new List<Doubt>();
        var findings = new List<Finding>();
        foreach (var kind in doubts.GroupBy(doubt => (doubt.Code, doubt.At.Sheet)))
        {
            if (kind.Key.Code.Severity != Severity.RejectCell)
            {
                open.AddRange(kind);
                findings.AddRange(Checklist.Name(kind));
                continue;
            }

            var all = kind.OrderBy(doubt => doubt.At.Cell).ToList();
            foreach (var together in all.Count > MaxApart ? [all] : all.Select(doubt => new List<Doubt> { doubt }))
            {
                var ask = new Ask(QuestionKind.Figure, About(together), Options);
                var answer = book.Find(ask);
                if (answer != Ask.AsPrinted)
                {
                    open.AddRange(together.Select(doubt => doubt with { IsLeftOut = answer == Ask.LeaveOut }));
                    findings.AddRange(
                        Checklist.Name(together).Select(finding => (finding with { Ask = ask }).AsAnswered(answer))
                    );
                }
            }
        }

        return (open, findings);
    }

    /// <summary>What is doubtful, with the figures as printed: a later version that prints others asks again.</summary>
    private static string About(List<Doubt> doubts) =>
        doubts is [var only]
            ? $"{only.Code.Title}: {string.Join(", ", only.Places.Select(Show))}"
            : $"{doubts[0].Code.Title}: {Show(doubts[0].At)} … {Show(doubts[^1].At)} ({doubts.Count})";

    private static string Show(Provenance at) =>
        at.Sheet.Length == 0 ? $"{at.Cell} {at.Raw}" : $"{at.Sheet}!{at.Cell} {at.Raw}";
}
