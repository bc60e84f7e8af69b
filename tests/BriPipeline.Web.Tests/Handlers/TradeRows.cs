using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>Rows as pages get them, of which only the key and the value count.</summary>
internal static class TradeRows
{
    public static TradeRow Of(
        string reporter,
        string partner,
        TradeFlow flow,
        string period,
        decimal value,
        string source = "own"
    ) =>
        new()
        {
            Key = new(new(reporter), new(partner), flow, Commodity.Total, new("USD"), TimePeriod.Parse(period), null),
            Source = source,
            Value = value,
            Multiplier = 0,
            Decimals = 0,
            Status = ObservationStatus.A,
            Edition = "1",
            Upload = $"{source}/a.csv",
            Sheet = "",
            Cell = "A1",
            Raw = "",
            Seq = 1,
            FirstSeen = default,
            LastChanged = default,
        };
}
