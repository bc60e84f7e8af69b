using System.Globalization;

namespace BriPipeline.Core.Language;

/// <summary>Years that other calendars number and that begin within one of ours, and words for years that begin in another month in
/// other countries, from <c>CodeLists/fiscal-years.json</c>.</summary>
internal static class FiscalYears
{
    private static readonly Lazy<List<(string Word, Dictionary<string, int> StartsIn)>> Named = new(LoadNamed);

    /// <summary>Words for a year that begins in another month in other countries.</summary>
    public static IEnumerable<string> Words => Named.Value.Select(named => named.Word);

    /// <summary>The month in which the year of such a word begins in a country; null where it is not known.</summary>
    public static int? StartIn(string text, string? reporter) =>
        reporter is not null
        && Named.Value.Find(named => text.Contains(named.Word, StringComparison.Ordinal)) is { Word: not null } found
        && found.StartsIn.TryGetValue(reporter, out var month)
            ? month
            : null;

    private static readonly Lazy<Dictionary<int, DateOnly>> FirstDays = new(() => Load("firstDays"));

    private static readonly Lazy<Dictionary<int, DateOnly>> SolarHijri = new(() => Load("solarHijri"));

    /// <summary>The first day of a fiscal year that another calendar numbers.</summary>
    public static DateOnly? FirstDayOf(int year) => FirstDays.Value.TryGetValue(year, out var day) ? day : null;

    /// <summary>The first day of a year of the Solar Hijri calendar, whose months are none of ours.</summary>
    public static DateOnly? FirstDayOfSolarHijri(int year) =>
        SolarHijri.Value.TryGetValue(year, out var day) ? day : null;

    /// <summary>The year of a calendar that begins within one of ours; null where none is known.</summary>
    /// <param name="numbers">The numbers that the calendar gives its years.</param>
    public static (DateOnly First, DateOnly Last)? Within(int year, Func<int, bool> numbers)
    {
        foreach (var (number, first) in FirstDays.Value.Concat(SolarHijri.Value))
        {
            if (first.Year == year && numbers(number))
            {
                return (first, LastDayFrom(first));
            }
        }

        return null;
    }

    /// <summary>The last day of the year that begins on a day; a year later where no calendar here has such a year.</summary>
    public static DateOnly LastDayFrom(DateOnly first)
    {
        foreach (var calendar in new[] { FirstDays.Value, SolarHijri.Value })
        {
            foreach (var (year, day) in calendar)
            {
                if (day == first && calendar.TryGetValue(year + 1, out var next))
                {
                    return next.AddDays(-1);
                }
            }
        }

        return first.AddYears(1).AddDays(-1);
    }

    /// <summary>The day of a month in which a fiscal year begins: "mid July 2018".</summary>
    public static int? DayIn(int year, int month) =>
        FirstDays.Value.Values.FirstOrDefault(day => day.Year == year && day.Month == month) is { Day: > 1 } day
            ? day.Day
            : null;

    private static List<(string Word, Dictionary<string, int> StartsIn)> LoadNamed()
    {
        using var table = CodeListResource.Read("CodeLists/fiscal-years.json");
        return
        [
            .. from named in table.RootElement.GetProperty("words").EnumerateArray()
            let months = named
                .GetProperty("startsIn")
                .EnumerateObject()
                .ToDictionary(one => one.Name, one => one.Value.GetInt32(), StringComparer.Ordinal)
            from word in named.GetProperty("words").EnumerateArray()
            select (word.GetString()!, months),
        ];
    }

    private static Dictionary<int, DateOnly> Load(string key)
    {
        using var table = CodeListResource.Read("CodeLists/fiscal-years.json");
        return table
            .RootElement.GetProperty(key)
            .EnumerateObject()
            .ToDictionary(
                year => int.Parse(year.Name, CultureInfo.InvariantCulture),
                year => DateOnly.ParseExact(year.Value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
    }
}
