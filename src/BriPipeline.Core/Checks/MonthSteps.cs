using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Whether the months of one table are months. Offices name quarters and years by their first or last month or day
/// ("Mar-21, Jun-21, Sep-21"; 2021-12-31, 2022-12-31), so that months of which none follows on another may be either.</summary>
public sealed class MonthSteps(TableLayout table)
{
    /// <summary>Two months of two years are compared more often than two quarters or years are named by a month.</summary>
    private const int FewMonths = 3;
    private const int MonthsOfQuarter = 3;

    private readonly HashSet<int> seen = [];
    private readonly HashSet<(int First, int Last)> longer = [];
    private bool follow;
    private Observation? first;
    private CellAddress last;
    private int count;

    public void Add(Observation figure)
    {
        var period = figure.Key.Period;
        if (period.Frequency != Frequency.M)
        {
            longer.Add((period.First.Month, MonthOf(period.Last)));
            return;
        }

        if (follow)
        {
            return;
        }

        var month = MonthOf(period.First);
        follow = seen.Add(month) && (seen.Contains(month - 1) || seen.Contains(month + 1));
        first ??= figure;
        last = figure.Provenance.Cell;
        count++;
    }

    /// <summary>A finding for all figures of months where they may be of longer periods; null where they are not.</summary>
    public Finding? Find() =>
        first is null || follow || IsCertain()
            ? null
            : new(
                FindingCodes.FrequencyUnclear,
                table.Sheet.Name,
                new CellRange(first.Provenance.Cell, last),
                first.Provenance.Raw,
                [$"{first.Key.Reporter} {first.Key.Flow} {first.Key.Period}", Show.Count(count)]
            );

    private bool IsCertain()
    {
        var months = seen.Order().ToList();
        var steps = months.Zip(months.Skip(1), (month, next) => next - month).ToList();
        // Dates with a day leave open what they stand for even where they are few.
        return !table.ShowsDays
            && !EndRanges()
            && (months.Count < FewMonths || steps.Exists(step => step % MonthsOfQuarter != 0));
    }

    /// <summary>Whether a title names a range of months and the table only its last month, year by year: "January–March 2023"
    /// over "March 2022, March 2023", without the same ranges beside these.</summary>
    private bool EndRanges() =>
        seen.Select(month => month % 12).Distinct().ToList() is [var only]
        && table
            .Outside.SelectMany(text => ReadText.Of(text).Periods)
            .Any(part =>
                part is { FirstMonth: { } from, LastMonth: { } to }
                && from < to
                && to % 12 == only
                && !seen.All(month => longer.Contains((from, month)))
            );

    private static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month;
}
