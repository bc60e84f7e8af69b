using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Years of other calendars that no word names.</summary>
public sealed class UnknownCalendarTests
{
    [Theory]
    [InlineData("Country,2565,2566", "2565: 2022")]
    [InlineData("Country,1401,1402", "1401: 2022-03-21--2023-03-20")]
    [InlineData("Country,2080,2079", "2079: 2022-07-17--2023-07-16")]
    [InlineData("Country,2022,2023", null)]
    [InlineData("Country,2565", null)]
    [InlineData("Country,2565,2571", null)]
    [InlineData("Country,2565,12.5", null)]
    [InlineData("Country,512,513", null)]
    public void Row_IsAskedFor_OnlyWhereItsNumbersFollowEachOther(string csv, string? expected)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var sheet = WorkbookReader.Read(content, "a.csv").Workbook!.Sheets[0];

        var ask = UnknownCalendar.AskOf(sheet, 1);

        Assert.Equal(
            expected,
            ask is null ? null : $"{ask.About}: {string.Join(", ", ask.Options.Select(option => option.Is))}"
        );
    }
}
