using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>A match of a <see cref="PeriodPattern"/> as the period that it means; null where its numbers make none.</summary>
internal static class PeriodMatch
{
    /// <summary>Of the February of an unknown year the 28 days are all.</summary>
    private const int CommonYear = 2023;

    public static PeriodPart? Part(Match match, List<PeriodWord> words)
    {
        PeriodWord? Word(string group) => match.Groups[group] is { Success: true } found ? words[found.Index] : null;

        var (year, first, last) = (Word("Y")?.Value, Word("A")?.Value, Word("B")?.Value);
        var lastYear = Word("Z")?.Value;
        if (Word("A") is { Class: 'S' } start)
        {
            (year, first) = (start.Value / 100, start.Value % 100);
        }

        if (Word("B") is { Class: 'S' } end)
        {
            (lastYear, last) = (end.Value / 100, end.Value % 100);
        }

        if (Word("N") is { } twoDigits)
        {
            if (twoDigits.Length != 2)
            {
                return null;
            }

            year = twoDigits.Value < 50 ? 2000 + twoDigits.Value : 1900 + twoDigits.Value;
        }

        // Of "2023 1" the 1 is a footnote mark, "2023.5" is a number; of "2023 07" the 07 is a month.
        if (match.Value is "Ym" or "Y.m" && Word("A") is { Length: 1 })
        {
            return null;
        }

        // "m2" and "m3" are metres, "M02" is a month.
        if (match.Value is "km" && Word("A") is { Length: 1, Value: 2 or 3 })
        {
            return null;
        }

        if ((Word("FB")?.Value ?? Word("FE")?.Value - 1) is { } begin)
        {
            return Of(begin, null, null, null, begin + 1, null);
        }

        if (Word("X") is not null)
        {
            return Of(year, null, null, null, year + 1, null) with { IsNamed = true };
        }

        if (first is null && Word("Z") is { } fiscalEnd)
        {
            var isNext = fiscalEnd.Class == 'Y' ? fiscalEnd.Value == year + 1 : fiscalEnd.Value == (year + 1) % 100;
            if (!isNext || fiscalEnd.Length == 1)
            {
                return null;
            }

            lastYear = year + 1;
            if (FiscalYears.FirstDayOf(year!.Value) is { } from)
            {
                return Of(from.Year, from.Month, from.Month, null, from.Year + 1, from.Day);
            }
        }

        if (Word("E") is { } fiscalYear)
        {
            if (fiscalYear.Length != 2)
            {
                return null;
            }

            (year, lastYear) = (1999 + fiscalYear.Value, 2000 + fiscalYear.Value);
        }

        if (Word("O") is { } pair)
        {
            (year, lastYear) = (2000 + (pair.Value / 100), 2001 + (pair.Value / 100));
        }

        // Months of another calendar are none of ours.
        if (year is { } ofCalendar && FiscalYears.FirstDayOfSolarHijri(ofCalendar) is { } newYear)
        {
            return
                match.Length == 1
                || match.Value.All(word => word is 'Y' or 'y' or '.')
                // "Twelve months of 1402" are all of them.
                || Word("K") is { Value: 12 }
                ? Of(newYear.Year, newYear.Month, newYear.Month, null, newYear.Year + 1, newYear.Day)
                : null;
        }

        // "Mid July 2018 to mid July 2019"
        var day = Word("D")?.Value;
        if (Word("T") is not null)
        {
            day = FiscalYears.DayIn(year!.Value, first!.Value);
            if (day is null || last != first || lastYear != year + 1)
            {
                return null;
            }
        }

        // "July - December 2022-23" may lie in either year, which the start of the fiscal year decides.
        var isOfFiscalYear = false;
        if (Word("W") is { } next)
        {
            if ((next.Class == 'Y' ? next.Value : next.Value + (year / 100 * 100)) != year + 1)
            {
                return null;
            }

            (lastYear, isOfFiscalYear) = (year + 1, last >= first);
        }

        if (Word("I") is { } number && number.Value != first || Word("J") is { } again && again.Value != year)
        {
            return null;
        }

        if (
            Word("F") is { } firstAgain && firstAgain.Value != first
            || Word("G") is { } lastAgain && lastAgain.Value != last
        )
        {
            return null;
        }

        if (Word("L") is { } length)
        {
            return Word("C") is { } lastDay && !IsLastDay(lastDay.Value, first!.Value) ? null : Ending(length);
        }

        if (Word("K") is { } count)
        {
            (first, last) = (1, count.Value);
        }

        var quarter = Word("Q")?.Value;
        if (Word("P") is { } lastQuarter)
        {
            (first, last, quarter) = ((quarter * 3) - 2, lastQuarter.Value * 3, null);
            if (lastQuarter.Value > 4)
            {
                return null;
            }
        }

        if (Word("H") is { } half)
        {
            var which = half.Class switch
            {
                'U' => 1,
                'V' => 2,
                _ => half.Value,
            };
            if (which > 2)
            {
                return null;
            }

            (first, last) = ((which * 6) - 5, which * 6);
        }

        if (Word("S") is { } firstDay && (firstDay.Value != 1 || !IsLastDay(Word("V")!.Value.Value, first!.Value)))
        {
            return null;
        }

        last ??= first;
        lastYear = lastYear == year ? null : lastYear;
        // "Jul-Jun" are the months of a fiscal year, which another heading names.
        var crossesNewYear =
            year is null && Word("A") is { Class: 'M' } && match.Value.Contains('-', StringComparison.Ordinal);
        if (quarter > 4 || (lastYear is null && first > last && !crossesNewYear) || lastYear < year)
        {
            return null;
        }

        // "January/February" and "January and February" are one period only where they follow each other.
        if (
            match.Groups is var groups
            && groups["A"] is { Success: true } one
            && groups["B"] is { Success: true } other
            && match.Value.AsSpan(one.Index - match.Index, other.Index - one.Index).ContainsAny('/', '&')
            && last != first + 1
            && last != first
        )
        {
            return null;
        }

        return Of(year, first, last, quarter, lastYear, day) with
        {
            IsOfFiscalYear = isOfFiscalYear,
        };

        bool IsLastDay(int day, int month) => day == DateTime.DaysInMonth(year ?? CommonYear, month);

        PeriodPart? Ending(PeriodWord length)
        {
            var months = length.Class switch
            {
                'y' or 'L' => 12,
                'q' => 3,
                'H' => 6,
                _ => length.Value,
            };
            var from = first!.Value - months + 1;
            return length.Class == 'q' && first % 3 == 0 ? Of(year, null, null, first / 3, null, null)
                : from >= 1 ? Of(year, from, first, null, null, null)
                : year is { } end ? Of(end - 1, from + 12, first, null, end, null)
                : Of(null, from + 12, first, null, null, null) with { EndsInYear = true };
        }

        PeriodPart Of(int? fromYear, int? fromMonth, int? toMonth, int? ofQuarter, int? toYear, int? onDay)
        {
            var (firstWord, lastWord) = (words[match.Index], words[match.Index + match.Length - 1]);
            return new(
                fromYear,
                fromMonth,
                toMonth,
                ofQuarter,
                toYear,
                onDay,
                firstWord.Start,
                lastWord.Start + lastWord.Length - firstWord.Start
            );
        }
    }
}
