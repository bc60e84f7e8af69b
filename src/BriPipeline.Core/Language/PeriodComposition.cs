using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Puts the parts of a period together that several labels name: a year over a month, a month in a row below
/// its year, the year of the title.</summary>
internal static class PeriodComposition
{
    /// <summary>What both parts say together; null where they contradict each other.</summary>
    public static PeriodPart? Combine(PeriodPart one, PeriodPart other)
    {
        if (
            one.Year is { } year
            && other.Year is { } otherYear
            && (year != otherYear || one.LastYear != other.LastYear)
        )
        {
            return null;
        }

        if ((MonthsOf(one, other) ?? MonthsOf(other, one)) is { } placed)
        {
            return placed;
        }

        var oneHasMonths = one.FirstMonth is not null || one.Quarter is not null;
        var otherHasMonths = other.FirstMonth is not null || other.Quarter is not null;
        if (
            oneHasMonths
            && otherHasMonths
            && (one.FirstMonth, one.LastMonth, one.Quarter) != (other.FirstMonth, other.LastMonth, other.Quarter)
            && !LiesIn(one, other)
            && !LiesIn(other, one)
        )
        {
            return null;
        }

        var months = oneHasMonths && !(otherHasMonths && LiesIn(other, one)) ? one : other;
        var years = one.Year is not null ? one : other;
        if (months.EndsInYear && years is { Year: { } ending, LastYear: null })
        {
            return months.In(ending);
        }

        return months with
        {
            Year = years.Year,
            LastYear = years.LastYear,
            Day = years.Day ?? months.Day,
            IsOfFiscalYear =
                one.IsOfFiscalYear || other.IsOfFiscalYear || (months.Year is null && years.LastYear is not null),
            IsNamed = years.IsNamed,
        };
    }

    /// <summary>Months without a year in a year of which the first and the last month are said: "Feb" in "April 2023 - March 2024";
    /// null for any other parts.</summary>
    public static PeriodPart? MonthsOf(PeriodPart year, PeriodPart months) =>
        year is { Year: { } begin, LastYear: { } end, FirstMonth: { } start, LastMonth: { } last, Day: null }
        && end == begin + 1
        && start == last + 1
        && months is { Year: null, Quarter: null, FirstMonth: { } from, LastMonth: { } to }
        && Position(from, start) <= Position(to, start)
            ? months with
            {
                Year = from < start ? end : begin,
                LastYear = from >= start && to < start ? end : null,
            }
            : null;

    /// <summary>"Q2" over "April": the month of that quarter. The months of a range may be its last.</summary>
    private static bool LiesIn(PeriodPart month, PeriodPart quarter) =>
        quarter is { Quarter: { } number, LastYear: null }
        && month is { FirstMonth: { } first, LastYear: null, Quarter: null }
        && month.LastMonth == first
        && (first + 2) / 3 == number;

    /// <summary>A period as a part that says all of it; null where it does not begin with a month.</summary>
    public static PeriodPart? OfPeriod(TimePeriod period) =>
        period.Frequency switch
        {
            Frequency.A => new(period.First.Year, null, null, null, null, null, 0, 0),
            Frequency.Q => new(period.First.Year, null, null, (period.First.Month + 2) / 3, null, null, 0, 0),
            _ => new(
                period.First.Year,
                period.First.Month,
                period.Last.Month,
                null,
                period.Last.Year == period.First.Year ? null : period.Last.Year,
                period.First.Day == 1 ? null : period.First.Day,
                0,
                0
            ),
        };

    /// <summary>A part as findings print it: its period, else what it does say.</summary>
    public static string Show(PeriodPart part) =>
        ToPeriod(part, 1)?.ToString()
        ?? (
            part.Quarter is { } quarter ? $"quarter {quarter}"
            : part.FirstMonth == part.LastMonth ? $"month {part.FirstMonth}"
            : $"months {part.FirstMonth} to {part.LastMonth}"
        );

    /// <summary>The months of a year up to a month, as a finding shows them; in words for any other period.</summary>
    public static string ToDate(TimePeriod period) =>
        period is { Frequency: Frequency.M, First.Month: > 1 }
            ? TimePeriod.OfMonths(period.First.Year, 1, period.Last.Year, period.Last.Month).ToString()
            : $"cumulative to {period}";

    /// <summary>The period of a complete part; null where its year, or the start of its fiscal year, is not said.</summary>
    public static TimePeriod? ToPeriod(PeriodPart part, int? fiscalYearStartsIn)
    {
        if (part.Year is not { } year)
        {
            return null;
        }

        if (part.Quarter is { } quarter)
        {
            return part.LastYear is null ? TimePeriod.OfQuarter(year, quarter) : null;
        }

        var lastYear = part.LastYear ?? year;
        if (part is { FirstMonth: { } first, LastMonth: { } last })
        {
            if (part.IsOfFiscalYear && (first <= last || fiscalYearStartsIn is not null))
            {
                if (fiscalYearStartsIn is not { } startsIn || Position(first, startsIn) > Position(last, startsIn))
                {
                    return null;
                }

                (year, lastYear) = (first < startsIn ? lastYear : year, last < startsIn ? lastYear : year);
            }

            var months = ((lastYear - year) * 12) + last - first + 1;
            return months switch
            {
                < 1 => null,
                13 when part.Day is > 1 && first == last => OfDays(new(year, first, part.Day.Value)),
                12 when first != 1 => TimePeriod.OfFiscalYear(new(year, first, part.Day ?? 1)),
                _ => TimePeriod.OfMonths(year, first, lastYear, last),
            };
        }

        return lastYear == year ? TimePeriod.OfYear(year)
            : fiscalYearStartsIn is { } start ? TimePeriod.OfFiscalYear(new(year, start, 1))
            : null;
    }

    private static TimePeriod OfDays(DateOnly first) => TimePeriod.OfFiscalYear(first, FiscalYears.LastDayFrom(first));

    private static int Position(int month, int yearStartsIn) => (month - yearStartsIn + 12) % 12;
}
