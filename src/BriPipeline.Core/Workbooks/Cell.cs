using System.Globalization;

namespace BriPipeline.Core.Workbooks;

/// <summary>What a cell holds. An error (<c>#N/A</c>) is not a blank: somebody's formula failed there.</summary>
public enum CellKind : byte
{
    Blank,
    Text,
    Number,
    Boolean,
    Date,
    Error,
}

/// <summary>One cell: a closed union of kinds, with the number format it is shown with.</summary>
/// <param name="Kind">Which of the members below holds the value.</param>
/// <param name="Number">The binary number, of <see cref="CellKind.Number"/>; 0 or 1 of a boolean.</param>
/// <param name="Text">The text as stored; of an error its name, as <c>#N/A</c>.</param>
/// <param name="Date">Of <see cref="CellKind.Date"/>.</param>
/// <param name="NumberFormat">The format's code, as <c>#,##0.0</c>; null where none is known (text formats, HTML).</param>
public readonly record struct Cell(CellKind Kind, double Number, string? Text, DateTime Date, string? NumberFormat)
{
    public static Cell Blank => default;

    /// <summary>A text, made well-formed.</summary>
    public static Cell OfText(string text, string? format = null) =>
        new(CellKind.Text, 0, WellFormed(text), default, format);

    public static Cell OfNumber(double number, string? format = null) =>
        new(CellKind.Number, number, null, default, format);

    public static Cell OfBoolean(bool value) => new(CellKind.Boolean, value ? 1 : 0, null, default, null);

    public static Cell OfDate(DateTime date, string? format = null) => new(CellKind.Date, 0, null, date, format);

    public static Cell OfError(string name) => new(CellKind.Error, 0, name, default, null);

    public bool IsBlank => Kind == CellKind.Blank;

    /// <summary>The text with U+FFFD in place of what no text may hold and damaged files do: halves of pairs of surrogates, U+FFFE and
    /// U+FFFF.</summary>
    internal static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.AsSpan().ContainsAnyInRange('\uFFFE', '\uFFFF')
            ? string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD')
            : text;

    /// <summary>The cell as a finding quotes it and as <c>raw</c> prints it: text as stored, a number as its shortest
    /// decimal that reads back to the same binary value, a date as ISO 8601, nothing for a blank.</summary>
    public string Raw =>
        Kind switch
        {
            CellKind.Blank => "",
            CellKind.Number => Number.ToString("R", CultureInfo.InvariantCulture),
            CellKind.Boolean => Number == 0 ? "FALSE" : "TRUE",
            CellKind.Date => Date.ToString(
                Date.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
                CultureInfo.InvariantCulture
            ),
            _ => Text!,
        };
}
