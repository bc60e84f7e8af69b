using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>When the edition is released and the next one comes, until when its figures may change, and whom to ask.</summary>
/// <remarks>What the office does not say is said to be missing.</remarks>
internal sealed class ReleaseSection(SummaryWording words, SummaryEdition edition, SummaryOffice office)
{
    private readonly TimePeriod period = words.Summary.Period;

    public IEnumerable<DocumentBlock> Write()
    {
        yield return words.Heading("release");
        yield return new ListBlock([.. Sentences().Select(TextRuns.Of)]);
    }

    private IEnumerable<string> Sentences()
    {
        yield return Released();
        var next = Next();
        yield return office.Releases.TryGetValue(next.ToString(), out var day)
            ? words.Say("release.next", words.Format.Period(next), words.Format.Day(day))
        : words.Summary.Expected is { } expected
            ? words.Say(
                "release.nextExpected",
                words.Format.Period(expected.Period),
                words.Format.Day(expected.By),
                expected.Days
            )
        : words["release.nextUnsaid"];
        yield return office.ProvisionalIn(words.Texts.Language) is { } provisional
            ? words.Say("release.provisional", provisional)
            : words["release.provisionalUnsaid"];
        yield return office.ContactIn(words.Texts.Language) is { } contact
            ? words.Say("release.contact", contact)
            : words["release.contactUnsaid"];
    }

    /// <summary>The day that the office set, else that of the approval.</summary>
    private string Released() =>
        office.Releases.TryGetValue(period.ToString(), out var day) ? Released(day)
        : edition.Approval is { } approval ? Released(DateOnly.FromDateTime(approval.At.UtcDateTime))
        : words["release.dateUnsaid"];

    private string Released(DateOnly day) =>
        words.Say("release.date", words.Format.Day(day), day.DayNumber - period.Last.DayNumber);

    private TimePeriod Next() =>
        period.Frequency == Frequency.M
            ? TimePeriod.OfMonth(period.First.AddMonths(1).Year, period.First.AddMonths(1).Month)
            : period.YearLater;
}
