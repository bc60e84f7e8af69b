using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>What a column of a table is.</summary>
public enum ColumnUse
{
    /// <summary>Holds labels of one dimension.</summary>
    Label,

    /// <summary>Holds figures that are stored.</summary>
    Figures,

    /// <summary>Shares, growth, balances: looked at and never stored.</summary>
    Evidence,

    /// <summary>Says nothing that is stored.</summary>
    Ignored,

    /// <summary>Holds figures of a part of the trade only ("by road", "without oil"), which are not stored.</summary>
    Limited,

    /// <summary>Stands below a group heading of which it cannot be told how far it reaches.</summary>
    Alternatives,

    /// <summary>Holds numbers of which it is not known what they count.</summary>
    NotUnderstood,
}

/// <summary>A column of a table with its use and the header cells that speak of it.</summary>
/// <param name="Dimension">Of a label column, what it labels.</param>
/// <param name="Kind">Of a label column, how its texts are to be taken.</param>
/// <param name="Headers">Grid positions of the header cells over it, from the top.</param>
/// <param name="Heading">Their words, joined.</param>
/// <param name="Reason">Why it is evidence, ignored or not understood; empty otherwise.</param>
public sealed record ColumnRole(
    int Column,
    ColumnUse Use,
    Dimension? Dimension,
    LabelKind Kind,
    IReadOnlyList<CellAddress> Headers,
    string Heading,
    string Reason
)
{
    /// <summary>What a pinned layout says of the column, in place of what its header says of the same dimension.</summary>
    public IReadOnlyList<Label> Said { get; init; } = [];

    /// <summary>Of a column of partners in which some rows name the reporter: that reporter; null for any other.</summary>
    public Area? ReporterAmong { get; init; }

    /// <summary>The name of the rule that decided; of rivals all names, of a pinned layout empty.</summary>
    public string Rule { get; init; } = "";
}
