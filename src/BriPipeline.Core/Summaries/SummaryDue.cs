using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>A summary to compile, and the feed number of the newest import that it depends on.</summary>
public sealed record DueSummary(SummarySubject Subject, TimePeriod Period, long DirtySeq);

/// <summary>Which summaries are due: their period is over, and something they show was touched since their newest edition.</summary>
public static class SummaryDue
{
    /// <summary>A month shows the last twelve months and those a year earlier.</summary>
    private const int MonthsBehind = 23;

    /// <param name="records">All rows of <c>Summaries</c>; imports mark those of reporters.</param>
    /// <param name="followed">Pairs and regions that are to be summarised beside the reporters.</param>
    /// <param name="registers">The register rows and the number of the import that last changed them.</param>
    public static IReadOnlyList<DueSummary> Of(
        IReadOnlyList<SummaryRecord> records,
        IEnumerable<string> followed,
        (IReadOnlyList<RegisterRow> Rows, long Number) registers,
        DateOnly today
    )
    {
        var compiled = records.ToDictionary(record => (record.Subject, record.Period), record => record.CompiledSeq);
        var marks = records
            .Where(record => record.DirtySeq > 0)
            .ToLookup(record => record.Subject, StringComparer.Ordinal);
        return
        [
            .. records
                .Select(record => record.Subject)
                .Concat(followed)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(text => SummarySubject.TryParse(text, out var subject) ? subject : null)
                .OfType<SummarySubject>()
                .SelectMany(subject => OfSubject(subject, marks, registers, today))
                .Where(due => due.DirtySeq > compiled.GetValueOrDefault((due.Subject.ToString(), due.Period))),
        ];
    }

    private static IEnumerable<DueSummary> OfSubject(
        SummarySubject subject,
        ILookup<string, SummaryRecord> marks,
        (IReadOnlyList<RegisterRow> Rows, long Number) registers,
        DateOnly today
    )
    {
        var own = registers
            .Rows.Where(row => row.Subjects.Contains(subject.ToString(), StringComparer.Ordinal))
            .Select(row => row.Since.Year)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        SummaryRecord[] touching = [.. ReportersOf(subject).SelectMany(reporter => marks[reporter])];
        return touching
            .Select(record => record.Period)
            .Where(period => period.Last < today && SummaryPeriods.IsSummarised(period))
            .Distinct()
            .Order()
            .Select(period => new DueSummary(
                subject,
                period,
                Math.Max(
                    touching
                        .Where(record =>
                            record.Period.Last >= FirstBehind(period) && record.Period.First <= period.Last
                        )
                        .Max(record => record.DirtySeq),
                    period.Last.Year >= own ? registers.Number : 0
                )
            ));
    }

    private static DateOnly FirstBehind(TimePeriod period) =>
        period.Frequency == Frequency.A ? period.First.AddYears(-1) : period.First.AddMonths(-MonthsBehind);

    private static IEnumerable<string> ReportersOf(SummarySubject subject) =>
        subject.Kind switch
        {
            SubjectKind.Reporter => [subject.Reporter.Code],
            SubjectKind.Pair => [subject.Reporter.Code, subject.Partner!.Value.Code],
            _ => AreaCodeList
                .Standard.Members(subject.Reporter, TimePeriod.OfYear(DateOnly.MaxValue.Year))
                .Select(member => member.Code)
                .Append(subject.Partner!.Value.Code),
        };
}
