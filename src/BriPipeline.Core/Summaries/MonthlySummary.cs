using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

/// <summary>A printed figure: the amount, the amount a year earlier, and what may be said of the change.</summary>
public sealed record SummaryFigure(SummaryAmount Now, SummaryAmount? YearEarlier, SummaryChange Change);

/// <summary>One partner's line, or the World's. A figure is null where the source does not give it.</summary>
/// <param name="Rank">Place among the countries by turnover, from 1; null for the World, groups and not specified.</param>
/// <param name="Share">Percent of the World's turnover as printed, one decimal; shares need not add up.</param>
public sealed record SummaryLine(
    Area Area,
    int? Rank,
    SummaryFigure? Turnover,
    SummaryFigure? Exports,
    SummaryFigure? Imports,
    SummaryFigure? Balance,
    decimal? Share
);

/// <summary>A row behind the figures and its place in the publisher's workbook.</summary>
/// <param name="Workbook"><c>{source}/{path}</c> below <c>uploads</c>.</param>
/// <param name="Sha256">Hash of the version of the workbook that was read: <c>archive/{sha256}</c>.</param>
/// <param name="Value">In whole units, exact.</param>
public sealed record SummarySource(
    Area Partner,
    TradeFlow Flow,
    TimePeriod Period,
    decimal Value,
    ObservationStatus Status,
    string Workbook,
    string? Sha256,
    string Edition,
    string Sheet,
    string Cell
);

/// <summary>What a summary says of a reporter's trade in a period, in no language and no format. All documents are made from it.</summary>
public sealed record MonthlySummary
{
    /// <summary>Version of the shape of <c>facts.json</c>.</summary>
    public int Schema { get; } = 1;

    public required string Subject { get; init; }
    public required TimePeriod Period { get; init; }
    public required TimePeriod YearEarlier { get; init; }
    public required SummaryChoice Choice { get; init; }

    /// <summary>Who published the source's figures; null where its profile does not say.</summary>
    public string? Publisher { get; init; }

    /// <summary><see cref="TradeFlow.M"/>, or <see cref="TradeFlow.MC"/> where the source has imports by consignment only.</summary>
    public required TradeFlow ImportFlow { get; init; }

    /// <summary>Valuation of the World's exports (<c>FOB</c>), where said.</summary>
    public string? ExportValuation { get; init; }

    /// <summary>Valuation of the World's imports (<c>CIF</c>), where said.</summary>
    public string? ImportValuation { get; init; }

    /// <summary>The World row as published.</summary>
    public required SummaryLine World { get; init; }

    /// <summary>Countries, the largest turnover first; where turnover is not known, by the one flow that is.</summary>
    public required IReadOnlyList<SummaryLine> Countries { get; init; }

    /// <summary>Not specified, the residual, then groups and regions as published: they overlap the countries and are never added to them.</summary>
    public required IReadOnlyList<SummaryLine> Groups { get; init; }

    /// <summary>Every row behind the figures, by key in ordinal order.</summary>
    public required IReadOnlyDictionary<string, SummarySource> Rows { get; init; }
}
