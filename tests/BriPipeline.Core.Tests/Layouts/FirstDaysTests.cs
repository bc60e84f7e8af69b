using BriPipeline.Core.Layouts;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Months that are written as days of a column.</summary>
public sealed class FirstDaysTests
{
    [Theory]
    [InlineData("01.01.2021 01.02.2021 01.12.2021", "M01 2021 M02 2021 M12 2021")]
    [InlineData("1/1/2021 1/2/2021 1/3/2022", "M01 2021 M02 2021 M03 2022")]
    [InlineData("1/1/2021 2/1/2021 3/1/2022", "M01 2021 M02 2021 M03 2022")]
    [InlineData("31.01.2021 28.02.2021 31.03.2021", "M01 2021 M02 2021 M03 2021")]
    [InlineData("1/31/2021 2/28/2021 12/31/2021", "M01 2021 M02 2021 M12 2021")]
    // The first of January of each year may be a year too, and stands in both orders.
    [InlineData("01/01/2020 01/01/2021 01/01/2022", "")]
    [InlineData("01.01.2021 15.02.2021 01.03.2021", "")]
    // With points the day is first.
    [InlineData("01.01.2021 02.01.2021 03.01.2021", "")]
    [InlineData("01.01.2021 01.02.2021", "")]
    // Months that go up and down may be two that were mixed up.
    [InlineData("01.01.2021 01.03.2021 01.02.2021", "")]
    [InlineData("01.01.2021 01.02.2021 Total", "")]
    public void Expand_GivesMonths_WhereEachIsTheFirstOrTheLastDay(string days, string months) =>
        Assert.Equal(months, string.Join(' ', FirstDays.Expand(days.Split(' ')).Select(found => found.Value)));
}
