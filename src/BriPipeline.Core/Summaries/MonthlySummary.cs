using System.Text.Json.Serialization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>A printed figure: the amount, the amount a year earlier, and what may be said of the change.</summary>
public sealed record SummaryFigure(SummaryAmount Now, SummaryAmount? YearEarlier, SummaryChange Change);

/// <summary>One partner's or member's line, or the headline's. A figure is null where the source does not give it.</summary>
/// <param name="Rank">Place among the countries by turnover, from 1; null for the headline, groups and not specified.</param>
/// <param name="Share">Percent of the total turnover as printed, one decimal; shares need not add up.</param>
/// <param name="Contribution">Percentage points of the change of the total turnover, one decimal; null where the total's change is not measured.</param>
public sealed record SummaryLine(
    Area Area,
    int? Rank,
    SummaryFigure? Turnover,
    SummaryFigure? Exports,
    SummaryFigure? Imports,
    SummaryFigure? Balance,
    decimal? Share,
    decimal? Contribution
);

/// <summary>Which stretch of time a headline covers.</summary>
public enum SpanKind
{
    /// <summary>The month or year of the summary.</summary>
    Period,

    /// <summary>From January to the month of the summary.</summary>
    YearToDate,

    /// <summary>The twelve months that end with the summary's.</summary>
    LastTwelveMonths,
}

/// <summary>The headline figures of one stretch of time.</summary>
/// <param name="MissingMonths">Months without exports or imports, for whose lack figures are withheld.</param>
public sealed record SummarySpan(
    SpanKind Kind,
    TimePeriod Period,
    SummaryFigure? Turnover,
    SummaryFigure? Exports,
    SummaryFigure? Imports,
    SummaryFigure? Balance,
    IReadOnlyList<TimePeriod> MissingMonths
)
{
    /// <summary>How much of the imports the exports pay for; null where it cannot be told.</summary>
    public SummaryCover? Cover { get; init; }
}

/// <summary>Exports in percent of imports, one decimal.</summary>
public sealed record SummaryCover(decimal Percent, decimal? YearEarlier);

/// <summary>The headline in another currency that the same source publishes.</summary>
public sealed record SummaryBeside(string Unit, IReadOnlyList<SummarySpan> Spans);

/// <summary>Turnover of a month or year and of the one before, for the chart.</summary>
public sealed record SummaryPoint(TimePeriod Period, SummaryAmount? Now, SummaryAmount? YearEarlier);

/// <summary>Growth over the partners that have figures in both periods: an extra, never the headline.</summary>
/// <param name="Share">Percent of the printed turnover that these partners cover.</param>
public sealed record SummaryLikeForLike(SummaryFigure Turnover, int Partners, decimal Share);

/// <summary>A row behind the figures and its place in the publisher's workbook.</summary>
/// <param name="Workbook"><c>{source}/{path}</c> below <c>uploads</c>.</param>
/// <param name="Sha256">Hash of the version of the workbook that was read: <c>archive/{sha256}</c>.</param>
/// <param name="Value">In whole units of <paramref name="Unit"/>, exact.</param>
public sealed record SummarySource(
    Area Reporter,
    Area Partner,
    TradeFlow Flow,
    TimePeriod Period,
    string Unit,
    decimal Value,
    ObservationStatus Status,
    string Workbook,
    string? Sha256,
    string Edition,
    string Sheet,
    string Cell
)
{
    /// <summary>Codes of the findings that are open about it; null where there are none.</summary>
    public string? Doubt { get; init; }

    /// <summary>General (<c>GT</c>) or special trade (<c>ST</c>), where said.</summary>
    public string? TradeSystem { get; init; }
}

/// <summary>When the next figures are due by what was usual so far.</summary>
/// <param name="Days">From the end of a period to its first figure, the median.</param>
public sealed record SummaryExpected(TimePeriod Period, DateOnly By, int Days);

/// <summary>Why a summary is to be read with care; printed as a watermark, by rules that the document states.</summary>
public enum SummaryCaution
{
    /// <summary>The partner rows cover less than <see cref="SummaryCompiler.MinCoverage"/> percent of the total.</summary>
    PartialPartners,

    /// <summary>Members of the region are missing from the sum.</summary>
    MembersMissing,

    /// <summary>A headline figure is provisional, estimated or of low reliability.</summary>
    Provisional,

