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
)
{
    /// <summary>Of each category; empty where nothing is uncertain.</summary>
    public IReadOnlyList<Uncertainty> Uncertainties { get; init; } = [];

    /// <summary>What the marks of uncertain categories mean; null where there are none.</summary>
    public string? Note { get; init; }

    /// <summary>First and last of every run of neighbours that are uncertain in one way.</summary>
    internal IEnumerable<(int First, int Last)> RunsOf(Uncertainty uncertainty)
    {
        var first = -1;
        for (var index = 0; index <= Uncertainties.Count; index++)
        {
            var isMarked = index < Uncertainties.Count && Uncertainties[index].HasFlag(uncertainty);
            if (isMarked && first < 0)
            {
                first = index;
            }
            else if (!isMarked && first >= 0)
            {
                yield return (first, index - 1);
                first = -1;
            }
        }
    }
}
