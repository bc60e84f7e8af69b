using System.Globalization;
using ExcelNumberFormat;

namespace BriPipeline.Core.Workbooks;

/// <summary>Whether the formats of a sheet let its numbers be seen: <c>;;;</c> hides all, <c>"c"</c> shows that a figure is
/// confidential.</summary>
internal sealed class ShownNumbers
{
    /// <summary>Null for the formats that hide nothing.</summary>
    private readonly Dictionary<string, NumberFormat?> hiding = new(StringComparer.Ordinal);
    private string? lastFormat;
    private NumberFormat? last;

    /// <summary>Whether a number is shown without a digit, as nothing or as a word. A nil shown as a dash is seen.</summary>
    public bool Hides(Cell cell)
    {
        if (cell is not { Kind: CellKind.Number, NumberFormat: { } format } || Of(format) is not { } hides)
        {
            return false;
        }

        var shown = hides.Format(cell.Number, CultureInfo.InvariantCulture);
        return !shown.AsSpan().ContainsAnyInRange('0', '9')
            && (cell.Number != 0 || shown.All(character => char.IsWhiteSpace(character) || char.IsLetter(character)));
    }

    /// <summary>Cells of a column share the text of their format.</summary>
    private NumberFormat? Of(string format)
    {
        if (ReferenceEquals(format, lastFormat))
        {
            return last;
        }

        if (!hiding.TryGetValue(format, out var found))
        {
            found = NumberFormatCodes.ShowsAll(format) ? null : new NumberFormat(format);
            found = found is { IsValid: true } ? found : null;
            hiding.Add(format, found);
        }

        lastFormat = format;
        return last = found;
    }
}
