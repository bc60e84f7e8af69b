using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

/// <summary>The sentences that say why there is no edition and what to do about it.</summary>
internal static class SummaryReasons
{
    public static string NotOneCandidate(Area reporter, TimePeriod period, IReadOnlyList<SummaryChoice> candidates) =>
        candidates.Count == 0
            ? $"Awaiting {period}: no source has a World row of {reporter} for it."
            : $"No edition of {period}: {reporter} has World rows in {candidates.Count} series "
                + $"({string.Join("; ", candidates)}) and nothing says which to use. "
                + $"Write one of them into reference/{SummaryChoice.NameFor(reporter.Code)}, as {candidates[0].ToJson()}.";

    public static string Awaiting(
        Area reporter,
        TimePeriod period,
        SummaryChoice choice,
        IReadOnlyList<TradeFlow> missing
    ) =>
        $"Awaiting {period}: {choice} has no World {string.Join(" and no World ", missing.Select(NameOf))} of {reporter} "
        + (period.Frequency == Frequency.A ? "for the year or for all its months." : "for it.");

    public static string ChoiceUnreadable(string subject, string cause) =>
        $"No edition: reference/{SummaryChoice.NameFor(subject)} cannot be read: {cause}";

    public static string NotAReporter(string subject) =>
        $"No edition: {subject} is not a reporter; summaries are made of reporters such as KAZ.";

    public static string NotAMonthOrYear(TimePeriod period) => $"No edition: {period} is neither a month nor a year.";

    private static string NameOf(TradeFlow flow) => flow == TradeFlow.X ? "exports" : "imports";
}
