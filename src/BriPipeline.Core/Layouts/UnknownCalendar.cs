using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Numbers in a row that are years of another calendar (2566, 1402, 2080), where no word names the calendar: a person may say
/// of which period the first one is, and so by which calendar all of them count.</summary>
internal static class UnknownCalendar
{
    private const int MinYears = 2;

    /// <summary>Numbers between these are years of ours.</summary>
    private const int FirstOfOurs = 1900;
    private const int LastOfOurs = 2059;

    /// <summary>What is asked of a row; null where its numbers are no such years.</summary>
    public static Ask? AskOf(Sheet sheet, int row)
    {
        var numbers = new List<int>();
        for (var column = 1; column <= sheet.LastColumn(row); column++)
        {
            if (!CellEvidence.IsNumber(sheet[row, column]))
            {
                continue;
            }

            if (CellEvidence.WholeNumber(sheet[row, column]) is not { } number)
            {
                return null;
            }

            numbers.Add(number);
        }

        var years = numbers.Distinct().Order().ToList();
        if (
            years.Count < MinYears
            || years[^1] - years[0] != years.Count - 1
            || years[0] is >= FirstOfOurs and <= LastOfOurs
        )
        {
            return null;
        }

        var options = Eras.CalendarsWith(years[0])
            .Where(calendar => years.TrueForAll(year => Eras.BeginOf(year, calendar) is not null))
            .Select(calendar => Eras.PeriodOf(years[0], calendar))
            .OfType<TimePeriod>()
            .Select(period => new AskOption(period.ToString(), Why.Common))
            .ToList();
        return options.Count == 0
            ? null
            : new Ask(QuestionKind.Period, years[0].ToString(CultureInfo.InvariantCulture), options)
            {
                Title = string.Join(
                    " | ",
                    Enumerable
                        .Range(1, sheet.LastColumn(row))
                        .Select(column => sheet[row, column].Raw)
                        .Where(text => text.Length > 0)
                ),
            };
    }

    /// <summary>The calendar by which a person said that the years of a row count; null where nobody did.</summary>
    public static string? Answered(Sheet sheet, int row, AnswerBook book) =>
        !book.IsEmpty
        && AskOf(sheet, row) is { } ask
        && book.Find(ask) is { } answer
        && int.Parse(ask.About, CultureInfo.InvariantCulture) is var year
            ? Eras.CalendarsWith(year).FirstOrDefault(calendar => Eras.PeriodOf(year, calendar)?.ToString() == answer)
            : null;
}
