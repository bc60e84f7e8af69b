namespace BriPipeline.Core.Trade;

/// <summary>What is carried with a figure's value from the workbook to whoever reads the store. Observations, claims and rows
/// take these fields from each other by the copy constructor, so a text that is only carried is named here and in
/// <see cref="FigureAttribute.All"/>, and nowhere else.</summary>
/// <remarks>None is required, as the compiler's copy constructor would then have to set the derived types' required ones.
/// Names follow SDMX: DECIMALS, OBS_STATUS.</remarks>
public abstract record FigureFields
{
    /// <summary>Decimals as published: those that the number format shows, else those of the text; null where unknown.</summary>
    public int? Decimals { get; init; }

    public ObservationStatus Status { get; init; }

    /// <summary><c>FOB</c>, <c>CIF</c>, ... where the workbook or the profile says.</summary>
    public string? Valuation { get; init; }

    /// <summary><c>ST</c> special or <c>GT</c> general trade, where said. No reader fills it yet: a column of the store.</summary>
    public string? TradeSystem { get; init; }

    /// <summary>Nomenclature and year of a national commodity code, as <c>HS 2022</c>, where said. No reader fills it yet: a
    /// column of the store.</summary>
    public string? Nomenclature { get; init; }

    /// <summary>A remark of the publisher on this figure.</summary>
    public string? Note { get; init; }

    /// <summary>The codes of the warnings that are open at the figure's cell, in ordinal order, commas between.</summary>
    public string? Doubt { get; init; }

    /// <summary>The partner as the publisher names it.</summary>
    public string? PartnerLabel { get; init; }

    /// <summary>The commodity as the publisher names it.</summary>
    public string? CommodityLabel { get; init; }
}
