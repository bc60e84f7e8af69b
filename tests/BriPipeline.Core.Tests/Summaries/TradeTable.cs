using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>Rows of <c>Trade</c> drawn as text, a line each: partner, flow, period, value in whole units, then as needed
/// status and place as <c>sheet!cell</c>.</summary>
internal static class TradeTable
{
    private static readonly DateTimeOffset Seen = new(2023, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static TradeRow[] Read(
        string text,
        string source = "kz-bns",
        string unit = "USD",
        string? variant = null,
        string reporter = "KAZ",
        string commodity = "TOTAL",
        string? commodityLabel = null
    ) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(
                    (line, index) =>
                    {
                        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                        var place = parts.ElementAtOrDefault(5)?.Split('!') ?? ["Sheet1", $"B{index + 1}"];
                        var flow = Enum.Parse<TradeFlow>(parts[1]);
                        return new TradeRow
                        {
                            Key = new ObservationKey(
                                new Area(reporter),
                                new Area(parts[0]),
                                flow,
                                new Commodity(commodity),
                                new Unit(unit),
                                TimePeriod.Parse(parts[2]),
                                variant
                            ),
                            Source = source,
                            Value = decimal.Parse(parts[3].Replace("_", ""), CultureInfo.InvariantCulture),
                            CommodityLabel = commodityLabel,
                            Multiplier = 3,
                            Status = Enum.Parse<ObservationStatus>(parts.ElementAtOrDefault(4) ?? "A"),
                            Valuation = flow switch
                            {
                                TradeFlow.X => "FOB",
                                TradeFlow.M => "CIF",
                                _ => null,
                            },
                            Edition = "2023-02-15",
                            Upload = $"{source}/trade.xlsx",
                            Sha256 = "5f2c9a7d1e40b6835f2c9a7d1e40b6835f2c9a7d1e40b6835f2c9a7d1e40b683",
                            Sheet = place[0],
                            Cell = place[1],
                            Raw = parts[3],
                            Seq = 1,
                            FirstSeen = Seen,
                            LastChanged = Seen,
                        };
                    }
                ),
        ];
}
