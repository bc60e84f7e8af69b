using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What the rules make of a column: one answer, or rivals of equal precedence.</summary>
/// <param name="Answers">The answers that differ, each with the rules that give it.</param>
internal sealed record RoleVerdict(ColumnFacts Column, IReadOnlyList<(RoleAnswer Answer, string Rules)> Answers)
{
    /// <summary>Asks all rules; of those that apply, the ones of the first precedence decide.</summary>
    public static RoleVerdict Of(ColumnFacts column, IEnumerable<RoleRule> rules)
    {
        var applying = rules.Where(rule => rule.Needs(column)).ToList();
        var first = applying.Min(rule => rule.Precedence);
        var answers = new List<(RoleAnswer Answer, string Rules)>();
        foreach (
            var rule in applying
                .Where(rule => rule.Precedence == first)
                .OrderBy(rule => rule.Name, StringComparer.Ordinal)
        )
        {
            var answer = rule.Gives(column);
            var known = answers.FindIndex(other => other.Answer.Agrees(answer));
            if (known < 0)
            {
                answers.Add((answer, rule.Name));
            }
            else
            {
                answers[known] = (answers[known].Answer, $"{answers[known].Rules}, {rule.Name}");
            }
        }

        return new(column, answers);
    }

    /// <summary>The roles of all columns of a table: first each by its own facts, then beside the others.</summary>
    public static IReadOnlyList<ColumnRole> OfTable(Sheet sheet, RowKind[] kinds, TableArea area, CellEvidence evidence)
    {
        var table = new TableFacts(sheet, kinds, area, evidence);
        return GoodsColumns.Group(
            table,
            [.. OfTable(table, RoleRules.All).Select(role => ColumnAnswers.Apply(role, evidence.Book))]
        );
    }

    public static IReadOnlyList<ColumnRole> OfTable(TableFacts table, IReadOnlyCollection<RoleRule> rules)
    {
        List<ColumnRole> alone = [.. table.Columns.Select(column => Of(column, rules).ToRole())];
        return [.. table.Columns.Select(column => Of(column with { Peers = alone }, rules).ToRole())];
    }

    private ColumnRole ToRole()
    {
        var (answer, rules) = Answers is [var only] ? only : Between();
        return new(
            Column.Column,
            answer.Use,
            answer.Dimension,
            answer.Kind,
            Column.Headers,
            Column.Heading.Text,
            answer.Reason
        )
        {
            Rule = rules,
        };
    }

    /// <summary>Rivals: nothing of the column is stored, and where one of them would tell rows apart, no row is taken for
    /// another.</summary>
    private (RoleAnswer, string) Between()
    {
        var names = string.Join(" / ", Answers.Select(one => one.Rules));
        return Answers.Any(one => one.Answer.Use == ColumnUse.Label)
            ? (RoleAnswer.NotUnderstood(names), names)
            : (RoleAnswer.NotStored(ColumnUse.Alternatives, names), names);
    }
}
