namespace BriPipeline.Core.Trade;

/// <summary>Where in its workbook a figure stands.</summary>
/// <param name="Cell">The address as the publisher's file names it.</param>
/// <param name="Raw">The cell as found.</param>
public readonly record struct Provenance(string Sheet, CellAddress Cell, string Raw);

/// <summary>One figure of bilateral trade, read with certainty.</summary>
public sealed record Observation : FigureFields
{
    public Observation() { }

    /// <summary>With another's fields.</summary>
    public Observation(FigureFields fields)
        : base(fields) { }

    public required ObservationKey Key { get; init; }

    /// <summary>OBS_VALUE in whole units of <see cref="ObservationKey.Unit"/>: the published number times ten to the power of
    /// <see cref="Multiplier"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>The published power of ten, UNIT_MULT: 3 for thousands.</summary>
    public required int Multiplier { get; init; }

    public required Provenance Provenance { get; init; }
}
