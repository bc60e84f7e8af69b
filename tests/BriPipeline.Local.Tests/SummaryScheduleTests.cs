using Microsoft.Extensions.Configuration;

namespace BriPipeline.Local.Tests;

public sealed class SummaryScheduleTests
{
    [Theory]
    [InlineData("0 0 2 * * *", "2023-02-21T02:00:00")]
    [InlineData("30 15 6 * * *", "2023-02-21T06:15:30")]
    [InlineData("0 12 * * *", "2023-02-20T12:00:00")]
    public void Parse_TakesFieldsFromMinutesOrSecondsOn(string text, string next) =>
        Assert.Equal(
            DateTime.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
            SummarySchedule.Parse(text).GetNextOccurrence(new DateTime(2023, 2, 20, 9, 0, 0, DateTimeKind.Utc))
        );

    [Theory]
    [InlineData("daily")]
    [InlineData("0 0 25 * * *")]
    [InlineData("* * *")]
    public void Parse_NamesTheSetting_WhenItIsNoSchedule(string text) =>
        Assert.Contains(
            "SummarySchedule",
            Assert.Throws<LocalSetupException>(() => SummarySchedule.Parse(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void TextOf_IsDailyAtTwo_WhereNothingIsSet() =>
        Assert.Equal("0 0 2 * * *", SummarySchedule.TextOf(new ConfigurationBuilder().Build()));
}
