namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A chart of series over time that says by itself what it shows, wherever its drawing is taken.</summary>
/// <param name="Id">Unique in the page, <c>[a-z]+</c>.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">The unit with its power of ten.</param>
/// <param name="Source">Source, periods and licence, under the drawing.</param>
/// <param name="Periods">The oldest first.</param>
/// <param name="Tips">The values of each period in words, a line each; shown where a reader points at the period.</param>
public sealed record TimeChart(
    string Id,
    string Title,
    string Unit,
    string Source,
    IReadOnlyList<string> Periods,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<string> Tips
);
