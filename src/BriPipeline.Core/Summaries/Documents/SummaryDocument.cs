namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A summary in one language and no format: what every document prints, in its order.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Rows">Keys of the rows behind the figures; the n-th is row n of the list of sources.</param>
public sealed record SummaryDocument(
    string Language,
    string Title,
    SummaryOffice Office,
    IReadOnlyList<DocumentBlock> Blocks,
    IReadOnlyList<string> Rows
);

/// <summary>A part of a document.</summary>
public abstract record DocumentBlock;

/// <param name="Level">1 for the title.</param>
/// <param name="IsAnnex">True for the heading from which on the document only says where its figures come from.</param>
public sealed record HeadingBlock(int Level, string Text, bool IsAnnex = false) : DocumentBlock;

/// <summary>What a paragraph is for.</summary>
public enum TextKind
{
    Plain,

    /// <summary>Whether the edition is approved.</summary>
    State,

    /// <summary>Why the figures are to be read with care.</summary>
    Watermark,
}

public sealed record TextBlock(TextKind Kind, IReadOnlyList<TextRun> Runs) : DocumentBlock;

/// <summary>A stretch of text; where it is a figure, the rows behind it.</summary>
public readonly record struct TextRun(string Text, IReadOnlyList<string>? Rows = null)
{
    public SummaryMark? Mark { get; init; }
}

public sealed record ListBlock(IReadOnlyList<IReadOnlyList<TextRun>> Items) : DocumentBlock;

/// <summary>A table.</summary>
/// <param name="Id">Unique in the document, <c>[a-z]+</c>.</param>
/// <param name="Name">Short: the name of its sheet.</param>
/// <param name="LabelColumn">The column that names each line, from 0.</param>
public sealed record TableBlock(
    string Id,
    string Name,
    string Caption,
    int LabelColumn,
    IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<DocumentCell>> Lines
) : DocumentBlock
{
    /// <summary>For each column whether it is read from the left: labels and words, not figures and marks that stand for them.</summary>
    public bool[] TextColumns() => [.. Headings.Select((_, column) => IsText(column))];

    private bool IsText(int column) =>
        column == LabelColumn
        || Lines.All(line => line[column].Kind is CellKind.Text or CellKind.Links)
            && Lines.Any(line => line[column].Kind == CellKind.Links || line[column].Text.Length > 2);
}

/// <summary>What a cell holds, and so how a spreadsheet prints its number.</summary>
public enum CellKind
{
    Text,

    /// <summary>One decimal.</summary>
    Number,

    /// <summary>One decimal with a sign.</summary>
    Signed,

    /// <summary>A change in percent, one decimal with a sign.</summary>
    Percent,

    /// <summary>All decimals there are.</summary>
    Exact,

    /// <summary>Whole.</summary>
    Count,

    /// <summary>Numbers of lines of the list of sources.</summary>
    Links,
}

/// <summary>A cell: the text as the language writes it, the number that it shows, the rows behind it.</summary>
/// <param name="Number">As printed in the unit of the table (millions, percent), not rounded; null where the cell is words.</param>
public sealed record DocumentCell(CellKind Kind, string Text, decimal? Number = null)
{
    public IReadOnlyList<string> Rows { get; init; } = [];
    public IReadOnlyList<SummaryMark> Marks { get; init; } = [];

    /// <summary>Line of the list of workbooks that the cell leads to.</summary>
    public int? Workbook { get; init; }

    /// <summary>The row of <c>Trade</c> whose page the cell leads to where the document is read on the app's own pages.</summary>
    public string? Figure { get; init; }

    public static DocumentCell Of(string text) => new(CellKind.Text, text);
}

public enum ChartKind
{
    /// <summary>Upright, series side by side.</summary>
    Columns,

    /// <summary>Lying, series side by side.</summary>
    Bars,

    /// <summary>Lying, series on top of each other.</summary>
    StackedBars,
}

public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>A chart of figures that a table prints.</summary>
/// <param name="Id">Unique in the document, <c>[a-z]+</c>.</param>
/// <param name="Description">In words, for those who do not see it.</param>
public sealed record ChartBlock(
    string Id,
    ChartKind Kind,
    string Title,
    string Description,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series
) : DocumentBlock
{
    /// <summary>The rows behind the figures of each category.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }
}
