using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Language;

public sealed class CommodityNamesTests
{
    [Theory]
    [InlineData("HS.27", "en", "mineral fuels and oils")]
    [InlineData("HS.27", "ru", "минеральное топливо и нефтепродукты")]
    [InlineData("HS.27", "zh", "矿物燃料、矿物油")]
    [InlineData("HS.2709", "en", "crude oil")]
    [InlineData("HS.270900", "ru", "сырая нефть")]
    [InlineData("HS.27090010", "zh", "原油")]
    [InlineData("HS.2712", "en", "mineral fuels and oils")]
    [InlineData("HTS.52", "en", "cotton")]
    [InlineData("HS.27", "kk", "минералды отын және мұнай өнімдері")]
    [InlineData("HS.77", "en", null)]
    [InlineData("SITC.33", "en", null)]
    [InlineData("N.27", "en", null)]
    [InlineData("TOTAL", "en", null)]
    public void NameOf_NamesChaptersAndHeadingsOfTheHarmonizedSystem(string code, string language, string? name)
    {
        Assert.Equal(name, CommodityNames.NameOf(new(code), language));
    }

    [Theory]
    [InlineData("HS.27", true)]
    [InlineData("HS.2709", true)]
    [InlineData("HS.270900", false)]
    [InlineData("HS.2712", false)]
    [InlineData("HS.77", false)]
    [InlineData("SITC.33", false)]
    public void IsNamed_IsTrue_WhereTheNameIsItsOwn(string code, bool isNamed)
    {
        Assert.Equal(isNamed, CommodityNames.IsNamed(new(code)));
    }

    /// <summary>A heading is one that there is, its name in every language, and of no two headings the same.</summary>
    [Fact]
    public void Headings_AreThereAndNamedApart()
    {
        using var names = CodeListResource.Read("CodeLists/hs-names.json");
        var headings = names.RootElement.EnumerateObject().Where(name => name.Name.Length == 4).ToList();
        using var known = CodeListResource.Read("CodeLists/hs-headings.json");

        Assert.All(
            headings,
            heading =>
                Assert.InRange(
                    int.Parse(heading.Name[2..], System.Globalization.CultureInfo.InvariantCulture),
                    1,
                    known.RootElement.GetProperty(heading.Name[..2]).GetInt32()
                )
        );
        foreach (var language in (string[])["en", "ru", "kk", "zh"])
        {
            var said = headings.Select(heading => heading.Value.GetProperty(language).GetString()!).ToList();
            Assert.All(said, name => Assert.NotEqual("", name.Trim()));
            Assert.Equal(said.Count, said.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Chapters_AreThoseThatHaveHeadings()
    {
        using var headings = CodeListResource.Read("CodeLists/hs-headings.json");

        // The last two are of national use.
        foreach (var chapter in headings.RootElement.EnumerateObject().Select(chapter => chapter.Name).SkipLast(2))
        {
            Assert.Equal(4, CommodityNames.NamesOf(new($"HS.{chapter}")).Count());
        }
    }
}
