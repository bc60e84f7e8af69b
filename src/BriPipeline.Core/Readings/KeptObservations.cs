using BriPipeline.Core.Checks;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>The observations of a file that may be stored. Those of a small file are held in memory; those of a large one are
/// read again each time they are asked for, without what was left out.</summary>
internal sealed class KeptObservations(PublishedPeriods published)
{
    private readonly List<TableNormaliser> tables = [];
    private readonly HashSet<TableNormaliser> withoutMonths = [];
    private readonly HashSet<Provenance> dropped = [];
    private IReadOnlySet<(Area Reporter, TradeFlow Flow, int Year)> incomplete =
        new HashSet<(Area Reporter, TradeFlow Flow, int Year)>();
    private List<Observation>? held;
    private FormatReading? format;

    /// <summary>Those in memory; null where they are too many.</summary>
    public IReadOnlyList<Observation>? Held => held;

    /// <summary>Whether every figure that was seen is kept as it was seen.</summary>
    public bool KeepsAll { get; private set; } = true;

    /// <summary>Every observation that may be stored, in sheet order.</summary>
    public IEnumerable<Observation> All() => held ?? Streamed();

    /// <summary>Holds what is added from now on, until it is more than the checks take.</summary>
    public void Hold() => held = [];

    public void Add(TableNormaliser table) => tables.Add(table);

    /// <summary>Takes the observations of a documented format, which are read again each time.</summary>
    public void Add(FormatReading documented) => format = documented;

    public void Add(Observation observation)
    {
        published.Add(observation);
        held?.Add(observation);
        held = held?.Count > Checklist.MaxFigures ? null : held;
    }

    /// <summary>Leaves out a table's months.</summary>
    /// <param name="start">How many were held before the table.</param>
    public void DropMonths(TableNormaliser table, int start)
    {
        withoutMonths.Add(table);
        KeepsAll = false;
        if (held is not null)
        {
            held = [.. held.Take(start), .. held.Skip(start).Where(observation => !IsMonth(observation.Key))];
        }
    }

    /// <summary>Leaves out what is not published, as far as it is known by now.</summary>
    public void DropUnpublished()
    {
        KeepsAll = false;
        held?.RemoveAll(observation => !IsKept(observation));
    }

    /// <summary>Leaves out these years each time the observations are read.</summary>
    public void DropYears(IReadOnlySet<(Area Reporter, TradeFlow Flow, int Year)> years) => incomplete = years;

    public void Drop(IEnumerable<Provenance> places)
    {
        var before = dropped.Count;
        dropped.UnionWith(places);
        if (dropped.Count > before)
        {
            KeepsAll = false;
            held?.RemoveAll(observation => dropped.Contains(observation.Provenance));
        }
    }

    /// <summary>Takes held figures for another period than the one they were read with, or leaves them out.</summary>
    /// <param name="periods">Of each place that is meant; null where the figure is left out.</param>
    public void Retake(IReadOnlyDictionary<Provenance, TimePeriod?> periods)
    {
        KeepsAll = false;
        held =
        [
            .. held!
                .Where(observation =>
                    periods.GetValueOrDefault(observation.Provenance, observation.Key.Period) is not null
                )
                .Select(observation =>
                    periods.TryGetValue(observation.Provenance, out var period)
                        ? observation with
                        {
                            Key = observation.Key with { Period = period!.Value },
                        }
                        : observation
                ),
        ];
    }

    public static bool IsMonth(ObservationKey key) => key.Period.Frequency == Frequency.M;

    private IEnumerable<Observation> Streamed()
    {
        var tally = new FindingTally();
        if (format is not null)
        {
            return format.Observations(tally).Where(observation => !dropped.Contains(observation.Provenance));
        }

        var all = tables.SelectMany(table =>
            withoutMonths.Contains(table)
                ? table.Observations(tally).Where(observation => !IsMonth(observation.Key))
                : table.Observations(tally)
        );
        return KeepsAll ? all : all.Where(IsKept);
    }

    private bool IsKept(Observation observation) =>
        !dropped.Contains(observation.Provenance)
        && published.IsPublished(observation)
        && !(
            observation.Key.Period.Frequency == Frequency.A
            && incomplete.Contains((observation.Key.Reporter, observation.Key.Flow, observation.Key.Period.First.Year))
        );
}
