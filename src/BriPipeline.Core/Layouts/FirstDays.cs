using System.Globalization;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Layouts;

/// <summary>Months written as their first or last days, "01.02.2021", "2/28/2021", all alike down a column. Which number is the month
/// follows from the other being that day throughout.</summary>
internal static partial class FirstDays
{
    /// <summary>Fewer may be days of anything.</summary>
    private const int MinDates = 3;

    /// <summary>The texts of a column with the months that they are; none where one of them is no such day, or both orders would do.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Expand(IReadOnlyCollection<string> texts)
    {
        var all = texts.Count < MinDates ? [] : texts.Select(text => Date().Match(text)).ToList();
        if (all.Count == 0 || !all.TrueForAll(date => date.Success))
        {
            return [];
        }

        // Only Americans write the month first, and never with points.
        var readings = new[] { ("one", "two"), ("two", "one") }
            .Where(order => order.Item1 == "one" || all.TrueForAll(date => date.Groups["sign"].Value != "."))
            .Select(order => all.ConvertAll(date => Read(date, order.Item1, order.Item2)))
            .Where(AreMonths)
            .ToList();
        return readings is [var months]
            ? texts.Zip(
                months,
                (text, day) =>
                    KeyValuePair.Create(text, day!.Value.ToString("'M'MM yyyy", CultureInfo.InvariantCulture))
            )
            : [];
    }

    /// <summary>Whether a text is a day and no number.</summary>
    public static bool IsDay(string text) => Date().IsMatch(text);

    private static bool AreMonths(List<DateOnly?> days) =>
        days.TrueForAll(day => day?.Day == 1) || days.TrueForAll(day => day?.AddDays(1).Day == 1);

    private static DateOnly? Read(Match date, string day, string month) =>
        DateOnly.TryParseExact(
            $"{date.Groups["year"].Value}-{date.Groups[month].Value.PadLeft(2, '0')}-{date.Groups[day].Value.PadLeft(2, '0')}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var found
        )
            ? found
            : null;

    [GeneratedRegex(
        @"^\s*(?<one>\d{1,2})(?<sign>[./-])(?<two>\d{1,2})\k<sign>(?<year>(19|20)\d\d)\.?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Date();
}
