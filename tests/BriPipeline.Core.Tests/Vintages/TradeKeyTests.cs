using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class TradeKeyTests
{
    [Theory]
    [InlineData("KAZ", "CHN", "TOTAL", "X", "USD", null, "M", "2023-07", "KAZ-CHN", "TOTAL|X|USD|kz-bns|M|2023-07")]
    [InlineData("KAZ", "001", "HS.27", "MC", "KG", "SA", "Q", "2022-Q3", "KAZ-001", "HS.27|MC|KG|kz-bns~SA|Q|2022-Q3")]
    [InlineData(
        "KAZ",
        "_EU27_2020",
        "N.oil",
        "T",
        "Q.LTR",
        null,
        "C",
        "2023-01--2023-07",
        "KAZ-_EU27_2020",
        "N.oil|T|Q.LTR|kz-bns|C|2023-01--2023-07"
    )]
    [InlineData(
        "IND",
        "CHN",
        "TOTAL",
        "M",
        "USD",
        null,
        "F",
        "2017-04--2018-03",
        "IND-CHN",
        "TOTAL|M|USD|kz-bns|F|2017-04--2018-03"
    )]
    [InlineData(
        "NPL",
        "CHN",
        "TOTAL",
        "M",
        "NPR",
        null,
        "F",
        "2018-07-17--2019-07-16",
        "NPL-CHN",
        "TOTAL|M|NPR|kz-bns|F|2018-07-17--2019-07-16"
    )]
    [InlineData(
        "KAZ",
        "CHN",
        "TOTAL",
        "X",
        "USD",
        "MIRROR",
        "A",
        "2022",
        "KAZ-CHN",
        "TOTAL|X|USD|kz-bns~MIRROR|A|2022"
    )]
    public void Key_IsPrintedAndReadBack(
        string reporter,
        string partner,
        string commodity,
        string flow,
        string unit,
        string? variant,
        string frequency,
        string period,
        string partition,
        string row
    )
    {
        var key = new TradeKey(
            "kz-bns",
            new ObservationKey(
                new Area(reporter),
                new Area(partner),
                Enum.Parse<TradeFlow>(flow),
                new Commodity(commodity),
                new Unit(unit),
                TimePeriod.Parse(period, Enum.Parse<Frequency>(frequency)),
                variant
            )
        );

        Assert.Equal((partition, row), (key.Partition, key.Row));
        Assert.Equal(key, TradeKey.Parse(partition, row));
        Assert.Equal(key, TradeKey.ParseByPeriod(key.PeriodPartition, key.PeriodRow));
        Assert.Equal((key, 42L), TradeKey.ParseRevision(partition, key.RevisionRow(42)));
        Assert.Equal(key.Key, KeyText.Parse(KeyText.Of(key.Key)));
        Assert.Equal(key.Key.Series, KeyText.ParseSeries(KeyText.Of(key.Key.Series)));
    }

    [Fact]
    public void PeriodKey_StandsUnderReporterAndPeriod()
    {
        var key = TradeKey.Parse("KAZ-CHN", "TOTAL|X|USD|kz-bns~SA|M|2023-07");

        Assert.Equal(("KAZ|M|2023-07", "TOTAL|X|USD|kz-bns~SA|CHN"), (key.PeriodPartition, key.PeriodRow));
        Assert.Equal(
            ("KAZ", "CHN|TOTAL|X|USD|kz-bns~SA|M"),
            (SeriesTableKey.Partition(key.Key.Series), SeriesTableKey.Row("kz-bns", key.Key.Series))
        );
    }

    [Fact]
    public void RevisionRow_SortsTheNewestFirst()
    {
        var key = TradeKey.Parse("KAZ-CHN", "TOTAL|X|USD|kz-bns|M|2023-07");

        Assert.Equal("TOTAL|X|USD|kz-bns|M|2023-07|9223372036854775806", key.RevisionRow(1));
        Assert.True(string.CompareOrdinal(key.RevisionRow(10), key.RevisionRow(9)) < 0);
    }

    [Theory]
    [InlineData("KAZ", "TOTAL|X|USD|kz-bns|M|2023-07")]
    [InlineData("KAZ-CHN", "TOTAL|X|USD|kz-bns|M")]
    [InlineData("KAZ-CHN", "TOTAL|Z|USD|kz-bns|M|2023-07")]
    [InlineData("KAZ-CHN", "TOTAL|X|USD|kz-bns|W|2023-07")]
    [InlineData("KAZ-CHN", "TOTAL|X|USD|kz-bns|M|July")]
    [InlineData("KAZ-CHN", "!kz-bns")]
    public void Parse_Throws_WhenTheTextsAreNoKey(string partition, string row) =>
        Assert.Throws<FormatException>(() => TradeKey.Parse(partition, row));
}
