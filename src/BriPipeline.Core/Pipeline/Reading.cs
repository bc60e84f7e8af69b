using BriPipeline.Core.Findings;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Pipeline;

/// <summary>One file through the first three stages: read, recognise, normalise. The observations are made anew each time
/// they are asked for and never held whole, so that a million rows need no more memory than their grid.</summary>
public sealed class Reading
{
    private readonly List<TableNormaliser> tables = [];
    private readonly List<Finding> findings = [];
    private readonly HashSet<Provenance> dropped = [];

    private Reading() { }

    /// <summary>The layout as recognised; null where the file could not be read.</summary>
    public WorkbookLayout? Layout { get; private set; }

    public IReadOnlyList<Finding> Findings => findings;

    public ReadingOutcome Outcome { get; private set; }

    /// <summary>Why the file is held or rejected, one sentence; null where it is accepted.</summary>
    public string? Cause { get; private set; }

    /// <summary>The last day that the figures cover, <c>yyyy-MM-dd</c>; null without observations.</summary>
    public string? Edition { get; private set; }

    /// <summary>Whether every figure that was seen is kept: nothing occurred twice.</summary>
    public bool KeepsAll => dropped.Count == 0;

    /// <param name="content">A seekable stream with the file's bytes.</param>
    /// <param name="seen">Is handed each observation as it is read, before anything is known of the whole file: what it
    /// made of them holds only where the file ends accepted and <see cref="KeepsAll"/>.</param>
    public static Reading Read(Stream content, string fileName, SourceProfile profile, Action<Observation>? seen = null)
    {
        var reading = new Reading();
        var (workbook, found) = WorkbookReader.Read(content, fileName);
        reading.findings.AddRange(found);
        if (workbook is not null)
        {
            reading.Layout = LayoutRecogniser.Recognise(workbook, profile);
            reading.findings.AddRange(reading.Layout.Findings);
            reading.Normalise(profile, fileName, seen);
        }

        reading.Judge();
        return reading;
    }

    /// <summary>Every observation that may be stored, in sheet order, each key once.</summary>
    public IEnumerable<Observation> Observations()
    {
        var tally = new FindingTally();
        var all = tables.SelectMany(table => table.Observations(tally));
        return KeepsAll ? all : all.Where(observation => !dropped.Contains(observation.Provenance));
    }

    /// <summary>The reading with all its observations in memory, as the store takes it.</summary>
    public ReadingResult ToResult() => new([.. Observations()], Findings, Outcome, Cause, Edition, Layout?.Fingerprint);

    /// <summary>Reads every figure once: findings, the last day covered, and keys that occur more than once.</summary>
    private void Normalise(SourceProfile profile, string fileName, Action<Observation>? seen)
    {
        var tally = new FindingTally();
        var fingerprints = new List<long>();
        DateOnly? last = null;
        foreach (var layout in Layout!.Tables)
        {
            var table = new TableNormaliser(layout, profile, fileName);
            if (table.Hold() is { } hold)
            {
                tally.Add(hold);
                continue;
            }

            tables.Add(table);
            foreach (var key in seen is null ? table.Keys(tally) : KeysOf(table.Observations(tally), seen))
            {
                fingerprints.Add(key.Fingerprint);
                last = last is { } day && day > key.Period.Last ? day : key.Period.Last;
            }
        }

        Edition = last?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        SettleDuplicates(fingerprints, tally);
        findings.AddRange(tally.ToList());
    }

    private static IEnumerable<ObservationKey> KeysOf(IEnumerable<Observation> observations, Action<Observation> seen)
    {
        foreach (var observation in observations.Ahead())
        {
            seen(observation);
            yield return observation.Key;
        }
    }

    private void SettleDuplicates(List<long> fingerprints, FindingTally tally)
    {
        fingerprints.Sort();
        var repeated = new HashSet<long>();
        for (var i = 1; i < fingerprints.Count; i++)
        {
            if (fingerprints[i] == fingerprints[i - 1])
            {
                repeated.Add(fingerprints[i]);
            }
        }

        if (repeated.Count == 0)
        {
            return;
        }

        var groups = Observations()
            .Where(observation => repeated.Contains(observation.Key.Fingerprint))
            .GroupBy(observation => observation.Key)
            .Where(group => group.Skip(1).Any())
            .ToList();
        foreach (var group in groups)
        {
            var (losers, found) = Duplicates.Settle([.. group]);
            dropped.UnionWith(losers.Select(observation => observation.Provenance));
            foreach (var finding in found)
            {
                tally.Add(finding);
            }
        }
    }

    private void Judge()
    {
        var refusal = findings.Find(finding => finding.Code.Severity == Severity.RejectWorkbook);
        var isEmpty = Edition is null || !Observations().Any();
        Outcome =
            isEmpty ? ReadingOutcome.Rejected
            : refusal is not null ? ReadingOutcome.Held
            : ReadingOutcome.Accepted;
        Cause =
            Outcome == ReadingOutcome.Accepted ? null
            : (refusal ?? findings.Find(finding => finding.Code.Severity == Severity.RejectCell)) is { } first
                ? first.Message
            : "The file holds no figure that could be stored.";
    }
}
