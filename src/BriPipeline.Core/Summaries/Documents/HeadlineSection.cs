using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>From which source the figures are, and the members that a region is the sum of.</summary>
internal sealed class HeadlineSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        var source = $"{summary.Choice.SourceName()}, {words.Unit}";
        yield return SummaryWording.Plain(
            summary.Publisher is { } publisher
                ? words.Say("sourceOfPublisher", source, publisher)
                : words.Say("source", source)
        );
        if (summary.Kind == SubjectKind.Region)
        {
            var members = summary.Countries.Select(line => words.NameOf(line.Area)).ToArray();
            yield return SummaryWording.Plain(
                words.Say(
                    "regionSum",
                    members.Length,
                    members.Length + summary.Absent.Count,
                    string.Join(", ", members),
                    words[summary.IsPartnersSide ? "regionByPartner" : "regionByMembers"]
                )
            );
        }
    }
}
