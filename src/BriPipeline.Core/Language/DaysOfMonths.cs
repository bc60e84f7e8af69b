using System.Globalization;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Dates of a column that stand for months, written with strokes or points: which of their numbers is the month the whole
/// column decides. With points the day stands first everywhere.</summary>
internal sealed partial class DaysOfMonths
{
    private enum Order
    {
        None,
        DayFirst,
        MonthFirst,
    }

    private const int MinMonths = 3;

    private readonly Order order;

    private DaysOfMonths(Order order) => this.order = order;

    /// <summary>One order makes of all dates days that begin or end a month, one month after the other, and the other order does
    /// not.</summary>
    public static DaysOfMonths Of(IEnumerable<string> labels)
    {
        var dates = labels.Select(Numbers).OfType<(int One, int Two, int Year, bool HasPoints)>().Distinct().ToList();
        var hasPoints = dates.Exists(date => date.HasPoints);
        var orders = new[] { Order.DayFirst, Order.MonthFirst }
            .Where(order => order == Order.DayFirst || !hasPoints)
            .Where(AreMonths)
            .ToList();
        return new(orders is [var only] ? only : Order.None);

        bool AreMonths(Order order)
        {
            var months = dates.Select(date => In(order, date)).ToList();
            return months.Count >= MinMonths
                && months.TrueForAll(date => date.Month <= 12 && IsEdge(date))
                && IsInOrder(months.ConvertAll(date => (date.Year * 12) + date.Month))
                && months.Select(date => date.Month).Distinct().Count() > 1;
        }
    }

    /// <summary>The month of a date; null where the column decides nothing, or the text is no date.</summary>
    public PeriodPart? Find(string text) =>
        order != Order.None && Numbers(text) is { } date && In(order, date) is var (year, month, _)
            ? new(year, month, month, null, null, null, 0, text.Length)
            : null;

    /// <summary>Whether a text is such a date, and no number.</summary>
    public static bool IsDate(string text) => Date().IsMatch(text);

    private static bool IsInOrder(List<int> months) =>
        months.Zip(months.Skip(1)).All(pair => pair.First < pair.Second)
        || months.Zip(months.Skip(1)).All(pair => pair.First > pair.Second);

    private static (int Year, int Month, int Day) In(Order order, (int One, int Two, int Year, bool HasPoints) date) =>
        order == Order.DayFirst ? (date.Year, date.Two, date.One) : (date.Year, date.One, date.Two);

    private static bool IsEdge((int Year, int Month, int Day) date) =>
        date.Day == 1 || date.Day == DateTime.DaysInMonth(date.Year, date.Month);

    private static (int One, int Two, int Year, bool HasPoints)? Numbers(string text) =>
        Date().Match(text) is { Success: true } match
            ? (
                Number(match.Groups["one"]),
                Number(match.Groups["two"]),
                Number(match.Groups["year"]),
                match.Groups["sign"].Value == "."
            )
            : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\s*(?<one>0?[1-9]|[12]\d|3[01])(?<sign>[/.])(?<two>0?[1-9]|[12]\d|3[01])\k<sign>(?<year>(19|20)\d\d)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Date();
}
