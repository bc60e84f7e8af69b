using System.Text.Json.Serialization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>What a workbook says of one key, and where it says so.</summary>
public sealed record Figure : PlacedFigure
{
    public Figure() { }

    private Figure(FigureFields fields)
        : base(fields) { }

    public static Figure Of(Observation observation) =>
        new(observation)
        {
            Value = Precision.WithoutTrailingZeros(observation.Value),
            Multiplier = observation.Multiplier,
            Sheet = observation.Provenance.Sheet,
            Cell = observation.Provenance.Cell.ToString(),
            Raw = observation.Provenance.Raw,
        };

    /// <summary>The size of the last digit published, in whole units.</summary>
    [JsonPropertyOrder(3)]
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

    /// <summary>This one with what is open about <paramref name="reprint"/>, which repeats it.</summary>
    public Figure As(Figure reprint) =>
        (Figure)
            FigureAttribute
                .All.Where(attribute => attribute.Kind == AttributeKind.Doubt)
                .Aggregate((FigureFields)this, (fields, attribute) => attribute.With(fields, attribute.Get(reprint)));

    private bool AddsInformation(Figure earlier) =>
        FigureAttribute.All.Any(attribute =>
            attribute.Kind is AttributeKind.Qualifier or AttributeKind.Remark
            && attribute.Get(this) is { } own
            && own != attribute.Get(earlier)
        );
}
