using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>How far the figures of a series had moved so many months after each was first seen.</summary>
/// <param name="Lag">Months after the first import of a figure.</param>
/// <param name="Figures">How many figures are that old and were there then; unrevised ones count as 0.</param>
/// <param name="Mean">Percent of the first value, two decimals.</param>
/// <param name="MeanAbsolute">Percent of the first value, two decimals.</param>
public sealed record RevisionSizes(
    string Source,
    SeriesKey Series,
    int Lag,
    int Figures,
    decimal Mean,
    decimal MeanAbsolute
);

/// <summary>The sizes of revisions by lag. Nothing stored says which revisions were scheduled, so that all are in one.</summary>
public static class RevisionTriangle
{
    public static readonly IReadOnlyList<int> Lags = [1, 2, 3, 6, 12];

    /// <param name="figures">The figures of one series as they are.</param>
    /// <param name="changes">What is known of the history of a figure, in any order.</param>
    /// <param name="now">Figures that were first seen less than a lag before count not for it.</param>
    public static IEnumerable<RevisionSizes> Of(
        IReadOnlyList<TradeRow> figures,
        Func<ObservationKey, IEnumerable<StoredRevision>> changes,
        DateTimeOffset now
    )
    {
        if (figures.Count == 0)
        {
            yield break;
        }

        var histories = figures
            .Select(figure =>
                (Figure: figure, Changes: changes(figure.Key).OrderBy(change => (change.At, change.Seq)).ToArray())
            )
            .ToArray();
        foreach (var lag in Lags)
        {
            decimal[] percents =
            [
                .. histories
                    .Where(history => history.Figure.FirstSeen.AddMonths(lag) <= now)
                    .Select(history => Percent(history.Figure, history.Changes, lag))
                    .OfType<decimal>(),
            ];
            if (percents.Length > 0)
            {
                yield return new(
                    figures[0].Source,
                    figures[0].Key.Series,
                    lag,
                    percents.Length,
                    Rounded(percents.Average()),
                    Rounded(percents.Average(Math.Abs))
                );
            }
        }
    }

    /// <summary>Null where the figure was not there then, or was first nil.</summary>
    private static decimal? Percent(TradeRow figure, StoredRevision[] changes, int lag)
    {
        var then = figure.FirstSeen.AddMonths(lag);
        var first = changes.Length == 0 ? figure.Value : changes[0].Change.OldValue;
        var last = Array.FindLast(changes, change => change.At <= then);
        var value = last is null ? first : last.Change.NewValue;
        return first is > 0 && value is not null ? (value - first) / first * 100 : null;
    }

    private static decimal Rounded(decimal percent) => Math.Round(percent, 2, MidpointRounding.AwayFromZero);
}
