using BriPipeline.Core.Observations;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Observations;

public sealed class DuplicatesTests
{
    [Fact]
    public void Settle_KeepsTheMorePrecise_WhenValuesAreEqual()
    {
        var coarse = Of("1.2 million", 1200000m, 6, 1, 1);
        var fine = Of("1234.5 thousand", 1234500m, 3, 1, 2);
        var (dropped, findings) = Duplicates.Settle([coarse, fine], AnswerBook.Empty);
        Assert.Equal([coarse], dropped);
        Assert.Equal("duplicate-equal", Assert.Single(findings).Code.Id);
    }

    [Fact]
    public void Settle_DropsAll_WhenValuesDiffer()
    {
        var one = Of("1", 1m, 0, 0, 1);
        var two = Of("3", 3m, 0, 0, 2);
        var (dropped, findings) = Duplicates.Settle([one, two], AnswerBook.Empty);
        Assert.Equal([one, two], dropped);
        Assert.All(findings, finding => Assert.Equal("duplicate-differs", finding.Code.Id));
        Assert.Contains("s!B2", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settle_DropsBoth_WhenTwoNamesMeanOneArea_EvenWithEqualValues()
    {
        var sudan = Of("5", 5m, 0, 0, 1) with { PartnerLabel = "Sudan" };
        var former = Of("5", 5m, 0, 0, 2) with { PartnerLabel = "Sudan, former" };
        var (dropped, findings) = Duplicates.Settle([sudan, former], AnswerBook.Empty);
        Assert.Equal([sudan, former], dropped);
        Assert.All(findings, finding => Assert.Equal("area-labels-collide", finding.Code.Id));
    }

    private static Observation Of(string raw, decimal value, int multiplier, int decimals, int row) =>
        new()
        {
            Key = new(new("KAZ"), new("CHN"), TradeFlow.X, Commodity.Total, new("USD"), TimePeriod.OfYear(2023), null),
            Value = value,
            Multiplier = multiplier,
            Decimals = decimals,
            PartnerLabel = "China",
            Provenance = new("s", new CellAddress(row, 2), raw),
        };
}
