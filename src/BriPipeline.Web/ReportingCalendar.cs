using Microsoft.Extensions.Configuration;

namespace BriPipeline.Web;

/// <summary>Which day it is where the figures are reported: hosts keep UTC, and a month is over when it is over there.</summary>
public sealed class ReportingCalendar(TimeProvider time, TimeZoneInfo zone)
{
    private const string Setting = "ReportingTimeZone";
    private const string Default = "Asia/Almaty";

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);

    /// <summary>The zone of the setting <c>ReportingTimeZone</c>, an IANA name; Almaty's where it is not set.</summary>
    /// <exception cref="InvalidOperationException">The setting names no time zone.</exception>
    public static TimeZoneInfo ZoneOf(IConfiguration settings)
    {
        var name = settings[Setting] is { Length: > 0 } set ? set : Default;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new InvalidOperationException(
                $"The setting {Setting} names no time zone: '{name}'. Use an IANA name such as {Default}."
            );
    }
}
