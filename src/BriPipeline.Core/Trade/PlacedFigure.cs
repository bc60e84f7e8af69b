using System.Text.Json.Serialization;

namespace BriPipeline.Core.Trade;

/// <summary>A published value with the place where it stands, as claims and rows of the store hold it.</summary>
public abstract record PlacedFigure : FigureFields
{
    protected PlacedFigure() { }

    protected PlacedFigure(FigureFields fields)
        : base(fields) { }

    /// <summary>In whole units, exact, without trailing zeros.</summary>
    [JsonPropertyOrder(-1)]
    public required decimal Value { get; init; }

    [JsonPropertyOrder(-1)]
    public required int Multiplier { get; init; }

    [JsonPropertyOrder(2)]
    public required string Sheet { get; init; }

    /// <summary>The A1 address in that sheet.</summary>
    [JsonPropertyOrder(2)]
    public required string Cell { get; init; }

    [JsonPropertyOrder(2)]
    public required string Raw { get; init; }
}
