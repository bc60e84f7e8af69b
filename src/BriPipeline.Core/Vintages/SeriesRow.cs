using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>A row of <c>Series</c>: what is stored of one series of a source.</summary>
/// <param name="Last">The period that ends last.</param>
/// <param name="Count">How many periods.</param>
/// <param name="Edition">The latest edition shown by any of its rows.</param>
/// <param name="Upload">Whose claim that is, <c>{source}/{path}</c>.</param>
public sealed record SeriesRow(
    SeriesKey Key,
    TimePeriod First,
    TimePeriod Last,
    int Count,
    string Source,
    string Edition,
    string Upload
)
{
    /// <summary>Version of the tables' published columns; additions leave it.</summary>
    public const int SchemaVersion = 1;
}
