namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A chart that says by itself what it shows, wherever its drawing is taken.</summary>
/// <param name="Id">Unique in the page, <c>[a-z]+</c>.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">The unit with its power of ten.</param>
/// <param name="Source">Source, periods and licence, under the drawing.</param>
/// <param name="Categories">Periods, the oldest first; or partners, the first on top.</param>
/// <param name="Tips">The values of each category in words, a line each; shown where a reader points at it.</param>
public sealed record TitledChart(
    string Id,
    string Title,
    string Unit,
    string Source,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<string> Tips
);
