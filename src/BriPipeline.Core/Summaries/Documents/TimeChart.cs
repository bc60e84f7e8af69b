namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A chart of series over time that says by itself what it shows, wherever its drawing is taken.</summary>
/// <param name="Id">Unique in the page, <c>[a-z]+</c>.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">The unit with its power of ten.</param>
/// <param name="Source">Source and periods, under the drawing.</param>
/// <param name="Periods">The oldest first.</param>
public sealed record TimeChart(
    string Id,
    string Title,
    string Unit,
    string Source,
    IReadOnlyList<string> Periods,
    IReadOnlyList<ChartSeries> Series
);
