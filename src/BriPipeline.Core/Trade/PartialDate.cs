using System.Globalization;

namespace BriPipeline.Core.Trade;

/// <summary>A date as exactly as it was told: <c>2023-05-18</c>, <c>2023-05</c> or <c>2023</c>.</summary>
/// <param name="First">The first day that it may be.</param>
/// <param name="IsDay">True where the day was told.</param>
/// <param name="IsMonth">True where at least the month was told.</param>
public readonly record struct PartialDate(DateOnly First, bool IsDay, bool IsMonth)
{
    private const string Day = "yyyy-MM-dd";
    private const string Month = "yyyy-MM";
    private const string Year = "yyyy";

    public static PartialDate Of(DateOnly day) => new(day, IsDay: true, IsMonth: true);

    public static bool TryParse(string text, out PartialDate date)
    {
        foreach (var form in (string[])[Day, Month, Year])
        {
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            {
                date = new(first, form == Day, form != Year);
                return true;
            }
        }

        date = default;
        return false;
    }

    /// <exception cref="FormatException">The text is in none of the three forms.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date, a month or a year.");

    public override string ToString() =>
        First.ToString(
            IsDay ? Day
                : IsMonth ? Month
                : Year,
            CultureInfo.InvariantCulture
        );
}
