using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Language;

public sealed class CommodityNamesTests
{
    [Theory]
    [InlineData("HS.27", "en", "mineral fuels and oils")]
    [InlineData("HS.27", "ru", "минеральное топливо и нефтепродукты")]
    [InlineData("HS.27", "zh", "矿物燃料、矿物油")]
    [InlineData("HS.2709", "en", "mineral fuels and oils")]
    [InlineData("HTS.52", "en", "cotton")]
    [InlineData("HS.27", "kk", null)]
    [InlineData("HS.77", "en", null)]
    [InlineData("SITC.33", "en", null)]
    [InlineData("N.27", "en", null)]
    [InlineData("TOTAL", "en", null)]
    public void ChapterOf_NamesChaptersOfTheHarmonizedSystem(string code, string language, string? name)
    {
        Assert.Equal(name, CommodityNames.ChapterOf(new(code), language));
    }

    [Theory]
    [InlineData("HS.27", true)]
    [InlineData("HS.2709", false)]
    [InlineData("HS.77", false)]
    [InlineData("SITC.33", false)]
    public void IsChapter_IsTrue_ForTwoDigits(string code, bool isChapter)
    {
        Assert.Equal(isChapter, CommodityNames.IsChapter(new(code)));
    }

    [Fact]
    public void Chapters_AreThoseThatHaveHeadings()
    {
        using var headings = CodeListResource.Read("CodeLists/hs-headings.json");

        // The last two are of national use.
        foreach (var chapter in headings.RootElement.EnumerateObject().Select(chapter => chapter.Name).SkipLast(2))
        {
            Assert.Equal(3, CommodityNames.ChaptersOf(new($"HS.{chapter}")).Distinct().Count());
        }
    }
}
