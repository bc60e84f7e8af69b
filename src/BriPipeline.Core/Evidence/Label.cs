using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Evidence;

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
