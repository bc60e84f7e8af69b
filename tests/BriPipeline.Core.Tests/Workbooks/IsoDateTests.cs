using System.Globalization;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

public sealed class IsoDateTests
{
    [Theory]
    [InlineData("2023-01-31", "2023-01-31 00:00:00")]
    [InlineData("2023-01-31T12:30", "2023-01-31 12:30:00")]
    [InlineData("2023-01-31 12:30:15", "2023-01-31 12:30:15")]
    [InlineData("2023-01-31T00:00:00.000Z", "2023-01-31 00:00:00")]
    [InlineData("2023-01-01T00:00:00+05:00", "2023-01-01 00:00:00")]
    [InlineData("2023-13-01", null)]
    [InlineData("2023-01", null)]
    [InlineData("31-01-2023", null)]
    [InlineData("2023-01-31T", null)]
    [InlineData("2023-01-31x", null)]
    [InlineData("2023-01-31T10:00:00+x", null)]
    public void TryParse_TakesDatesAsTheyAreWritten(string text, string? expected) =>
        Assert.Equal(
            expected,
            IsoDate.TryParse(text, out var date)
                ? date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                : null
        );
}
