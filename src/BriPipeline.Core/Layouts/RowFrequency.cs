using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>How long the periods down the rows of a table are, against what a heading over figures says: "annual exports" over
/// months are no exports of a month.</summary>
internal sealed class RowFrequency(IReadOnlyList<ColumnFacts> columns, CellEvidence evidence)
{
    private static readonly string[] ShortestFirst = ["month", "quarter", "year"];

    private readonly Lazy<string?> shortest = new(() =>
        columns.Select(column => Of(column, evidence)).OfType<string>().MinBy(one => Array.IndexOf(ShortestFirst, one))
    );

    /// <summary>Whether a heading of a flow names periods, and those down the rows are none of these.</summary>
    public bool DifferFrom(HeadingFacts heading) =>
        heading.Has(TermKind.Flow)
        && !heading.HasPeriod
        && heading.Names(ShortestFirst)
        && shortest.Value is { } down
        && !heading.Names(down);

    private static string? Of(ColumnFacts column, CellEvidence evidence) =>
        column.HoldsDates || column.HoldsMonthNumbers || column.HoldsPeriodNumbers ? "month"
        : column.HoldsQuarterNumbers ? "quarter"
        : column.HoldsYears ? "year"
        : !column.IsText || !column.HoldsPeriods ? null
        : Array.Find(ShortestFirst, one => column.Counts.Distinct.Any(text => Is(one, evidence.Of(text).Periods)));

    private static bool Is(string frequency, IReadOnlyList<PeriodPart> parts) =>
        parts is [var part, ..]
        && frequency switch
        {
            "month" => part.FirstMonth is { } month && month == part.LastMonth,
            "quarter" => part.Quarter is not null,
            _ => part is { Year: not null, FirstMonth: null, Quarter: null },
        };
}
