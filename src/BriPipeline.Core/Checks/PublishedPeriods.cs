using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Checks;

/// <summary>Which periods of each kind of figure are published (DESIGN section 4, rule 7): none later than the last one
/// with a total above nil or, where it has no total, with any partner's figure above nil. Takes the figures one by one and
/// keeps only their periods.</summary>
public sealed class PublishedPeriods
{
    private readonly Dictionary<Scope, Seen> scopes = [];
    private (Scope Scope, Seen Seen)? latest;

    public void Add(Observation figure)
    {
        var seen = Of(figure);
        var period = figure.Key.Period;
        // Nil that stands for "below half a unit" is trade.
        if (figure is { Value: 0, Status: not ObservationStatus.N })
        {
            seen.AddZero(figure);
        }
        else
        {
            seen.Add(period, figure.Key.Partner == Area.World);
        }
    }

    public bool IsPublished(Observation figure) => Of(figure).IsPublished(figure.Key.Period);

    /// <summary>A finding for each kind of figure and each period that is not published.</summary>
    public IEnumerable<Finding> Findings() =>
        scopes
            .SelectMany(scope => scope.Value.Unpublished().Select(zeros => (scope.Key, scope.Value, Zeros: zeros)))
            .Select(found => new Finding(
                FindingCodes.PeriodNotPublished,
                found.Key.Sheet,
                found.Zeros.Cells,
                found.Zeros.Raw,
                [
                    $"{found.Key.Reporter} {found.Key.Flow} {found.Zeros.Period}",
                    Show.Count(found.Zeros.Count),
                    found.Value.Last!.Value.ToString(),
                ]
            ));

    /// <summary>Years of which some months or quarters are not published.</summary>
    public IReadOnlySet<(Area Reporter, TradeFlow Flow, int Year)> IncompleteYears() =>
        scopes
            .Where(scope => scope.Key.Frequency is Frequency.M or Frequency.Q)
            .SelectMany(scope =>
                scope.Value.Unpublished().Select(zeros => (scope.Key.Reporter, scope.Key.Flow, zeros.Period.First.Year))
            )
            .ToHashSet();

    /// <summary>A finding for each sheet's figures of such a year, where they cannot be compared with their months.</summary>
    public IEnumerable<Finding> FindingsOfYears()
    {
        var incomplete = IncompleteYears();
        return scopes
            .Where(scope => scope.Key.Frequency == Frequency.A)
            .SelectMany(scope => scope.Value.AboveNil.Select(period => (scope.Key, period)))
            .Where(year => incomplete.Contains((year.Key.Reporter, year.Key.Flow, year.period.First.Year)))
            .Select(year => new Finding(
                FindingCodes.YearIncomplete,
                year.Key.Sheet,
                null,
                null,
                [$"{year.Key.Reporter} {year.Key.Flow} {year.period}"]
            ));
    }

    private Seen Of(Observation figure)
    {
        var key = figure.Key;
        var scope = new Scope(
            figure.Provenance.Sheet,
            key.Reporter,
            key.Flow,
            key.Unit,
            key.Variant,
            key.Period.Frequency
        );
        if (latest is { } last && last.Scope == scope)
        {
            return last.Seen;
        }

        if (!scopes.TryGetValue(scope, out var seen))
        {
            scopes.Add(scope, seen = new());
        }

        latest = (scope, seen);
        return seen;
    }

    private readonly record struct Scope(
        string Sheet,
        Area Reporter,
        TradeFlow Flow,
        Unit Unit,
        string? Variant,
        Frequency Frequency
    )
    {
        // A workbook has few, and each of its figures is looked up: most of the texts need no hash.
        public override int GetHashCode() => HashCode.Combine(Reporter, Flow, Frequency);
    }

    private sealed class Zeros(Observation first)
    {
        public TimePeriod Period => first.Key.Period;
        public string Raw => first.Provenance.Raw;
        public int Count { get; set; } = 1;
        public bool HasTotal { get; set; }
        public CellRange Cells { get; set; } = new(first.Provenance.Cell);
    }

    private sealed class Seen
    {
        private readonly Dictionary<TimePeriod, Zeros> zeros = [];

        private (TimePeriod? Period, bool IsKnown) last;

        public HashSet<TimePeriod> AboveNil { get; } = [];
        public TimePeriod? LatestAboveNil { get; private set; }
        public TimePeriod? LastTotal { get; private set; }

        /// <summary>The last period that is published; null where nothing is above nil.</summary>
        public TimePeriod? Last
        {
            get
            {
                last = last.IsKnown ? last : (FindLast(), true);
                return last.Period;
            }
        }

        public IEnumerable<Zeros> Unpublished() =>
            Last is { } last ? zeros.Values.Where(zero => zero.Period > last).OrderBy(zero => zero.Period) : [];

        public bool IsPublished(TimePeriod period) => !(period > Last);

        public void Add(TimePeriod period, bool isTotal)
        {
            if (period != LatestAboveNil)
            {
                LatestAboveNil = period;
                AboveNil.Add(period);
                last = default;
            }

            if (isTotal && !(period <= LastTotal))
            {
                LastTotal = period;
                last = default;
            }
        }

        private TimePeriod? FindLast()
        {
            var found = LastTotal;
            foreach (var period in AboveNil.Where(period => !(period <= found)))
            {
                // A total printed as nil says that the period is not published, whatever stands below it.
                found = LastTotal is not null && zeros.GetValueOrDefault(period) is { HasTotal: true } ? found : period;
            }

            return found;
        }

        public void AddZero(Observation figure)
        {
            last = default;
            ref var found = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                zeros,
                figure.Key.Period,
                out var exists
            );
            if (exists)
            {
                var (cell, cells) = (figure.Provenance.Cell, found!.Cells);
                found.Count++;
                found.Cells = new(
                    new(Math.Min(cells.First.Row, cell.Row), Math.Min(cells.First.Column, cell.Column)),
                    new(Math.Max(cells.Last.Row, cell.Row), Math.Max(cells.Last.Column, cell.Column))
                );
            }
            else
            {
                found = new(figure);
            }

            found.HasTotal |= figure.Key.Partner == Area.World;
        }
    }
}
