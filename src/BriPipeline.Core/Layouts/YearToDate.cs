using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>"Year to date", "累计" over a column of a table of one month: from the first month of the year to that month.</summary>
internal static class YearToDate
{
    private static readonly Lazy<HashSet<string>> Words = new(() => Vocabulary.Set("words", "year to date"));

    /// <summary>The month that the lines above a table and the name of its sheet give all of its figures, or else the only one
    /// that stands over columns; null where they name none, or several. Without a year where the columns have several.</summary>
    public static PeriodPart? MonthOf(Sheet sheet, TableArea area)
    {
        var said = PartsOfYears(TableContext.Captions(sheet, area).Select(caption => caption.Text).Append(sheet.Name));
        var months =
            said.Count > 0
                ? said
                : PartsOfYears(
                    from row in area.HeaderRows
                    from column in Enumerable.Range(1, sheet.ColumnCount)
                    select sheet[row, column].Raw
                );
        return months.Count == 0 || !months.TrueForAll(PeriodText.IsMonth) ? null
            : months is [var only] ? only
            : months.TrueForAll(month => month.FirstMonth == months[0].FirstMonth) ? months[0] with { Year = null }
            : null;
    }

    private static List<PeriodPart> PartsOfYears(IEnumerable<string> texts) =>
        [
            .. texts
                .SelectMany(text => ReadText.Of(text).Periods)
                .Where(part => part.FirstMonth is not null || part.Quarter is not null)
                .Select(part => part with { Start = 0, Length = 0 })
                .Distinct(),
        ];

    /// <summary>The months that a heading means; null where it means none, or names months of its own.</summary>
    public static TimePeriod? Of(string heading, PeriodPart? month, CellEvidence evidence)
    {
        var ends = heading.Split(" | ").Select(PeriodRemarks.EndOfRange).OfType<PeriodPart>().ToList();
        if (
            (ends.Count == 0 && !evidence.Of(heading).Terms.Any(term => IsYearToDate(heading, term)))
            || evidence.Of(heading).Terms.Any(term => term.Kind == TermKind.Measure && !IsYearToDate(heading, term))
        )
        {
            return null;
        }

        var own = heading
            .Split(" | ")
            .Select(evidence.Of)
            .SelectMany(part => part.Periods.Count > 0 ? part.Periods : part.Said.Periods)
            .ToList();
        // "Up to March 2025"
        if (ends is [{ LastMonth: { } end } until])
        {
            var said = own.Select(part => part.Year).Append(until.Year).OfType<int>().Distinct().ToList();
            return
                own.TrueForAll(part => part is { FirstMonth: null, Quarter: null, LastYear: null })
                && said is [var year]
                ? Until(year, end, evidence)
                : null;
        }

        var named = own.FindAll(part =>
            part.FirstMonth is not null || part.Quarter is not null || part.LastYear is not null
        );
        // "So far this year | April 2025"
        if (named is [var only] && PeriodText.IsMonth(only))
        {
            return Until(only.Year!.Value, only.LastMonth!.Value, evidence);
        }

        var years = own.Select(part => part.Year).OfType<int>().Distinct().ToList();
        return
            named.Count > 0
            || month is not { LastMonth: { } last }
            || years.Count > 1
            || (years.Count == 1 ? years[0] : month.Value.Year) is not { } ofYear
            ? null
            : Until(ofYear, last, evidence);
    }

    private static TimePeriod Until(int year, int last, CellEvidence evidence)
    {
        var first = evidence.FirstMonthOfYear;
        return TimePeriod.OfMonths(first > last ? year - 1 : year, first, year, last);
    }

    /// <summary>The label of such a period, as the forms of the contract write it.</summary>
    public static string Text(TimePeriod period) =>
        period.Frequency == Frequency.A
            ? string.Create(CultureInfo.InvariantCulture, $"{period.First:yyyy-MM}--{period.Last:yyyy-MM}")
            : period.ToString();

    private static bool IsYearToDate(string text, Term term) =>
        term is { Kind: TermKind.Measure, Code: "cumulative" }
        && Words.Value.Contains(text.Substring(term.Start, term.Length).Replace('-', ' '));
}
