using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Language;

/// <summary>Exact numbers of cells.</summary>
internal static class FigureText
{
    private const double MaxWhole = 1L << 53;

    /// <summary>The largest scale of a decimal.</summary>
    private const int MaxDecimals = 28;

    /// <summary>The cell's number as a decimal: of a binary number its shortest decimal that reads back to it. Null where
    /// the cell holds no number, or one beyond 28 digits.</summary>
    public static decimal? Read(Cell cell, char? decimalMark)
    {
        if (cell.Kind == CellKind.Text)
        {
            return NumberText.Read(cell.Text!, decimalMark ?? '.');
        }

        if (cell.Kind != CellKind.Number)
        {
            return null;
        }

        if (Math.Abs(cell.Number) < MaxWhole && cell.Number == Math.Floor(cell.Number))
        {
            return (long)cell.Number;
        }

        // A cast keeps fifteen digits; where they read back to the same number they are its shortest decimal.
        if (Math.Abs(cell.Number) is > 1e-6 and < 1e15)
        {
            var cast = (decimal)cell.Number;
            if ((double)cast == cell.Number)
            {
                return cast;
            }
        }

        return decimal.TryParse(cell.Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>The number in whole units, without zeros at its end, so that equal values are equal text; null where it has
    /// more digits than a decimal keeps.</summary>
    public static decimal? Scale(decimal value, int multiplier)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = value.Scale - multiplier;
        if (scale > MaxDecimals)
        {
            return null;
        }

        // A decimal is a whole number with a scale: a power of ten only moves the mark.
        var whole = new decimal(bits[0], bits[1], bits[2], value < 0, (byte)Math.Max(scale, 0));
        if (scale > 0)
        {
            var endsInZero = bits[2] != 0 || (((ulong)(uint)bits[1] << 32) | (uint)bits[0]) % 10 == 0;
            return endsInZero ? Precision.WithoutTrailingZeros(whole) : whole;
        }

        var factor = 1m;
        for (var power = scale; power < 0; power++)
        {
            factor *= 10;
        }

        return scale < 0 && Math.Abs(whole) > decimal.MaxValue / factor ? null : whole * factor;
    }

    /// <summary>Decimals as published: those that the format shows, else those written out.</summary>
    public static int Decimals(Cell cell, decimal figure)
    {
        if (cell.Kind != CellKind.Number || cell.NumberFormat is not { Length: > 0 } format || format == "General")
        {
            return figure.Scale;
        }

        var section = format.AsSpan();
        var end = section.IndexOf(';');
        section = end < 0 ? section : section[..end];
        var point = section.IndexOf('.');
        var count = 0;
        for (var i = point + 1; point >= 0 && i < section.Length && section[i] is '0' or '#' or '?'; i++)
        {
            count++;
        }

        return count;
    }
}
