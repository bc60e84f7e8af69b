using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A row whose only words are "total" stands for all of what the rows above list, though the word stands in a
/// column that names something else.</summary>
internal sealed class GrandTotal(Sheet sheet, IReadOnlyList<ColumnRole> columns, CellEvidence evidence)
{
    private static readonly Dimension[] Listed = [Dimension.Partner, Dimension.Commodity];

    /// <summary>What the rows list; null where they list partners and commodities, or neither.</summary>
    private readonly Dimension? listed = columns
        .Where(column => column.Use == ColumnUse.Label && Listed.Contains(column.Dimension!.Value))
        .Select(column => column.Dimension)
        .Distinct()
        .ToList()
        is [var only]
        ? only
        : null;

    /// <summary>The columns without a role before the first figures, and those that were passed over.</summary>
    private readonly List<int> others =
    [
        .. Enumerable
            .Range(1, columns.FirstOrDefault(column => column.Use == ColumnUse.Figures)?.Column ?? 0)
            .Where(column =>
                !columns.Any(role => role.Column == column && role.Use is (ColumnUse.Label or ColumnUse.Figures))
            )
            .Union(columns.Where(column => column.Use == ColumnUse.Ignored).Select(column => column.Column)),
    ];

    public Label? Of(int row, List<Label> labels)
    {
        if (listed is not { } dimension || others.Count == 0 || labels.Exists(label => label.Dimension == dimension))
        {
            return null;
        }

        var words = others.FindAll(column => CellEvidence.IsText(sheet[row, column]));
        return words is [var place] && IsTotal(sheet[row, place].Text!)
            ? new(dimension, LabelKind.Words, sheet[row, place].Text!, Reach.Row, new(row, place))
            : null;
    }

    private bool IsTotal(string text) =>
        evidence.Of(text) is { Terms.Count: > 0 } found
        && found.Terms.All(term => term.Kind is TermKind.Total or TermKind.Filler)
        && found.Has(TermKind.Total)
        && evidence.Of(text).Unexplained.Count == 0;
}
