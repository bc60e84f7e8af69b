using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>Periods as exchange formats write them: whole ones, parts that other columns complete, and days that a frequency makes periods.</summary>
internal static partial class FormatPeriod
{
    /// <summary>A <see cref="TimePeriod"/>, a <see cref="PeriodPart"/> or a <see cref="DateOnly"/>; null where the text is no period.</summary>
    public static object? Read(string text) => Coded(text) ?? Worded(text);

    /// <summary>The period that the columns say; null where they say none, or none of that frequency.</summary>
    /// <param name="frequency"><c>A</c>, <c>S</c> (half a year), <c>Q</c>, <c>M</c>, <c>C</c>, <c>F</c>; null where it is not said.</param>
    public static TimePeriod? Settle(object? said, string? frequency, int? fiscalYearStartsIn)
    {
        var period = said switch
        {
            TimePeriod whole => whole,
            PeriodPart part => PeriodComposition.ToPeriod(part, fiscalYearStartsIn),
            DateOnly day => Around(day, frequency),
            _ => (TimePeriod?)null,
        };
        if (period is not { } found)
        {
            return null;
        }

        var months = ((found.Last.Year - found.First.Year) * 12) + found.Last.Month - found.First.Month + 1;
        return frequency switch
        {
            "F" => months is 12 or 13 ? TimePeriod.OfFiscalYear(found.First) : null,
            "S" => months == 6 ? found : null,
            "A" or "Q" or "M" or "C" => found.Frequency.ToString() == frequency ? found : null,
            // Twelve months that start within a year are a fiscal year where the source has one that starts so.
            _ when found.Frequency == Frequency.C && months == 12 && found.First.Month == fiscalYearStartsIn =>
                TimePeriod.OfFiscalYear(found.First),
            _ => found,
        };
    }

    /// <summary>What two columns say together; null where they contradict each other.</summary>
    public static object? Combine(object one, object other) =>
        Equals(one, other) ? one
        : AsPart(one) is { } first && AsPart(other) is { } second ? PeriodComposition.Combine(first, second)
        : null;

    private static PeriodPart? AsPart(object said) =>
        said switch
        {
            PeriodPart part => part,
            TimePeriod { Frequency: Frequency.A } year => new(year.First.Year, null, null, null, null, null, 0, 0),
            _ => null,
        };

    private static object? Coded(string text)
    {
        if (text.Length == 4 && text.All(char.IsAsciiDigit))
        {
            return IsYear(text) ? TimePeriod.OfYear(Number(text)) : null;
        }

        if (text.Length == 2 && text[0] == 'Q' && text[1] is >= '1' and <= '4')
        {
            return new PeriodPart(null, null, null, text[1] - '0', null, null, 0, 0);
        }

        if (Part().Match(text) is { Success: true } part && IsYear(part.Groups["year"].Value))
        {
            var (year, at) = (Number(part.Groups["year"].Value), Number(part.Groups["at"].Value));
            return part.Groups["kind"].Value switch
            {
                "Q" => at is >= 1 and <= 4 ? TimePeriod.OfQuarter(year, at) : null,
                "S" or "H" or "B" => at is 1 or 2 ? TimePeriod.OfMonths(year, (at * 6) - 5, year, at * 6) : null,
                "A" => at <= 1 ? TimePeriod.OfYear(year) : null,
                _ => at is >= 1 and <= 12 && part.Groups["at"].Length == 2 ? TimePeriod.OfMonth(year, at) : null,
            };
        }

        if (Range().Match(text) is { Success: true } range && Day(range.Groups["start"].Value) is { } start)
        {
            var months = Number(range.Groups["length"].Value) * (range.Groups["kind"].Value == "Y" ? 12 : 1);
            var last = start.AddMonths(months - 1);
            return start.Day == 1 ? TimePeriod.OfMonths(start.Year, start.Month, last.Year, last.Month)
                : months == 12 ? TimePeriod.OfFiscalYear(start)
                : null;
        }

        if (Contract().IsMatch(text))
        {
            try
            {
                return TimePeriod.Parse(text);
            }
            catch (Exception wrong) when (wrong is FormatException or ArgumentException)
            {
                return null;
            }
        }

        return text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or ' ') ? Day(text[..10]) : null;
    }

    private static PeriodPart? Worded(string text) =>
        PeriodText.Read(text) is [var part]
        && (part.Year is not null || part.FirstMonth is not null || part.Quarter is not null)
            ? part
            : null;

    private static TimePeriod? Around(DateOnly day, string? frequency) =>
        frequency switch
        {
            "A" => TimePeriod.OfYear(day.Year),
            "S" => TimePeriod.OfMonths(day.Year, day.Month <= 6 ? 1 : 7, day.Year, day.Month <= 6 ? 6 : 12),
            "Q" => TimePeriod.OfQuarter(day.Year, (day.Month + 2) / 3),
            "M" => TimePeriod.OfMonth(day.Year, day.Month),
            "F" => TimePeriod.OfFiscalYear(day),
            _ => null,
        };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static bool IsYear(string text) => text[0] is '1' or '2' && Number(text) is > 1800 and < 2100;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // 2022-Q3, 2022Q3, 2022-07, 2022M07, 2022-M07, 202207, 2022-S1, 2022-A1
    [GeneratedRegex(
        @"^(?<year>\d{4})(?:-?(?<kind>[QSHBA])(?<at>\d)|(?:-|-?(?<kind>M))?(?<at>\d{2}))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Part();

    // 2023-01-01/P7M; 2023-01-01--P7M where no slash may stand, as in the ids of SDMX-JSON
    [GeneratedRegex(
        @"^(?<start>\d{4}-\d{2}-\d{2})(?:/|--)P(?<length>\d{1,3})(?<kind>[YM])$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Range();

    // 2023-01--2023-07, 2018-07-17--2019-07-16
    [GeneratedRegex(@"^\d{4}-\d{2}(?:-\d{2})?--\d{4}-\d{2}(?:-\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Contract();
}
