using System.Globalization;

namespace BriPipeline.Core.Workbooks;

/// <summary>Dates by ISO 8601, with or without a time of day.</summary>
internal static class IsoDate
{
    private const int DayCharacters = 10;

    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>Takes the time as it is written, whatever the zone behind it: the date is meant where it was written.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime date)
    {
        date = default;
        if (text.Length < DayCharacters || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        if (text.Length == DayCharacters)
        {
            return TryParseExact(text, ["yyyy-MM-dd"], out date);
        }

        var zone = text[DayCharacters..].IndexOfAny("Z+-");
        return TryParseExact(zone < 0 ? text : text[..(DayCharacters + zone)], Times, out date)
            && (zone < 0 || IsZone(text[(DayCharacters + zone)..]));
    }

    private static bool TryParseExact(ReadOnlySpan<char> text, string[] formats, out DateTime date) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "Z"
        || TimeSpan.TryParseExact(text[1..], ["hh':'mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out _);
}