    /// <summary>A headline figure was computed from cumulative ones.</summary>
    Computed,
}

/// <summary>What a summary says of a trade in a period, in no language and no format. All documents are made from it.</summary>
public sealed record MonthlySummary
{
    /// <summary>Version of the shape of <c>facts.json</c>.</summary>
    public int Schema { get; } = 2;

    /// <summary><c>KAZ</c>, <c>KAZ-CHN</c> or <c>143-CHN</c>.</summary>
    public required string Subject { get; init; }
    public required SubjectKind Kind { get; init; }
    public required Area Reporter { get; init; }
    public Area? Partner { get; init; }
    public required TimePeriod Period { get; init; }
    public required TimePeriod YearEarlier { get; init; }
    public required SummaryChoice Choice { get; init; }

    /// <summary>True where a region's trade is told in its partner's figures.</summary>
    public bool IsPartnersSide { get; init; }

    /// <summary>Who published the source's figures; null where its profile does not say.</summary>
    public string? Publisher { get; init; }

    /// <summary><see cref="TradeFlow.M"/>, or <see cref="TradeFlow.MC"/> where the source has imports by consignment only.</summary>
    public required TradeFlow ImportFlow { get; init; }

    /// <summary>Valuation of the headline's exports (<c>FOB</c>), where said.</summary>
    public string? ExportValuation { get; init; }

    /// <summary>Valuation of the headline's imports (<c>CIF</c>), where said.</summary>
    public string? ImportValuation { get; init; }

    public required IReadOnlyList<SummaryCaution> Cautions { get; init; }

    /// <summary>Of a reporter its World row as published; of a pair the partner's; of a region the sum of its members.</summary>
    public required SummaryLine Headline { get; init; }

    /// <summary>The summary's period first.</summary>
    public required IReadOnlyList<SummarySpan> Spans { get; init; }

    /// <summary>The latest three months against the three before; null of a year, or where months are missing.</summary>
    public SummaryRecent? ThreeMonths { get; init; }

    /// <summary>The month against the one before: only of a series that is seasonally adjusted.</summary>
    public SummaryRecent? OnMonthBefore { get; init; }

    /// <summary>The same in the other currencies of the source.</summary>
    public required IReadOnlyList<SummaryBeside> Beside { get; init; }

    /// <summary>Partner countries of a reporter or members of a region, the largest turnover first; where turnover is not
    /// known, by the one flow that is.</summary>
    public required IReadOnlyList<SummaryLine> Countries { get; init; }

    /// <summary>Not specified, the residual, then groups and regions as published: they overlap the countries and are never added to them.</summary>
    public required IReadOnlyList<SummaryLine> Groups { get; init; }

    /// <summary>Of a reporter: the largest commodities of each flow; null where the source publishes none with the World.</summary>
    public IReadOnlyList<SummaryCommodities>? Commodities { get; init; }

    /// <summary>Members of the region without figures of the period.</summary>
    public required IReadOnlyList<Area> Absent { get; init; }

    /// <summary>Percent of the total turnover that the partner rows which are no groups cover; null where it cannot be told.</summary>
    public decimal? Coverage { get; init; }
    public SummaryLikeForLike? LikeForLike { get; init; }

    /// <summary>The months of the year, or the last twelve, oldest first; empty where none is published.</summary>
    public required IReadOnlyList<SummaryPoint> Months { get; init; }
    public SummaryMirror? Mirror { get; init; }

    /// <summary>Null of a region, and where too few periods came one after the other.</summary>
    public SummaryExpected? Expected { get; init; }
    public required IReadOnlyList<SummaryTarget> Targets { get; init; }
    public SummaryLongRun? LongRun { get; init; }

    /// <summary>What others said or did, quoted: statements, members, agreements and projects.</summary>
    public required IReadOnlyList<RegisterRow> Registers { get; init; }

    /// <summary>What changed since the edition before; null in a first edition.</summary>
    public SummaryRevisions? Revisions { get; init; }

    /// <summary>Every row behind the figures, by key in ordinal order.</summary>
    public required IReadOnlyDictionary<string, SummarySource> Rows { get; init; }

    /// <summary>The rows about which findings are open.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, SummarySource> Doubted =>
        Rows.Where(row => row.Value.Doubt is not null)
            .ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
}
