using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class MirrorViewTests
{
    private static readonly PairView Own = View(
        TradeRows.Of("KAZ", "CHN", TradeFlow.X, "2022", 100),
        TradeRows.Of("KAZ", "CHN", TradeFlow.X, "2023", 110),
        TradeRows.Of("KAZ", "CHN", TradeFlow.M, "2023", 70)
    );

    [Fact]
    public void Of_PutsExportsBesideTheImportsOfThePartner_NewestFirst()
    {
        var mirror = MirrorView.Of(
            Own,
            [
                TradeRows.Of("CHN", "KAZ", TradeFlow.M, "2022", 130, "cn"),
                TradeRows.Of("CHN", "KAZ", TradeFlow.M, "2023", 150, "cn"),
                TradeRows.Of("CHN", "KAZ", TradeFlow.X, "2023", 60, "cn"),
                TradeRows.Of("CHN", "KAZ", TradeFlow.X, "2021", 1, "cn"),
            ]
        );

        Assert.Equal("cn", mirror.Source);
        Assert.Equal([(110m, 150m, 40m), (100m, 130m, 30m)], mirror.Exports.Select(Values));
        // The importer's figure minus the exporter's, whoever reports.
        Assert.Equal([(70m, 60m, 10m)], mirror.Imports.Select(Values));
    }

    [Fact]
    public void Of_TakesTheSourceWithMostPeriods_AndNamesTheOthers()
    {
        var mirror = MirrorView.Of(
            Own,
            [
                TradeRows.Of("CHN", "KAZ", TradeFlow.M, "2023", 150, "a"),
                TradeRows.Of("CHN", "KAZ", TradeFlow.M, "2022", 130, "b"),
                TradeRows.Of("CHN", "KAZ", TradeFlow.M, "2023", 151, "b"),
            ]
        );

        Assert.Equal("b", mirror.Source);
        Assert.Equal(["a"], mirror.Others);
        Assert.Equal([151m, 130m], mirror.Exports.Select(line => line.Other.Value));
    }

    [Fact]
    public void Of_TakesImportsByOrigin_BeforeThoseByConsignment()
    {
        var mirror = MirrorView.Of(
            Own,
            [
                TradeRows.Of("CHN", "KAZ", TradeFlow.MC, "2023", 149, "cn"),
                TradeRows.Of("CHN", "KAZ", TradeFlow.M, "2023", 150, "cn"),
            ]
        );

        Assert.Equal([150m], mirror.Exports.Select(line => line.Other.Value));
    }

    [Fact]
    public void Of_IsEmpty_WhereThePartnerHasNoSamePeriod()
    {
        Assert.Null(MirrorView.Of(Own, [TradeRows.Of("CHN", "KAZ", TradeFlow.M, "2020", 1, "cn")]).Source);
    }

    private static (decimal Own, decimal Other, decimal Gap) Values(MirrorLine line) =>
        (line.Own.Value, line.Other.Value, line.Gap);

    private static PairView View(params TradeRow[] rows) =>
        PairView.Of(new(Commodity.Total, new("USD"), Frequency.A, "own", null), [], rows);
}
