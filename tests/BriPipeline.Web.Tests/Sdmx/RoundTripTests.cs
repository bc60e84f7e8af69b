using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Api;
using BriPipeline.Web.Rows;
using BriPipeline.Web.Sdmx;

namespace BriPipeline.Web.Tests.Sdmx;

/// <summary>What the API answers is read again with the same key, value, power of ten and status.</summary>
public sealed class RoundTripTests
{
    private static readonly TradeRow[] Rows =
    [
        Row(
            new(new("KAZ"), new("CHN"), TradeFlow.X, Commodity.Total, new("USD"), TimePeriod.OfYear(2022), null),
            13060205479.11m,
            3
        ),
        Row(
            new(new("KAZ"), new("CHN"), TradeFlow.X, Commodity.Total, new("USD"), TimePeriod.OfYear(2023), null),
            14728400000m,
            3,
            ObservationStatus.P
        ),
        Row(
            new(
                new("KAZ"),
                new("490"),
                TradeFlow.M,
                new("N.café"),
                new("Q.H87"),
                TimePeriod.OfMonths(2023, 1, 2023, 7),
                "SA"
            ),
            5,
            0
        ),
    ];

    [Fact]
    public void Csv_IsReadAgain() => AssertRead(new CsvRows<TradeRow>(TradeColumns.All, isCounted: true));

    [Fact]
    public void Json_IsReadAgain() => AssertRead(new JsonRows<TradeRow>("observations", TradeColumns.All));

    [Fact]
    public void SdmxCsv_IsReadAgain() => AssertRead(new SdmxCsvRows());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SdmxJson_IsReadAgain(bool isFlat) =>
        AssertRead(new SdmxJsonRows("full", isFlat, DateTimeOffset.UnixEpoch));

    private static void AssertRead(RowWriter<TradeRow> writer)
    {
        var text = new StringWriter();
        writer.Begin(text, null);
        foreach (var (index, row) in Rows.Index())
        {
            writer.Write(text, row, index);
        }

        writer.End(text, Rows.Length);
        var reading = Reading.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())),
            "answer",
            SourceProfile.Unknown("round-trip")
        );

        Assert.Equal(
            Rows.Select(row => (row.Key, row.Value, row.Multiplier, row.Status)),
            reading.Observations().Select(one => (one.Key, one.Value, one.Multiplier, one.Status))
        );
    }

    private static TradeRow Row(
        ObservationKey key,
        decimal value,
        int multiplier,
        ObservationStatus status = ObservationStatus.A
    ) =>
        new()
        {
            Key = key,
            Status = status,
            Source = "kz-bns",
            Value = value,
            Multiplier = multiplier,
            Edition = "2023-12-31",
            Upload = "kz-bns/a.xlsx",
            Sheet = "",
            Cell = "A1",
            Raw = "1",
            Seq = 1,
            FirstSeen = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
            LastChanged = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
}
