using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>The sentences that say why there is no edition and what to do about it.</summary>
internal static class SummaryReasons
{
    public static string NotOneCandidate(
        SummarySubject subject,
        TimePeriod period,
        IReadOnlyList<SummaryChoice> candidates
    ) =>
        candidates.Count == 0
            ? $"Awaiting {period}: no source has {What(subject)} for it."
            : $"No edition of {period}: {subject} has {(subject.Kind == SubjectKind.Reporter ? "World rows" : "figures")} in {candidates.Count} series "
                + $"({string.Join("; ", candidates)}) and nothing says which to use. "
                + $"Choose one on the page of the summary, or write it into reference/{SummaryChoice.NameFor(subject.ToString())}, as {candidates[0].ToJson()}.";

    public static string Awaiting(
        SummarySubject subject,
        TimePeriod period,
        SummaryChoice choice,
        IReadOnlyList<TradeFlow> missing,
        bool isOfWorld
    )
    {
        var world = isOfWorld ? "World " : "";
        var of = isOfWorld ? subject.Reporter.Code : subject.ToString();
        return $"Awaiting {period}: {choice} has no {string.Join($" and no ", missing.Select(flow => world + NameOf(flow)))} of {of} "
            + (period.Frequency == Frequency.A ? "for the year or for all its months." : "for it.");
    }

    public static string AwaitingMembers(SummarySubject subject, TimePeriod period, SummaryChoice choice) =>
        $"Awaiting {period}: {choice} has exports and imports of no member of {subject.Reporter} with {subject.Partner} for it.";

    public static string NoMembers(SummarySubject subject) =>
        $"No edition: no members of {subject.Reporter} are known; groups stand in the code list of areas.";

    public static string ChoiceUnreadable(string subject, string cause) =>
        $"No edition: reference/{SummaryChoice.NameFor(subject)} cannot be read: {cause}";

    public static string NotASubject(string subject) =>
        $"No edition: {subject} is no subject; summaries are made of reporters (KAZ), pairs (KAZ-CHN) and regions with a partner (143-CHN).";

    public static string NotAMonthOrYear(TimePeriod period) => $"No edition: {period} is neither a month nor a year.";

    private static string What(SummarySubject subject) =>
        subject.Kind switch
        {
            SubjectKind.Reporter => $"a World row of {subject.Reporter}",
            SubjectKind.Pair => $"figures of {subject.Reporter} with {subject.Partner}",
            _ => $"figures of members of {subject.Reporter} with {subject.Partner}",
        };

    private static string NameOf(TradeFlow flow) => flow == TradeFlow.X ? "exports" : "imports";
}
