using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>Months written as their first or last days down a column, "01.02.2021", "2/28/2021".</summary>
internal static class FirstDays
{
    /// <summary>The texts of a column with the months that they are; none where one of them is no such day.</summary>
    /// <param name="texts">In the order in which they stand.</param>
    public static IEnumerable<KeyValuePair<string, string>> Expand(IReadOnlyCollection<string> texts)
    {
        var days = DaysOfMonths.Of(texts);
        var months = texts.Select(text => (Text: text, Month: days.Find(text))).ToList();
        return months.TrueForAll(one => one.Month is not null)
            ? months.Select(one =>
                KeyValuePair.Create(one.Text, $"M{one.Month!.Value.FirstMonth:00} {one.Month.Value.Year}")
            )
            : [];
    }
}
