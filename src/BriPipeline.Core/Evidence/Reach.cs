namespace BriPipeline.Core.Evidence;

/// <summary>How near to a figure a text stands, nearest first: of all that is said of a dimension the nearest decides (DESIGN
/// section 4, rule 2).</summary>
public enum Reach
{
    /// <summary>In the figure's own row.</summary>
    Row,

    /// <summary>Over its column.</summary>
    Column,

    /// <summary>A heading between rows of figures, of those below it.</summary>
    Block,

    /// <summary>Title, unit and period lines above the table.</summary>
    Caption,

    /// <summary>A line below the figures, or above an earlier table of the sheet.</summary>
    Note,
    SheetName,

    /// <summary>A cover, notes or parameter sheet.</summary>
    OtherSheet,
    FileName,
    Profile,
}
