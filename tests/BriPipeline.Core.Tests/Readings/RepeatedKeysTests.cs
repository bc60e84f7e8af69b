using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings;

public sealed class RepeatedKeysTests
{
    [Theory]
    [InlineData("CHN RUS", "")]
    [InlineData("CHN RUS CHN", "CHN CHN")]
    [InlineData("CHN CHN RUS CHN RUS", "CHN CHN CHN; RUS RUS")]
    public void Find_GivesTheObservationsOfEachKeyThatOccursTwice(string partners, string expected)
    {
        Observation[] observations = [.. partners.Split(' ').Select(Of)];

        var found = RepeatedKeys.Find([.. observations.Select(one => one.Key.Fingerprint)], observations);

        Assert.Equal(expected, string.Join("; ", found.Select(Partners)));
    }

    /// <summary>Two keys may share a fingerprint, and are then no repetition.</summary>
    [Fact]
    public void Find_ComparesKeys_WhereFingerprintsAreEqual()
    {
        var china = Of("CHN");

        Assert.Empty(RepeatedKeys.Find([china.Key.Fingerprint, china.Key.Fingerprint], [china, Of("RUS")]));
    }

    private static string Partners(IReadOnlyList<Observation> observations) =>
        string.Join(' ', observations.Select(one => one.Key.Partner.Code));

    private static Observation Of(string partner) =>
        new()
        {
            Key = new(
                new("KAZ"),
                new(partner),
                TradeFlow.X,
                Commodity.Total,
                new("USD"),
                TimePeriod.OfYear(2022),
                Variant: null
            ),
            Value = 1,
            Multiplier = 0,
            Provenance = new("1", new(1, 1), "1"),
        };
}
