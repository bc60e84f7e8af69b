using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

public sealed class ReleaseDateTests
{
    [Theory]
    // Beside a word of release.
    [InlineData("Release date: 12 August 2026", "2026-08-12")]
    [InlineData("\"Released on June 5, 2024\"", "2024-06-05")]
    [InlineData("Published 2024-03-09", "2024-03-09")]
    [InlineData("Last updated: 09.03.2024", "2024-03-09")]
    [InlineData("Дата публикации: 15 марта 2024 г.", "2024-03-15")]
    [InlineData("Дата обновления 15.03.2024", "2024-03-15")]
    [InlineData("发布时间：2024年3月9日", "2024-03-09")]
    [InlineData("Release date,2024-03-09", "2024-03-09")]
    // No day of release.
    [InlineData("Next release date: 12 August 2026", null)]
    [InlineData("Next release: 12 August 2026", null)]
    [InlineData("Data for 12 August 2026", null)]
    [InlineData("Release date: August 2026", null)]
    [InlineData("Release date: 03/04/2024", null)]
    [InlineData("\"Released 2024-03-09\nReleased 2024-04-09\"", null)]
    public void Of_ReadsTheDay_OfTheWorkbook(string line, string? expected) =>
        Assert.Equal(expected, Find(line, "trade.csv"));

    [Theory]
    [InlineData("trade_2024-11-16.csv", "2024-11-16")]
    [InlineData("trade_20241116.csv", "2024-11-16")]
    [InlineData("View_2024-11-16T06_38_12.719Z.csv", "2024-11-16")]
    [InlineData("trade 16.11.2024.csv", "2024-11-16")]
    [InlineData("trade_2024-11.csv", null)]
    [InlineData("trade_12019019.csv", null)]
    [InlineData("trade_20231301.csv", null)]
    [InlineData("2024-01-01_2024-11-16.csv", null)]
    public void Of_ReadsTheDay_OfTheName(string name, string? expected) =>
        Assert.Equal(expected, Find("Exports", name));

    [Theory]
    [InlineData("Release date: 12 March 2024", "2024-03-12")]
    // Before the end of what it covers nothing is released.
    [InlineData("Release date: 12 March 2021", "2023-12-31")]
    [InlineData("Exports", "2023-12-31")]
    public void Read_TakesTheRelease_ForTheEdition(string line, string expected)
    {
        var profile = SourceProfile.Parse(
            """{ "name": "t", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
        );
        using var content = Text(
            $"\"Exports by country, thousand US dollars\"\n{line}\nCountry,2022,2023\nChina,1.5,2.5\n"
        );
        Assert.Equal(expected, Reading.Read(content, "trade.csv", profile).Edition);
    }

    private static string? Find(string line, string name)
    {
        using var content = Text($"{line}\nCountry,2022\nChina,1.5\n");
        return ReleaseDate
            .Of(WorkbookReader.Read(content, name).Workbook!)
            ?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
