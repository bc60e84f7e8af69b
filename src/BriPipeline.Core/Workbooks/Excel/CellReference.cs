using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Reads A1 references.</summary>
internal static class CellReference
{
    public static bool TryParse(ReadOnlySpan<char> reference, out CellAddress address)
    {
        address = default;
        var column = 0;
        var digits = 0;
        while (digits < reference.Length && char.IsAsciiLetter(reference[digits]) && digits < 4)
        {
            column = (column * 26) + (char.ToUpperInvariant(reference[digits++]) - 'A' + 1);
        }

        if (
            column == 0
            || !int.TryParse(reference[digits..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            || row < 1
        )
        {
            return false;
        }

        address = new CellAddress(row, column);
        return true;
    }
}
