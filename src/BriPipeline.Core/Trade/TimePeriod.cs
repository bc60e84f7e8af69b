using System.Globalization;

namespace BriPipeline.Core.Trade;

/// <summary>A period of trade with its frequency, from its first to its last day.</summary>
/// <remarks>The frequency follows the wording of the source: a quarter word gives <see cref="Frequency.Q"/>, a range of
/// months <see cref="Frequency.C"/>, all twelve months from January <see cref="Frequency.A"/>.</remarks>
public readonly record struct TimePeriod : IComparable<TimePeriod>
{
    private TimePeriod(Frequency frequency, DateOnly first, DateOnly last)
    {
        Frequency = frequency;
        First = first;
        Last = last;
    }

    public Frequency Frequency { get; }

    /// <summary>The first day that the period covers.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that the period covers.</summary>
    public DateOnly Last { get; }

    public static TimePeriod OfYear(int year) => new(Frequency.A, new(year, 1, 1), new(year, 12, 31));

    public static TimePeriod OfQuarter(int year, int quarter) =>
        new(Frequency.Q, new(year, (quarter * 3) - 2, 1), EndOfMonth(year, quarter * 3));

    public static TimePeriod OfMonth(int year, int month) =>
        new(Frequency.M, new(year, month, 1), EndOfMonth(year, month));

    /// <summary>An inclusive range of months: one month gives M, January to December of one year gives A, else C.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends before it starts.</exception>
    public static TimePeriod OfMonths(int firstYear, int firstMonth, int lastYear, int lastMonth)
    {
        var months = ((lastYear - firstYear) * 12) + lastMonth - firstMonth + 1;
        return months switch
        {
            < 1 => throw new ArgumentOutOfRangeException(
                nameof(lastMonth),
                "The range of months ends before it starts."
            ),
            1 => OfMonth(firstYear, firstMonth),
            12 when firstMonth == 1 => OfYear(firstYear),
            _ => new(Frequency.C, new(firstYear, firstMonth, 1), EndOfMonth(lastYear, lastMonth)),
        };
    }

    /// <summary>A fiscal year: twelve months from <paramref name="first"/>; a calendar year if that is 1 January.</summary>
    public static TimePeriod OfFiscalYear(DateOnly first) =>
        first is { Month: 1, Day: 1 } ? OfYear(first.Year) : new(Frequency.F, first, first.AddYears(1).AddDays(-1));

    /// <summary>A year of another calendar, which may be a day longer or shorter than one of ours.</summary>
    public static TimePeriod OfFiscalYear(DateOnly first, DateOnly last) => new(Frequency.F, first, last);

    /// <summary>Reads the contract's forms: <c>2022</c>, <c>2022-Q3</c>, <c>2022-07</c>, <c>2023-01--2023-07</c>,
    /// <c>2017-04--2018-03</c> with frequency F, <c>2018-07-17--2019-07-16</c>.</summary>
    /// <exception cref="FormatException">The text is in none of these forms.</exception>
    public static TimePeriod Parse(string text, Frequency? frequency = null)
    {
        if (text.Length == 4)
        {
            return OfYear(Number(text));
        }

        if (text.Length == 7 && text[5] == 'Q')
        {
            return OfQuarter(Number(text[..4]), Number(text[6..]));
        }

        if (text.Length == 7)
        {
            return OfMonth(Number(text[..4]), Number(text[5..]));
        }

        if (text.Length == 22)
        {
            return OfFiscalYear(
                DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateOnly.ParseExact(text[12..], "yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }

        if (text.Length != 16 || text[7..9] != "--")
        {
            throw new FormatException($"'{text}' is not a period such as 2022, 2022-Q3, 2022-07 or 2023-01--2023-07.");
        }

        return frequency == Frequency.F
            ? OfFiscalYear(new(Number(text[..4]), Number(text[5..7]), 1))
            : OfMonths(Number(text[..4]), Number(text[5..7]), Number(text[9..13]), Number(text[14..]));
    }

    /// <summary>The same period a year earlier.</summary>
    public TimePeriod YearEarlier =>
        Frequency == Frequency.F
            ? OfFiscalYear(First.AddYears(-1))
            : new(Frequency, First.AddYears(-1), EndOfMonth(Last.Year - 1, Last.Month));

    /// <summary>The same period a year later.</summary>
    public TimePeriod YearLater =>
        Frequency == Frequency.F
            ? OfFiscalYear(First.AddYears(1))
            : new(Frequency, First.AddYears(1), EndOfMonth(Last.Year + 1, Last.Month));

    /// <summary>The month, quarter or year before; null for periods that do not follow one another.</summary>
    public TimePeriod? Before =>
        Frequency switch
        {
            Frequency.A => OfYear(First.Year - 1),
            Frequency.Q => OfQuarter(First.AddMonths(-3).Year, (First.AddMonths(-3).Month + 2) / 3),
            Frequency.M => OfMonth(First.AddMonths(-1).Year, First.AddMonths(-1).Month),
            _ => null,
        };

    /// <summary>By last day, then first day, then frequency.</summary>
    public int CompareTo(TimePeriod other) =>
        (Last, First, Frequency).CompareTo((other.Last, other.First, other.Frequency));

    public static bool operator <(TimePeriod left, TimePeriod right) => left.CompareTo(right) < 0;

    public static bool operator >(TimePeriod left, TimePeriod right) => left.CompareTo(right) > 0;

    public static bool operator <=(TimePeriod left, TimePeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TimePeriod left, TimePeriod right) => left.CompareTo(right) >= 0;

    public override string ToString() =>
        Frequency switch
        {
            Frequency.A => Format(First, "yyyy"),
            Frequency.Q => $"{Format(First, "yyyy")}-Q{(First.Month + 2) / 3}",
            Frequency.M => Format(First, "yyyy-MM"),
            Frequency.F when First.Day != 1 => $"{Format(First, "yyyy-MM-dd")}--{Format(Last, "yyyy-MM-dd")}",
            _ => $"{Format(First, "yyyy-MM")}--{Format(Last, "yyyy-MM")}",
        };

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{digits}' is not a number of a period.");
}
