using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace BriPipeline.Web.Tests;

public sealed class ReportingCalendarTests
{
    private static readonly DateTimeOffset NewYearInAlmaty = new(2024, 12, 31, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "2025-01-01")]
    [InlineData("", "2025-01-01")]
    [InlineData("Asia/Almaty", "2025-01-01")]
    [InlineData("UTC", "2024-12-31")]
    [InlineData("America/New_York", "2024-12-31")]
    public void Today_IsTheDayInTheReportingTimeZone(string? zone, string today) =>
        Assert.Equal(today, Calendar(zone).Today.ToString("O", CultureInfo.InvariantCulture));

    [Fact]
    public void ZoneOf_NamesTheSetting_WhenTheZoneIsUnknown()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Calendar("Asia/Atlantis"));

        Assert.Contains("ReportingTimeZone", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Asia/Atlantis", fault.Message, StringComparison.Ordinal);
    }

    private static ReportingCalendar Calendar(string? zone)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["ReportingTimeZone"] = zone }
            )
            .Build();
        return new ReportingCalendar(new StoppedClock(NewYearInAlmaty), ReportingCalendar.ZoneOf(settings));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
