using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>The day on which an edition was released, as the workbook says it beside a word of release, else as the file's
/// name dates it. Two different days are none.</summary>
public static partial class ReleaseDate
{
    /// <summary>Rows at the top and at the end of a sheet in which such lines stand.</summary>
    private const int Looked = 40;

    private static readonly Lazy<Regex> Released = WordPattern.Lazy(() =>
    {
        var other = WordPattern.Of(Vocabulary.Phrases("notes", "otherRelease"));
        var released = WordPattern.Of(Vocabulary.Phrases("notes", "released"));
        var on = WordPattern.Of(Vocabulary.Phrases("notes", "releasedOn"));
        return $@"(?<!{other}\s+(?:\p{{L}}+\s+)?){released}(?:\s+{on})?\s*[:：]?\s*";
    });

    private static readonly Lazy<Regex> DayInDigits = WordPattern.Lazy(() =>
    {
        var (year, month) = (Signs("year"), Signs("monthSign"));
        return $@"^\s*(?:(?<year>(?:19|20)\d\d)[-./{year}](?<month>\d{{1,2}})[-./{month}](?<day>\d{{1,2}})(?!\d)|(?<day>\d{{1,2}})\.(?<month>\d{{1,2}})\.(?<year>(?:19|20)\d\d)(?!\d))";
    });

    private static readonly Lazy<Regex> DayInWords = WordPattern.Lazy(() =>
    {
        var ending = WordPattern.EndingOf(Vocabulary.Phrases("periods", "ordinalEnding"));
        var day = $@"(?<day>\d{{1,2}}){ending}?";
        const string Year = @"(?<year>(?:19|20)\d\d)(?!\d)";
        return $@"^\s*(?:\p{{L}}+,\s*)?(?:{day}\s+(?<name>\p{{L}}+)\.?,?\s+{Year}|(?<name>\p{{L}}+)\.?\s+{day},?\s+{Year})";
    });

    /// <summary>The ideographs behind the number of a year or month.</summary>
    private static string Signs(string key) =>
        string.Concat(Vocabulary.Phrases("periods", key).Where(word => word.Length == 1 && Word.IsHan(word[0])));

    public static DateOnly? Of(Workbook workbook)
    {
        var said = workbook.Sheets.SelectMany(Said).Distinct().Take(2).ToList();
        return said.Count > 0 ? (said.Count == 1 ? said[0] : null) : InName(workbook.FileName);
    }

    /// <summary>A day in a file's name, year first or last: <c>2024-11-16</c>, <c>20241116</c>, <c>16.11.2024</c>.</summary>
    private static DateOnly? InName(string fileName)
    {
        var days = DayInName()
            .Matches(fileName)
            .Select(match => Day(match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value))
            .OfType<DateOnly>()
            .Distinct()
            .ToList();
        return days is [var only] ? only : null;
    }

    private static IEnumerable<DateOnly> Said(Sheet sheet)
    {
        for (var row = 1; row <= sheet.RowCount; row++)
        {
            if (row > Looked && row <= sheet.RowCount - Looked)
            {
                row = sheet.RowCount - Looked;
                continue;
            }

            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is not { Kind: CellKind.Text, Text: { Length: <= 200 } text })
                {
                    continue;
                }

                foreach (var rest in Released.Value.Matches(text).Select(word => text[(word.Index + word.Length)..]))
                {
                    if ((In(rest) ?? InCell(sheet[row, column + 1], rest)) is { } day)
                    {
                        yield return day;
                    }
                }
            }
        }
    }

    private static DateOnly? InCell(Cell cell, string before) =>
        before.Any(char.IsLetterOrDigit) ? null
        : cell.Kind == CellKind.Date ? DateOnly.FromDateTime(cell.Date)
        : cell.Kind == CellKind.Text ? In(cell.Text!)
        : null;

    /// <summary>The day at the start of a text, in digits with the year first, with dots, or with the month's name.</summary>
    private static DateOnly? In(string text)
    {
        if (DayInDigits.Value.Match(text) is { Success: true } digits)
        {
            return Day(digits.Groups["year"].Value, digits.Groups["month"].Value, digits.Groups["day"].Value);
        }

        return
            DayInWords.Value.Match(text) is { Success: true } words
            && PeriodText.Read($"{words.Groups["name"].Value} {words.Groups["year"].Value}")
                is [{ FirstMonth: { } month } part]
            && part.LastMonth == month
            ? Day(words.Groups["year"].Value, month.ToString(CultureInfo.InvariantCulture), words.Groups["day"].Value)
            : null;
    }

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact(
            $"{year}-{month}-{day}",
            "yyyy-M-d",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    [GeneratedRegex(
        @"(?<!\d)(?:(?<year>(?:19|20)\d\d)(?<mark>[-_.]?)(?<month>0[1-9]|1[0-2])\k<mark>(?<day>0[1-9]|[12]\d|3[01])|(?<day>0[1-9]|[12]\d|3[01])(?<mark>[-_.])(?<month>0[1-9]|1[0-2])\k<mark>(?<year>(?:19|20)\d\d))(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DayInName();
}
