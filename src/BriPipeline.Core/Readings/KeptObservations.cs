using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Language;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>The observations of a file that may be stored. Those of a small file are held in memory; those of a large one are
/// read again each time they are asked for, without what was left out.</summary>
internal sealed class KeptObservations(PublishedPeriods published)
{
    private readonly List<TableNormaliser> tables = [];
    private readonly Dictionary<TableNormaliser, NumberCause> withoutMonths = [];
    private readonly Dictionary<Provenance, NumberCause> dropped = [];
    private readonly NumberAccount leftOut = new();
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
    public void DropMonths(TableNormaliser table, int start, NumberCause cause)
    {
        withoutMonths.Add(table, cause);
        KeepsAll = false;
        if (held is not null)
        {
            var ofTable = held.Skip(start).ToList();
            Account(ofTable.Where(observation => IsMonth(observation.Key)), cause);
            held = [.. held.Take(start), .. ofTable.Where(observation => !IsMonth(observation.Key))];
        }
    }

    /// <summary>Leaves out what is not published, as far as it is known by now.</summary>
    public void DropUnpublished()
    {
        KeepsAll = false;
        Remove(observation => CauseOf(observation, null));
    }

    /// <summary>Leaves out these years each time the observations are read.</summary>
    public void DropYears(IReadOnlySet<(Area Reporter, TradeFlow Flow, int Year)> years) => incomplete = years;

    public void Drop(IEnumerable<(Provenance Place, NumberCause Cause)> places)
    {
        var before = dropped.Count;
        foreach (var (place, cause) in places)
        {
            dropped.TryAdd(place, cause);
        }

        if (dropped.Count > before)
        {
            KeepsAll = false;
            Remove(observation =>
                dropped.TryGetValue(observation.Provenance, out var cause) ? cause : (NumberCause?)null
            );
        }
    }

    /// <summary>The numbers of observations that were read and are not kept.</summary>
    public NumberAccount LeftOut()
    {
        if (held is not null || KeepsAll)
        {
            return leftOut;
        }

        var account = new NumberAccount();
        foreach (var (observation, table) in Read())
        {
            if (CauseOf(observation, table) is { } cause && NumberText.IsRawNumber(observation.Provenance.Raw))
            {
                account.Add(cause);
            }
        }

        return account;
    }

    /// <summary>Takes held figures for another period than the one they were read with, or leaves them out.</summary>
    /// <param name="periods">Of each place that is meant; null where the figure is left out.</param>
    public void Retake(IReadOnlyDictionary<Provenance, TimePeriod?> periods)
    {
        KeepsAll = false;
        Account(
            held!.Where(observation => periods.TryGetValue(observation.Provenance, out var period) && period is null),
            NumberCause.Of(FindingCodes.YearToDate, "", isAsked: false)
        );
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

    private IEnumerable<Observation> Streamed() =>
        Read().Where(one => CauseOf(one.Observation, one.Table) is null).Select(one => one.Observation);

    /// <summary>All that is read, whether kept or not, with the table that it is of; none of a documented format.</summary>
    private IEnumerable<(Observation Observation, TableNormaliser? Table)> Read()
    {
        var tally = new FindingTally();
        return format is not null
            ? format.Observations(tally).Select(observation => (observation, (TableNormaliser?)null))
            : tables.SelectMany(table =>
                table.Observations(tally).Select(observation => (observation, (TableNormaliser?)table))
            );
    }

    /// <summary>Why an observation is not kept; null where it is.</summary>
    private NumberCause? CauseOf(Observation observation, TableNormaliser? table) =>
        KeepsAll ? null
        : dropped.TryGetValue(observation.Provenance, out var cause) ? cause
        : format is not null ? null
        : table is not null && IsMonth(observation.Key) && withoutMonths.TryGetValue(table, out cause) ? cause
        : !published.IsPublished(observation) ? NumberCause.Of(FindingCodes.PeriodNotPublished, "", isAsked: false)
        : observation.Key.Period.Frequency == Frequency.A
        && incomplete.Contains((observation.Key.Reporter, observation.Key.Flow, observation.Key.Period.First.Year))
            ? NumberCause.Of(FindingCodes.YearIncomplete, "", isAsked: false)
        : null;

    private void Remove(Func<Observation, NumberCause?> causeOf) =>
        held?.RemoveAll(observation =>
        {
            var cause = causeOf(observation);
            if (cause is { } why)
            {
                Account([observation], why);
            }

            return cause is not null;
        });

    private void Account(IEnumerable<Observation> observations, NumberCause cause)
    {
        foreach (var observation in observations.Where(one => NumberText.IsRawNumber(one.Provenance.Raw)))
        {
            leftOut.Add(cause);
        }
    }
}
