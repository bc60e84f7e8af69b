namespace BriPipeline.Core.Workbooks.Grids;

/// <summary>A cell as 64 bits: a finite double stands for itself; everything else hides in the bit patterns of negative
/// quiet NaNs, which no finite number has. Ten million cells so take 80 MB.</summary>
internal static class CellBits
{
    private const ulong Tag = 0xFFF8_0000_0000_0000;
    private const int KindShift = 49;
    private const ulong PayloadMask = (1UL << KindShift) - 1;
    private const ulong TextKind = 1;
    private const ulong DateKind = 2;
    private const ulong ErrorKind = 3;

    public const ulong Blank = Tag;
    private const ulong False = Tag | 1;
    private const ulong True = Tag | 2;

    /// <summary>A number without a decimal value (NaN, infinity) is no figure: it becomes Excel's own error for that.</summary>
    public static ulong OfNumber(double number, TextPool pool) =>
        double.IsFinite(number) ? BitConverter.DoubleToUInt64Bits(number) : OfError("#NUM!", pool);

    public static ulong OfText(string text, TextPool pool) =>
        text.Length == 0 ? Blank
        : text.Length > ReadingLimits.CellCharacters ? OfError(CellFaults.TooLong, pool)
        : Pack(TextKind, pool.Add(Cell.WellFormed(text)));

    public static ulong OfError(string name, TextPool pool) => Pack(ErrorKind, pool.Intern(name));

    public static ulong OfBoolean(bool value) => value ? True : False;

    /// <summary>To the millisecond, which is all that spreadsheets keep.</summary>
    public static ulong OfDate(DateTime date) => Pack(DateKind, (ulong)(date.Ticks / TimeSpan.TicksPerMillisecond));

    public static bool IsNumber(ulong bits) => (bits & Tag) != Tag;

    public static bool IsError(ulong bits) => !IsNumber(bits) && Kind(bits) == ErrorKind;

    /// <summary>Does the number format say anything about this cell?</summary>
    public static bool IsFormatted(ulong bits) => IsNumber(bits) || Kind(bits) == DateKind;

    public static Cell Unpack(ulong bits, string? format, TextPool pool)
    {
        if (IsNumber(bits))
        {
            return Cell.OfNumber(BitConverter.UInt64BitsToDouble(bits), format);
        }

        var payload = bits & PayloadMask;
        return Kind(bits) switch
        {
            TextKind => new Cell(CellKind.Text, 0, pool[payload], default, null),
            DateKind => Cell.OfDate(new DateTime((long)payload * TimeSpan.TicksPerMillisecond), format),
            ErrorKind => Cell.OfError(pool[payload]),
            _ => bits == Blank ? Cell.Blank : Cell.OfBoolean(bits == True),
        };
    }

    private static ulong Kind(ulong bits) => (bits & ~Tag) >> KindShift;

    private static ulong Pack(ulong kind, ulong payload) => Tag | (kind << KindShift) | payload;
}
