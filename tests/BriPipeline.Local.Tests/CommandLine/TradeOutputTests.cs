using System.Text.Json;
using BriPipeline.Core.Trade;
using BriPipeline.Local.CommandLine;
using BriPipeline.Web.Sdmx;

namespace BriPipeline.Local.Tests.CommandLine;

public sealed class TradeOutputTests
{
    private static readonly TradeRow Row = new()
    {
        Key = new(
            new("KAZ"),
            new("CHN"),
            TradeFlow.X,
            Commodity.Total,
            new("USD"),
            TimePeriod.OfMonths(2023, 1, 2023, 7),
            Variant: null
        ),
        Source = "kz-bns",
        Value = 13060205479.11m,
        Multiplier = 3,
        Decimals = 5,
        Status = ObservationStatus.P,
        Edition = "2023-08-15",
        Upload = "kz-bns/Товары, 2023.xls",
        Sheet = "2023",
        Cell = "D78",
        Raw = "13060205.47911",
        Seq = 4,
        FirstSeen = new(2023, 8, 16, 9, 30, 0, TimeSpan.Zero),
        LastChanged = new(2023, 8, 16, 9, 30, 0, TimeSpan.Zero),
    };

    [Fact]
    public void Csv_HasAFieldForEachColumn()
    {
        var lines = Print("csv", Row).Split('\n');

        Assert.Equal(
            "reporter,partner,flow,commodity,unit,source,variant,frequency,period,value,multiplier,decimals,status,"
                + "valuation,trade_system,nomenclature,note,doubt,partner_label,edition,upload,sheet,cell,raw,seq,first_seen,last_changed",
            lines[0]
        );
        Assert.Equal(
            "KAZ,CHN,X,TOTAL,USD,kz-bns,,C,2023-01--2023-07,13060205479.11,3,5,P,,,,,,,2023-08-15,"
                + "\"kz-bns/Товары, 2023.xls\",2023,D78,13060205.47911,4,2023-08-16T09:30:00.0000000Z,2023-08-16T09:30:00.0000000Z",
            lines[1]
        );
    }

    /// <summary>What is exported is read again with the same key, value and power of ten.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("sdmx-csv")]
    public void Export_IsReadAgain(string format)
    {
        var rows = new[]
        {
            Row,
            Row with
            {
                Key = new(
                    new("KAZ"),
                    new("_EU28"),
                    TradeFlow.M,
                    new("HS.27"),
                    new("Q.H87"),
                    TimePeriod.OfFiscalYear(new(2018, 7, 17)),
                    "SA"
                ),
                Value = 7,
                Multiplier = 0,
            },
        };
        var bytes = System.Text.Encoding.UTF8.GetBytes(Print(format, rows));
        var reading = Core.Readings.Reading.Read(
            new MemoryStream(bytes),
            "export",
            Core.Sources.SourceProfile.Unknown("round-trip")
        );

        Assert.Equal(
            rows.Select(row => (row.Key, row.Value, row.Multiplier, row.Status)),
            reading.Observations().Select(one => (one.Key, one.Value, one.Multiplier, one.Status))
        );
    }

    [Fact]
    public void Json_IsAnArrayWithExactNumbers_WhateverTheNumberOfRows()
    {
        var two = JsonDocument.Parse(Print("json", Row, Row)).RootElement;
        var none = JsonDocument.Parse(Print("json")).RootElement;

        Assert.Equal(2, two.GetArrayLength());
        Assert.Equal(13060205479.11m, two[0].GetProperty("value").GetDecimal());
        Assert.Equal("kz-bns/Товары, 2023.xls", two[1].GetProperty("upload").GetString());
        Assert.Equal(JsonValueKind.Null, two[0].GetProperty("variant").ValueKind);
        Assert.Equal(0, none.GetArrayLength());
    }

    [Fact]
    public void SdmxCsv_HasTheColumnsOfTheStandard_AndWholeUnits() =>
        Assert.Equal(
            "DATAFLOW,REF_AREA,COUNTERPART_AREA,TRADE_FLOW,COMMODITY,UNIT_MEASURE,FREQ,VARIANT,SOURCE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS,PUBLISHED_MULT,DOUBT\n"
                + "BRIPIPELINE:TRADE(1.0),KAZ,CHN,X,TOTAL,USD,C,_Z,kz-bns,2023-01-01/P7M,13060205479.11,0,P,3,_Z\n",
            Print("sdmx-csv", Row)
        );

    [Theory]
    [InlineData("2022", null, "2022")]
    [InlineData("2022-Q3", null, "2022-Q3")]
    [InlineData("2022-07", null, "2022-07")]
    [InlineData("2023-01--2023-07", null, "2023-01-01/P7M")]
    [InlineData("2017-04--2018-03", Frequency.F, "2017-04-01/P12M")]
    [InlineData("2018-07-17--2019-07-16", null, "2018-07-17/P1Y")]
    public void TimeOf_WritesRangesAsStartAndLength(string period, Frequency? frequency, string expected) =>
        Assert.Equal(expected, SdmxStructure.TimeOf(TimePeriod.Parse(period, frequency)));

    private static string Print(string format, params TradeRow[] rows)
    {
        using var writer = new StringWriter();
        var output = TradeOutput.Of(format, writer);
        output.Begin();
        foreach (var row in rows)
        {
            output.Write(row);
        }

        output.End();
        return writer.ToString();
    }
}
