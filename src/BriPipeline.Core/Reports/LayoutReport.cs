using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Readings;

namespace BriPipeline.Core.Reports;

/// <summary>How a workbook was understood: the schema of <c>layout.json</c>, which only grows.</summary>
/// <param name="Schema">Version of these names.</param>
/// <param name="Fingerprint">Equal for workbooks of the same layout.</param>
/// <param name="Sheets">All sheets in the order of the workbook.</param>
public sealed record LayoutReport(int Schema, string Fingerprint, IReadOnlyList<SheetReport> Sheets)
{
    public const int CurrentSchema = 1;

    /// <summary>Below the prefix of a version's report.</summary>
    public const string FileName = "layout.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What became of the numbers of the file, with the largest causes; null in reports of older versions.</summary>
    public Coverage? Coverage { get; init; }

    [JsonIgnore]
    public IEnumerable<TableReport> Tables => Sheets.SelectMany(sheet => sheet.Tables);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">The bytes are no such report.</exception>
    public static LayoutReport Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<LayoutReport>(json, Json) ?? throw new JsonException("The report is empty.");
}

/// <summary>One sheet.</summary>
/// <param name="Name">Empty for delimited text.</param>
/// <param name="Refused">Blocks of figures that were not read as a whole.</param>
/// <param name="Words">What a person would say of the sheet, a line each.</param>
/// <param name="Grid">Its first rows; null for sheets beyond those that are drawn.</param>
public sealed record SheetReport(
    string Name,
    bool Hidden,
    IReadOnlyList<TableReport> Tables,
    IReadOnlyList<RefusedReport> Refused,
    IReadOnlyList<string> Words,
    GridReport? Grid
);

/// <summary>A table as it was understood. Rows are numbered as in the file.</summary>
/// <param name="Read">How many of its figures were read with certainty.</param>
/// <param name="Refusals">Why others were not, the first reasons.</param>
/// <param name="Said">What holds for all its figures, and where that is said.</param>
/// <param name="Surroundings">Texts outside the table that may speak of it, nearest first.</param>
public sealed record TableReport(
    IReadOnlyList<int> HeaderRows,
    int FirstRow,
    int LastRow,
    int Read,
    IReadOnlyList<string> Refusals,
    IReadOnlyList<ColumnReport> Columns,
    IReadOnlyList<SaidReport> Said,
    IReadOnlyList<SurroundingReport> Surroundings
);

/// <summary>A column of a table.</summary>
/// <param name="Column">Its letters.</param>
/// <param name="Role"><c>label</c>, <c>figures</c>, <c>evidence</c>, <c>ignored</c>, <c>limited</c>, <c>unclear</c> or
/// <c>notUnderstood</c>; only figures are stored.</param>
/// <param name="Dimension">Of a column of labels: <c>reporter</c>, <c>partner</c>, <c>flow</c>, <c>commodity</c>,
/// <c>unit</c>, <c>period</c>, <c>variant</c> or <c>unmodelled</c>.</param>
/// <param name="Kind">Of a column of labels, how its texts were taken: <c>words</c>, <c>code</c>, <c>year</c>,
/// <c>month</c>, <c>quarter</c>.</param>
/// <param name="Heading">The words over it.</param>
/// <param name="Read">Of a column of figures, how many were read with certainty.</param>
/// <param name="Said">Of a column of figures, what holds for all of it and not for the whole table.</param>
/// <param name="Reason">Why it is not stored.</param>
/// <param name="Rule">The name of the rule that decided what it is, of rivals all names; null in a pinned layout.</param>
public sealed record ColumnReport(
    string Column,
    string Role,
    string? Dimension,
    string? Kind,
    string Heading,
    int Read,
    IReadOnlyList<SaidReport> Said,
    string? Reason,
    string? Rule = null
);

/// <summary>A dimension and its code.</summary>
/// <param name="Dimension"><c>reporter</c>, <c>partner</c>, <c>flow</c>, <c>commodity</c>, <c>unit</c>,
/// <c>multiplier</c>, <c>period</c> or <c>variant</c>.</param>
/// <param name="Value">The code of the public contract; of a multiplier its power of ten.</param>
/// <param name="Place">The cell that says so, <c>column A</c>, <c>the sheet's name</c>, <c>another sheet</c>, <c>the
/// file's name</c> or <c>the profile</c>.</param>
public sealed record SaidReport(string Dimension, string Value, string Place);

/// <summary>A text outside a table.</summary>
/// <param name="Dimension">What it may speak of; <c>area</c> where it is not said whether an area reports or is the
/// partner.</param>
/// <param name="Place">As in <see cref="SaidReport"/>.</param>
public sealed record SurroundingReport(string Dimension, string Place, string Text);

/// <summary>A block of rows that was not read.</summary>
/// <param name="Code">The finding that says why.</param>
/// <param name="Rule">The rules of titles that refuse it; null where its columns do.</param>
public sealed record RefusedReport(int FirstRow, int LastRow, string Code, string Why, string Advice, string? Rule);

/// <summary>The first rows of a sheet with what each cell was taken for.</summary>
/// <param name="MoreRows">How many rows with a value follow.</param>
/// <param name="MoreColumns">How many columns follow.</param>
public sealed record GridReport(
    IReadOnlyList<GridColumn> Columns,
    IReadOnlyList<GridRow> Rows,
    int MoreRows,
    int MoreColumns
);

/// <summary>A column of the drawing.</summary>
/// <param name="Words">What it is, as <c>partner</c> or <c>shares, not stored</c>; empty outside tables.</param>
public sealed record GridColumn(string Column, string Words);

/// <summary>A row of the drawing.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Kind"><c>title</c>, <c>header</c>, <c>figures</c>, <c>heading</c>, <c>note</c> or <c>outside</c>.</param>
public sealed record GridRow(int Row, string Kind, IReadOnlyList<GridCell> Cells);

/// <summary>A cell of the drawing.</summary>
/// <param name="Text">Shortened where it is long.</param>
/// <param name="Role"><c>title</c>, <c>header</c>, <c>label</c>, <c>figure</c> (read with certainty), <c>refused</c>,
/// <c>evidence</c>, <c>ignored</c>, <c>heading</c>, <c>note</c> or <c>outside</c>; null for a blank.</param>
public sealed record GridCell(string Text, string? Role);
