namespace BriPipeline.Core.Layouts;

/// <summary>What a row of a sheet looks like, before anything is known of its table.</summary>
internal enum RowKind : byte
{
    Blank,

    /// <summary>Words only: a title, a header, a heading between rows, a note.</summary>
    Words,

    /// <summary>Years or months as numbers, as over columns, and no figure.</summary>
    Periods,

    /// <summary>Holds at least one figure or a mark in place of one.</summary>
    Figures,

    /// <summary>Figures that may stand a column beside their headings.</summary>
    Shifted,

    /// <summary>Says of each series something that is no label: its first period, its number.</summary>
    Attributes,
}
