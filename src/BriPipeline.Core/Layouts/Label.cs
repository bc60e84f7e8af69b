using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What a label speaks of.</summary>
public enum Dimension
{
    Reporter,
    Partner,
    Flow,
    Commodity,
    Unit,
    Period,

    /// <summary>A series apart, as seasonally adjusted.</summary>
    Variant,

    /// <summary>A dimension that the store does not model (transport, procedure): only its total member is stored.</summary>
    Unmodelled,

    /// <summary>What the publisher says of the figure itself: provisional, estimated, missing.</summary>
    Status,

    /// <summary>How often the figures of a series are published, which settles what their dates stand for.</summary>
    Frequency,
}

/// <summary>How near to the figure a label stands; nearer evidence wins (DESIGN section 4, rule 1).</summary>
public enum EvidenceRank
{
    /// <summary>In the figure's own row or column.</summary>
    Header,

    /// <summary>Title, unit and period lines above the table.</summary>
    Caption,
    SheetName,

    /// <summary>A line below the figures, or above an earlier table of the sheet.</summary>
    Note,

    /// <summary>A cover, notes or parameter sheet.</summary>
    OtherSheet,
    FileName,
    Profile,
}

/// <summary>In which way the text of a label is to be taken.</summary>
public enum LabelKind
{
    /// <summary>Words: a name, a phrase, a date.</summary>
    Words,

    /// <summary>An ISO 3166 or M49 code of an area; a commodity's digits.</summary>
    Code,

    /// <summary>A bare year, or a text that holds one.</summary>
    Year,

    /// <summary>A month by number or name.</summary>
    Month,

    /// <summary>A month with its year, where the same text may be two years.</summary>
    YearMonth,

    /// <summary>A quarter by number.</summary>
    Quarter,

    /// <summary>A power of ten by number or name, apart from the unit it belongs to.</summary>
    Multiplier,
}

/// <summary>A text that says something about one dimension of a figure, as found and not yet understood.</summary>
/// <param name="Address">Grid position of the cell it stands in, with <see cref="OwnRow"/> for the figure's own row; null outside the sheet.</param>
/// <param name="Heading">The words over the column that the label stands in, which may name its code list.</param>
public sealed record Label(
    Dimension Dimension,
    LabelKind Kind,
    string Text,
    EvidenceRank Rank,
    CellAddress? Address = null,
    string? Heading = null
)
{
    /// <summary>In place of a row: the row of the figure, whichever it is.</summary>
    public const int OwnRow = 0;
}

/// <summary>A figure with everything in its sheet that speaks of it.</summary>
/// <param name="RowLabels">Labels of the figure's row, shared by all figures of that row.</param>
/// <param name="ColumnLabels">Labels of the figure's column, shared by all figures of that column.</param>
public readonly record struct LabelledCell(
    TableLayout Table,
    CellAddress Address,
    Cell Value,
    IReadOnlyList<Label> RowLabels,
    IReadOnlyList<Label> ColumnLabels
);
