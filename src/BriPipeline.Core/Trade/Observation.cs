namespace BriPipeline.Core.Trade;

/// <summary>Where in its workbook a figure stands.</summary>
/// <param name="Cell">The address as the publisher's file names it.</param>
/// <param name="Raw">The cell as found.</param>
public readonly record struct Provenance(string Sheet, CellAddress Cell, string Raw);

/// <summary>One figure of bilateral trade, read with certainty.</summary>
/// <remarks>Names follow SDMX: OBS_VALUE, UNIT_MULT, DECIMALS, OBS_STATUS.</remarks>
public sealed record Observation
{
    public required ObservationKey Key { get; init; }

    /// <summary>OBS_VALUE in whole units of <see cref="ObservationKey.Unit"/>: the published number times ten to the power of <see cref="Multiplier"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>The published power of ten: 3 for thousands.</summary>
    public required int Multiplier { get; init; }

    /// <summary>Decimals as published: those that the number format shows, else those of the text; null where unknown.</summary>
    public int? Decimals { get; init; }

    public ObservationStatus Status { get; init; }

    /// <summary><c>FOB</c>, <c>CIF</c>, ... where the workbook or the profile says.</summary>
    public string? Valuation { get; init; }

    /// <summary><c>ST</c> special or <c>GT</c> general trade, where said.</summary>
    public string? TradeSystem { get; init; }

    /// <summary>Nomenclature and year of a national commodity code, as <c>HS 2022</c>, where said.</summary>
    public string? Nomenclature { get; init; }

    /// <summary>A remark of the publisher on this figure.</summary>
    public string? Note { get; init; }

    /// <summary>The partner as the publisher names it.</summary>
    public string? PartnerLabel { get; init; }

    /// <summary>The commodity as the publisher names it.</summary>
    public string? CommodityLabel { get; init; }

    public required Provenance Provenance { get; init; }
}
