using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Marks in place of figures, as the store is told of them.</summary>
public sealed class MissingFigureTests
{
    private static readonly SourceProfile Profile = SourceProfile.Parse(
        """{ "name": "test", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
    );

    [Theory]
    [InlineData("…", false)]
    [InlineData("x", false)]
    [InlineData("-", false)]
    [InlineData("c", true)]
    public void ToResult_NamesWhatIsMissing_ByItsKey(string mark, bool suppressed)
    {
        var result = Read($"China,1.5,{mark}\nRussia,2.5,3.5\n(c) confidential,,\n");

        var missing = Assert.Single(result.Missing);
        Assert.Equal(("CHN", "2023"), (missing.Key.Partner.Code, missing.Key.Period.ToString()));
        Assert.Equal(suppressed, missing.Suppressed);
        Assert.DoesNotContain(result.Observations, observation => observation.Key == missing.Key);
    }

    [Fact]
    public void ToResult_NamesNothing_WhereTheMarkMeansNil() =>
        Assert.Empty(Read("China,1.5,-\nRussia,2.5,3.5\n\"“-” nil\",,\n").Missing);

    [Fact]
    public void ToResult_NamesNothing_WhereTheFigureStandsElsewhere() =>
        Assert.Empty(Read("China,1.5,-\nRussia,2.5,3.5\nChina,,4.5\n").Missing);

    private static ReadingResult Read(string rows)
    {
        var text = "\"Exports by country, thousand US dollars\",,\nCountry,2022,2023\n" + rows;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Reading.Read(content, "trade.csv", Profile).ToResult();
    }
}
