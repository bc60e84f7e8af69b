using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Imports;

/// <summary>Every check of a reading against what was stored before it.</summary>
public static class StoredChecklist
{
    /// <summary>More figures are not compared.</summary>
    private const int MaxFigures = 2 * Checklist.MaxFigures;

    private static readonly StoredCheck[] Checks =
    [
        Sizes.Check,
        Sizes.OfSingleFigures,
        ChangedLayouts.Check,
        Revisions.Check,
        Revisions.Growth,
        Vanished.Check,
        Mirrors.Check,
    ];

    /// <summary>What compares figures of one table compares them with stored ones too.</summary>
    private static readonly Check[] Series =
    [
        Groups.Check,
        PeriodSums.Check,
        Neighbours.Check,
        Repeats.Check,
        PartnerLists.Unspecified,
        ExchangeRates.Check,
    ];

    /// <summary>The reading with what stored figures say against it; held where that is a reason to (DESIGN section 4, rule 14), without the
    /// figures that they contradict (rule 13).</summary>
    public static ReadingResult Compare(ReadingResult reading, StoredFigures stored)
    {
        if (
            stored.Rows.Count == 0 && stored.Mirror.Count == 0
            || reading.Observations.Count == 0
            || reading.Observations.Count + stored.Rows.Count > MaxFigures
        )
        {
            return reading;
        }

        var own = reading.Observations.Select(figure => figure.Key).ToHashSet();
        var scopes = own.Select(Scope).ToHashSet();
        // The order of a sheet tells what stands beneath a group.
        var others = stored
            .Rows.Values.Where(row => !own.Contains(row.Key) && scopes.Contains(Scope(row.Key)))
            .Select(StoredFigures.Read)
            .OrderBy(figure => figure.Provenance.Sheet, StringComparer.Ordinal)
            .ThenBy(figure => figure.Provenance.Cell)
            .ToList();
        var subject = new StoredSubject(
            new(reading.Observations, acrossSheets: true),
            new([.. reading.Observations, .. others], acrossSheets: true),
            stored,
            reading.Findings,
            reading.Layout
        );
        List<Doubt> doubts = [.. Checks.SelectMany(check => check(subject)), .. OfSeries(subject)];
        var (undecided, findings) = DoubtQuestions.Settle(doubts, reading.Reading?.Profile.Book ?? AnswerBook.Empty);
        var hold = findings.FirstOrDefault(finding => finding.Code.Severity == Severity.RejectWorkbook);
        var open = new OpenDoubts();
        open.Add(undecided);
        var gated = undecided
            .Where(doubt => FindingCodes.Gate.Contains(doubt.Code))
            .SelectMany(doubt => doubt.Places)
            .ToHashSet();
        var isGated = reading.Observations.ToLookup(figure => gated.Contains(figure.Provenance));
        return reading with
        {
            Observations = [.. isGated[false].Select(open.Mark)],
            Contested = reading.Contested.Concat(isGated[true].Select(figure => figure.Key)).ToHashSet(),
            Findings = [.. reading.Findings, .. findings],
            Outcome =
                hold is not null && reading.Outcome == ReadingOutcome.Accepted ? ReadingOutcome.Held : reading.Outcome,
            Cause = reading.Cause ?? hold?.Message,
        };
    }

    /// <summary>Doubts about figures of the reading that it did not give by itself.</summary>
    private static IEnumerable<Doubt> OfSeries(StoredSubject subject)
    {
        var places = subject.Figures.All.Select(figure => figure.Provenance).ToHashSet();
        var known = subject
            .Findings.Where(finding => finding.Place is not null)
            .Select(finding => (finding.Code, finding.Sheet, finding.Place!.Value.First))
            .ToHashSet();
        var all = new CheckSubject(subject.All, [], SaysNotAdditive: false);
        return Series
            .SelectMany(check => check(all))
            .Where(doubt => places.Contains(doubt.At) && !known.Contains((doubt.Code, doubt.At.Sheet, doubt.At.Cell)));
    }

    private static (Area, TradeFlow, Commodity, Unit, string?) Scope(ObservationKey key) =>
        (key.Reporter, key.Flow, key.Commodity, key.Unit, key.Variant);
}
