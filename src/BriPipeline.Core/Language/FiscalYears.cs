using System.Globalization;

namespace BriPipeline.Core.Language;

/// <summary>Fiscal years that begin in the middle of a month, from <c>CodeLists/fiscal-years.json</c>.</summary>
internal static class FiscalYears
{
    private static readonly Lazy<Dictionary<int, DateOnly>> FirstDays = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/fiscal-years.json");
        return table
            .RootElement.GetProperty("firstDays")
            .EnumerateObject()
            .ToDictionary(
                year => int.Parse(year.Name, CultureInfo.InvariantCulture),
                year => DateOnly.ParseExact(year.Value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
    });

    /// <summary>The first day of a year that another calendar numbers.</summary>
    public static DateOnly? FirstDayOf(int year) => FirstDays.Value.TryGetValue(year, out var day) ? day : null;

    /// <summary>The day of a month in which a fiscal year begins: "mid July 2018".</summary>
    public static int? DayIn(int year, int month) =>
        FirstDays.Value.Values.FirstOrDefault(day => day.Year == year && day.Month == month) is { Day: > 1 } day
            ? day.Day
            : null;
}
