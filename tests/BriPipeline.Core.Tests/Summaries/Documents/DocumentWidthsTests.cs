using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Core.Tests.Summaries.Documents;

public sealed class DocumentWidthsTests
{
    [Theory]
    [InlineData("Товарооборот от", 13)]
    [InlineData("bitumen-plant", 8)]
    [InlineData("registers/forum.xlsx", 10)]
    [InlineData("截至2023年9月7日", 5)]
    public void Least_HoldsTheLongestWord_OfTheHeading(string heading, double letters)
    {
        var (min, _) = DocumentWidths.Of(heading, []);

        // In bold, with the margins of a cell.
        Assert.InRange(min, letters, letters * 1.15 + 2.1);
    }

    [Fact]
    public void Share_BreaksNoWord_WhereOneTextIsLong()
    {
        string[] headings = ["Project", "Place", "Sector", "Status", "As said", "Source and date"];
        string[] texts =
        [
            "Reconstruction of the refinery",
            "Kazakhstan",
            "bitumen",
            "half of them are implemented or in progress",
            "07.09.2023",
            new string('a', 10) + string.Concat(Enumerable.Repeat(" and a very long source", 20)),
        ];
        var columns = headings
            .Select((heading, column) => DocumentWidths.Of(heading, [DocumentCell.Of(texts[column])]))
            .ToList();

        var shares = DocumentWidths.Share(columns).ToList();

        Assert.Equal(1, shares.Sum(), 9);
        Assert.All(
            columns.Zip(shares),
            column => Assert.True(column.Second * 92 >= column.First.Min - 0.01, $"{column}")
        );
        Assert.True(shares[5] > shares[1]);
    }

    [Fact]
    public void Share_FillsTheLine_WhereThereAreMoreColumnsThanFit()
    {
        var shares = DocumentWidths.Share([.. Enumerable.Repeat((Min: 20.0, Max: 40.0), 10)]);

        Assert.All(shares, share => Assert.Equal(0.1, share, 9));
    }
}
