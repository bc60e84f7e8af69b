using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>What a workbook says of one key, and where it says so.</summary>
public sealed record Figure
{
    /// <summary>In whole units, without trailing zeros.</summary>
    public required decimal Value { get; init; }
    public required int Multiplier { get; init; }
    public int? Decimals { get; init; }
    public ObservationStatus Status { get; init; }
    public string? Valuation { get; init; }
    public string? TradeSystem { get; init; }
    public string? Nomenclature { get; init; }
    public string? Note { get; init; }
    public string? PartnerLabel { get; init; }
    public string? CommodityLabel { get; init; }
    public required string Sheet { get; init; }
    public required string Cell { get; init; }
    public required string Raw { get; init; }

    public static Figure Of(Observation observation) =>
        new()
        {
            Value = Precision.WithoutTrailingZeros(observation.Value),
            Multiplier = observation.Multiplier,
            Decimals = observation.Decimals,
            Status = observation.Status,
            Valuation = observation.Valuation,
            TradeSystem = observation.TradeSystem,
            Nomenclature = observation.Nomenclature,
            Note = observation.Note,
            PartnerLabel = observation.PartnerLabel,
            CommodityLabel = observation.CommodityLabel,
            Sheet = observation.Provenance.Sheet,
            Cell = observation.Provenance.Cell.ToString(),
            Raw = observation.Provenance.Raw,
        };

    /// <summary>The size of the last digit published, in whole units.</summary>
    public decimal LastDigit => Precision.LastDigit(Value, Multiplier, Decimals);

    /// <summary>True if this one, printed later, brings nothing new over <paramref name="earlier"/>: the same status, and
    /// the same value at the same precision, or a coarser print of an equal value.</summary>
    public bool Repeats(Figure earlier)
    {
        var (own, other) = (LastDigit, earlier.LastDigit);
        return Status == earlier.Status
            && own >= other
            && (
                own > other
                    ? Precision.AreEqual(Value, own, earlier.Value, other)
                    : Value == earlier.Value && !AddsInformation(earlier)
            );
    }

    private bool AddsInformation(Figure earlier) =>
        Differs(Valuation, earlier.Valuation)
        || Differs(TradeSystem, earlier.TradeSystem)
        || Differs(Nomenclature, earlier.Nomenclature)
        || Differs(Note, earlier.Note);

    private static bool Differs(string? own, string? other) => own is not null && own != other;
}
