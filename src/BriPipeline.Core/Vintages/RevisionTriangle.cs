using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>How far the figures of a series had moved so many months after each was first seen.</summary>
/// <param name="Lag">Months after the first import of a figure.</param>
/// <param name="Which">The revisions that are counted.</param>
/// <param name="Figures">How many figures are that old and were there then; unrevised ones count as 0.</param>
/// <param name="Mean">Percent of the first value, two decimals.</param>
/// <param name="MeanAbsolute">Percent of the first value, two decimals.</param>
public sealed record RevisionSizes(
    string Source,
    SeriesKey Series,
    int Lag,
    RevisionClass Which,
    int Figures,
    decimal Mean,
    decimal MeanAbsolute
);

/// <summary>Whether revisions came in a month in which the office revises by its calendar.</summary>
public enum RevisionClass
{
    All,
    Scheduled,
    Unscheduled,
}

/// <summary>The sizes of revisions by lag: of all, and where the source's profile says in which months it revises, of those that came
/// in one of them and of the others. The two add up to all, figure by figure.</summary>
public static class RevisionTriangle
{
    public static readonly IReadOnlyList<int> Lags = [1, 2, 3, 6, 12];

    /// <param name="figures">The figures of one series as they are.</param>
    /// <param name="changes">What is known of the history of a figure, in any order.</param>
    /// <param name="now">Figures that were first seen less than a lag before count not for it.</param>
    /// <param name="months">Months of the year in which the source revises by its calendar, 1 to 12; null where that is not known.</param>
    public static IEnumerable<RevisionSizes> Of(
        IReadOnlyList<TradeRow> figures,
        Func<ObservationKey, IEnumerable<StoredRevision>> changes,
        DateTimeOffset now,
        IReadOnlyList<int>? months = null
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
        RevisionClass[] classes = months is null ? [RevisionClass.All] : Enum.GetValues<RevisionClass>();
        foreach (var (lag, which) in from lag in Lags from one in classes select (lag, one))
        {
            decimal[] percents =
            [
                .. histories
                    .Where(history => history.Figure.FirstSeen.AddMonths(lag) <= now)
                    .Select(history =>
                        Percent(history.Figure, history.Changes, lag, change => IsOf(which, change, months))
                    )
                    .OfType<decimal>(),
            ];
            if (percents.Length > 0)
            {
                yield return new(
                    figures[0].Source,
                    figures[0].Key.Series,
                    lag,
                    which,
                    percents.Length,
                    Rounded(percents.Average()),
                    Rounded(percents.Average(Math.Abs))
                );
            }
        }
    }

    /// <summary>Null where the figure was not there then, or was first nil.</summary>
    private static decimal? Percent(
        TradeRow figure,
        StoredRevision[] changes,
        int lag,
        Predicate<StoredRevision> counts
    )
    {
        var then = figure.FirstSeen.AddMonths(lag);
        var first = changes.Length == 0 ? figure.Value : changes[0].Change.OldValue;
        var known = Array.FindAll(changes, change => change.At <= then);
        var value = known.Length == 0 ? first : known[^1].Change.NewValue;
        return first is > 0 && value is not null
            ? known
                .Where(change => counts(change))
                .Sum(change => (change.Change.NewValue ?? 0) - (change.Change.OldValue ?? 0))
                / first
                * 100
            : null;
    }

    private static bool IsOf(RevisionClass which, StoredRevision change, IReadOnlyList<int>? months) =>
        which == RevisionClass.All
        || (which == RevisionClass.Scheduled) == months!.Contains(change.At.UtcDateTime.Month);

    private static decimal Rounded(decimal percent) => Math.Round(percent, 2, MidpointRounding.AwayFromZero);
}
