using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class SummaryGroupsTests
{
    private static readonly SummaryRecord[] Summaries =
    [
        Summary("KAZ", "2022"),
        Summary("KAZ-CHN", "2023-06"),
        Summary("KAZ-CHN", "2023-07"),
        Summary("143-CHN", "2021"),
    ];

    [Fact]
    public void Of_PutsTheLatestFirst_AmongSubjectsAndWithinThem()
    {
        Assert.Equal(
            ["KAZ-CHN: 2023-07 2023-06", "KAZ: 2022", "143-CHN: 2021"],
            SummaryGroups
                .Of(Summaries)
                .Select(group => $"{group.Subject}: {string.Join(' ', group.Summaries.Select(one => one.Period))}")
        );
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("china", 3)]
    [InlineData("Китай казах", 2)]
    [InlineData("中国", 3)]
    [InlineData("қазақстан", 3)]
    [InlineData("KAZ-CHN", 2)]
    [InlineData("kaz 2023-07", 1)]
    [InlineData("july china", 1)]
    [InlineData("central asia", 1)]
    [InlineData("peru", 0)]
    public void Find_TakesNamesCodesAndPeriods_InAnyLanguage(string text, int count)
    {
        Assert.Equal(count, SummaryGroups.Find(Summaries, text).Count);
    }

    private static SummaryRecord Summary(string subject, string period) =>
        new(subject, TimePeriod.Parse(period), 1, 1, 1, Approved: false, [], null);
}
