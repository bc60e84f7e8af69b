using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Checks;

/// <summary>Figures of periods that have not begun, which no office can have counted, and of such as are not over. They
/// are pointed out and stored: the clock may be wrong.</summary>
/// <param name="today">The date where the figures are reported; null if unknown.</param>
public sealed class FuturePeriods(DateOnly? today)
{
    private readonly Dictionary<(string Sheet, Area Reporter, TradeFlow Flow, TimePeriod Period), Place> places = [];

    public void Add(Observation figure)
    {
        if (!(figure.Key.Period.Last > today))
        {
            return;
        }

        var key = (figure.Provenance.Sheet, figure.Key.Reporter, figure.Key.Flow, figure.Key.Period);
        var cell = figure.Provenance.Cell;
        places[key] = places.TryGetValue(key, out var place)
            ? place with
            {
                Last = cell,
                Count = place.Count + 1,
            }
            : new(cell, cell, figure.Provenance.Raw, 1);
    }

    public IEnumerable<Finding> Findings() =>
        places.Select(found => new Finding(
            found.Key.Period.First > today ? FindingCodes.PeriodInFuture : FindingCodes.PeriodNotOver,
            found.Key.Sheet,
            new CellRange(found.Value.First, found.Value.Last),
            found.Value.Raw,
            [
                $"{found.Key.Reporter} {found.Key.Flow} {found.Key.Period}",
                Show.Count(found.Value.Count),
                today!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ]
        ));

    private sealed record Place(CellAddress First, CellAddress Last, string Raw, int Count);
}
