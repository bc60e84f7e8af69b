using System.Text.Json.Serialization;

namespace BriPipeline.Core.Trade;

/// <summary>A row of <c>Trade</c> as its readers see it.</summary>
public sealed record TradeRow : PlacedFigure
{
    public TradeRow() { }

    /// <summary>With another's fields.</summary>
    public TradeRow(FigureFields fields)
        : base(fields) { }

    [JsonPropertyOrder(-1)]
    public required ObservationKey Key { get; init; }

    [JsonPropertyOrder(-1)]
    public required string Source { get; init; }

    /// <summary>The edition whose claim the row shows; ordinal order is edition order.</summary>
    [JsonPropertyOrder(1)]
    public required string Edition { get; init; }

    /// <summary><c>{source}/{path}</c> of the upload whose claim the row shows.</summary>
    [JsonPropertyOrder(1)]
    public required string Upload { get; init; }

    /// <summary>Hash of the bytes that were read: <c>archive/{sha256}</c>.</summary>
    [JsonPropertyOrder(1)]
    public string? Sha256 { get; init; }

    /// <summary>The import of the source that last changed the row.</summary>
    [JsonPropertyOrder(3)]
    public required long Seq { get; init; }

    [JsonPropertyOrder(3)]
    public required DateTimeOffset FirstSeen { get; init; }

    [JsonPropertyOrder(3)]
    public required DateTimeOffset LastChanged { get; init; }
}

/// <summary>Which rows to read; every part that is null does not limit.</summary>
public sealed record TradeQuery
{
    public Area? Reporter { get; init; }
    public Area? Partner { get; init; }
    public TradeFlow? Flow { get; init; }
    public Commodity? Commodity { get; init; }
    public Unit? Unit { get; init; }
    public string? Source { get; init; }

    public string? Variant { get; init; }
    public Frequency? Frequency { get; init; }

    /// <summary>Periods that end on or after the first day of this one.</summary>
    public TimePeriod? From { get; init; }

    /// <summary>Periods that start on or before the last day of this one.</summary>
    public TimePeriod? To { get; init; }

    /// <summary>What was known then: imports committed at or before this time.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Rows that an import changed at or after this time.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Rows whose keys follow this one.</summary>
    public RowPosition? After { get; init; }

    /// <summary>True if the key is one of those asked for, whatever the row's times and position.</summary>
    public bool Asks(string source, ObservationKey key) =>
        Asks(source, key.Series)
        && (From is not { } from || key.Period.Last >= from.First)
        && (To is not { } to || key.Period.First <= to.Last);

    /// <summary>True if the series is one of those asked for.</summary>
    public bool Asks(string source, SeriesKey key) =>
        (Reporter is not { } reporter || key.Reporter == reporter)
        && (Partner is not { } partner || key.Partner == partner)
        && (Flow is not { } flow || key.Flow == flow)
        && (Commodity is not { } commodity || key.Commodity == commodity)
        && (Unit is not { } unit || key.Unit == unit)
        && (Source is null || source == Source)
        && (Variant is null || key.Variant == Variant)
        && (Frequency is not { } frequency || key.Frequency == frequency);
}

/// <summary>Where a row stands in its table; ordinal order is the table's order.</summary>
public readonly record struct RowPosition(string Partition, string Row)
{
    public bool Follows(RowPosition other) =>
        string.CompareOrdinal(Partition, other.Partition) is var order and not 0
            ? order > 0
            : string.CompareOrdinal(Row, other.Row) > 0;
}
