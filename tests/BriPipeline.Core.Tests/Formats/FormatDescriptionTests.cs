using System.Text.Json;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Formats;

/// <summary>A description that is wrong is told so, by the key that is.</summary>
public sealed class FormatDescriptionTests
{
    [Theory]
    [InlineData("""{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"}},"colour":1}""", "colour")]
    [InlineData("""{"name":"a b","title":"A","needs":["v"],"columns":{"v":{"is":"figures"}}}""", "no name of a format")]
    [InlineData("""{"name":"a","title":"A","needs":["w"],"columns":{"v":{"is":"figures"}}}""", "\"w\"")]
    [InlineData(
        """{"name":"a","title":"A","needs":["p"],"columns":{"p":{"is":"period"}}}""",
        "No column is \"figures\""
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"p":{"is":"partner"}}}""",
        "has no \"list\""
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"p":{"is":"partner","list":"nowhere"}}}""",
        "no list \"nowhere\""
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"p":{"is":"partner","list":{"base":"iso9"}}}}""",
        "no scheme of codes"
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"p":{"is":"partner","list":{"codes":{"AT":"Austria"}}}}}""",
        "no partner"
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"V":{"is":"passed"}}}""",
        "described twice"
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"t":{"is":"total"}}}""",
        "\"totals\""
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"/(/":{"is":"passed"}}}""",
        "no regular expression"
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"/(?<who>.)/":{"is":"passed"}}}""",
        "no name of a role"
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"says":{"unit":"dollars"},"columns":{"v":{"is":"figures"}}}""",
        "no unit"
    )]
    [InlineData(
        """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"s":{"is":"status","of":"x","list":"obs-status"}}}""",
        "names no column of figures"
    )]
    public void Description_IsRefused(string json, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<JsonException>(() => DocumentedFormat.Checked(FormatDescription.Parse(json))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void List_MayNotAddToItself() =>
        Assert.Throws<JsonException>(() =>
            DocumentedFormat.Checked(
                FormatDescription.Parse(
                    """{"name":"a","title":"A","needs":["v"],"columns":{"v":{"is":"figures"},"p":{"is":"partner","list":"x"}},"lists":{"x":{"extends":"y"},"y":{"extends":"x"}}}"""
                )
            )
        );

    [Fact]
    public void Descriptions_ThatComeAlong_AreRight() =>
        Assert.All(DocumentedFormats.Descriptions, description => DocumentedFormat.Checked(description));
}
