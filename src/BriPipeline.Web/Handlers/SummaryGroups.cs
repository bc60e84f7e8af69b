using BriPipeline.Core.Language;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Handlers;

/// <summary>The summaries of one subject, the latest period first.</summary>
public sealed record SummaryGroup(string Subject, IReadOnlyList<SummaryRecord> Summaries);

/// <summary>The list of summaries: found by words, put together by what they tell of.</summary>
public static class SummaryGroups
{
    /// <summary>The subjects whose latest summary is newest first.</summary>
    public static IReadOnlyList<SummaryGroup> Of(IEnumerable<SummaryRecord> summaries) =>
        [
            .. summaries
                .GroupBy(summary => summary.Subject, StringComparer.Ordinal)
                .Select(group => new SummaryGroup(group.Key, [.. group.OrderByDescending(summary => summary.Period)]))
                .OrderByDescending(group => group.Summaries[0].Period)
                .ThenBy(group => group.Subject, StringComparer.Ordinal),
        ];

    /// <summary>Those whose subject's names in the languages of the summaries, code or period have every word of the text.</summary>
    public static IReadOnlyList<SummaryRecord> Find(IEnumerable<SummaryRecord> summaries, string text)
    {
        var words = text.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        return [.. summaries.Where(summary => NamesOf(summary) is var names && words.All(word => IsIn(word, names)))];
    }

    private static bool IsIn(string word, string names) => names.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string NamesOf(SummaryRecord summary) =>
        string.Join(
            '\n',
            SummaryTexts
                .All.SelectMany(texts =>
                    AreasOf(summary.Subject)
                        .Select(area => AreaCodeList.Standard.NameOf(area, texts.Language))
                        .Append(new SummaryFormat(texts).Period(summary.Period))
                )
                .Append(summary.Subject)
                .Append(summary.Period.ToString())
        );

    private static IEnumerable<Area> AreasOf(string subject) =>
        !SummarySubject.TryParse(subject, out var parsed) ? []
        : parsed.Partner is { } partner ? [parsed.Reporter, partner]
        : [parsed.Reporter];
}
