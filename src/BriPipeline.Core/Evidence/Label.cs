using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Evidence;

/// <summary>A text that says something about one dimension of a figure, as found and not yet understood.</summary>
/// <param name="Address">Grid position of the cell it stands in, with <see cref="OwnRow"/> for the figure's own row; null outside the sheet.</param>
/// <param name="Heading">The words over the column that the label stands in, which may name its code list.</param>
public sealed record Label(
    Dimension Dimension,
    LabelKind Kind,
    string Text,
    Reach Reach,
    CellAddress? Address = null,
    string? Heading = null
)
{
    /// <summary>In place of a row: the row of the figure, whichever it is.</summary>
    public const int OwnRow = 0;

    /// <summary>Whether it is the unit of a quantity, and so no currency: KGS there is the kilogramme.</summary>
    public bool IsOfQuantity { get; init; }
}
