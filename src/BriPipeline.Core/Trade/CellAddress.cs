using System.Globalization;

namespace BriPipeline.Core.Trade;

/// <summary>The place of a cell in its sheet, both numbers counted from 1; printed as A1.</summary>
public readonly record struct CellAddress(int Row, int Column) : IComparable<CellAddress>
{
    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    public static string ColumnLetters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--start] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[start..]);
    }

    /// <summary>Reads A1.</summary>
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

    /// <summary>Sheet order: by row, then by column.</summary>
    public int CompareTo(CellAddress other) => (Row, Column).CompareTo((other.Row, other.Column));

    public static bool operator <(CellAddress left, CellAddress right) => left.CompareTo(right) < 0;

    public static bool operator >(CellAddress left, CellAddress right) => left.CompareTo(right) > 0;

    public static bool operator <=(CellAddress left, CellAddress right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CellAddress left, CellAddress right) => left.CompareTo(right) >= 0;

    public override string ToString() => ColumnLetters(Column) + Row.ToString(CultureInfo.InvariantCulture);
}
