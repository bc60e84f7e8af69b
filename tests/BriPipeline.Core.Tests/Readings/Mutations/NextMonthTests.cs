using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>Next month's file of a publisher: what is changed around the figures leaves them as they are, or they are asked about; none becomes
/// another.</summary>
public sealed class NextMonthTests(ITestOutputHelper output)
{
    /// <summary>Larger publications are passed over for the time they take: their kinds are among the smaller ones.</summary>
    private const int MaxBytes = 300_000;

    private const int MaxNumbers = 4_000;

    private const decimal Enough = 0.95m;

    /// <summary>Two sheets may print one figure with and without the dust of binary numbers.</summary>
    private const decimal Dust = 1e-12m;

    [Fact]
    public void Read_KeepsTheFigures_OfNextMonthsFile()
    {
        var wrong = new List<string>();
        var few = new List<string>();
        var kinds = new Dictionary<string, (int Files, int Figures, int Same)>(StringComparer.Ordinal);
        foreach (var file in Corpus.Files().Where(file => new FileInfo(file.Path).Length <= MaxBytes))
        {
            var before = file.Read();
            var figures = Figures(before);
            if (figures.Count == 0 || before.Coverage.All > MaxNumbers || before.Workbook is null)
            {
                continue;
            }

            foreach (var (kind, workbook) in NextMonthEdits.Of(before))
            {
                if (before.Format is not null && NextMonthEdits.OfTitles.Contains(kind))
                {
                    continue;
                }

                var after = Reading.Of(workbook, file.Profile);
                var now = Figures(after);
                Assert.DoesNotContain(after.Coverage.Lines, line => line.Code == NumberCause.Uncounted);
                var same = figures.Count(figure => now.GetValueOrDefault(figure.Key, -1) == figure.Value);
                var known = kinds.GetValueOrDefault(kind);
                kinds[kind] = (known.Files + 1, known.Figures + figures.Count, known.Same + same);
                wrong.AddRange(Wrong(before, figures, now, kind).Take(3).Select(reason => $"{file}: {kind}: {reason}"));
                // Here the bar is that nothing is wrong and all that is gone is told.
                var isFree = kind == NextMonthEdits.HeaderAgain;
                if (same < Enough * figures.Count && !isFree)
                {
                    few.Add($"{file}: {kind}: {same} of {figures.Count}; {Told(after)}");
                }

                if (same < figures.Count && !IsTold(before, after, figures.Count - same))
                {
                    wrong.Add($"{file}: {kind}: {figures.Count - same} figures are gone, and nothing is told");
                }
            }
        }

        foreach (var (kind, count) in kinds)
        {
            output.WriteLine($"{kind}: {count.Files} files, {count.Same} of {count.Figures} figures");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong)}\n{string.Join('\n', few)}");
        Assert.True(few.Count == 0, $"{few.Count} lose more than one figure in 20:\n{string.Join('\n', few)}");
        Assert.All(kinds.Values, kind => Assert.InRange(kind.Files, 5, int.MaxValue));
    }

    private static Dictionary<ObservationKey, decimal> Figures(Reading reading) =>
        reading.Observations().ToDictionary(one => one.Key, one => one.Value);

    /// <summary>Figures that were not there before or have another value; of the kind that adds a period those of later periods are its own.</summary>
    private static IEnumerable<string> Wrong(
        Reading reading,
        Dictionary<ObservationKey, decimal> before,
        Dictionary<ObservationKey, decimal> now,
        string kind
    )
    {
        var last = before.Keys.Max(key => key.Period.Last);
        // Of two that differ, neither of which was kept, the change may leave one.
        var rivals = reading
            .Layout!.Tables.SelectMany(table => reading.Normaliser(table).Observations(new()))
            .Select(one => (one.Key, one.Value))
            .ToHashSet();
        foreach (var (key, value) in now)
        {
            if (
                before.TryGetValue(key, out var known)
                    ? Math.Abs(known - value) > Dust * Math.Abs(value)
                    : !IsNew(key) && !rivals.Contains((key, value))
            )
            {
                var was = before.ContainsKey(key) ? $"{known}" : "none";
                yield return $"{key.Reporter}-{key.Partner} {key.Flow} {key.Commodity} {key.Unit} {key.Period} {value}, was {was}";
            }
        }

        bool IsNew(ObservationKey key) => kind == NextMonthEdits.FurtherPeriod && key.Period.Last > last;
    }

    /// <summary>Whether more numbers than before wait for an answer, are refused or are not understood, or a year is known to be one no more.</summary>
    private static bool IsTold(Reading before, Reading after, int gone) =>
        Open(after.Coverage) - Open(before.Coverage) >= gone
        || after.Findings.Select(finding => finding.Code).Except(before.Findings.Select(finding => finding.Code)).Any();

    private static int Open(Coverage coverage) => coverage.Waiting + coverage.Refused + coverage.NotUnderstood;

    private static string Told(Reading reading) =>
        reading.Coverage.Open.FirstOrDefault() is { } cost
            ? $"{cost.Numbers} {cost.Code} {cost.About}"
            : reading.Cause ?? "";
}
