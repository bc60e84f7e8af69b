using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The first paragraphs: what the period brought, from which source, and the members that a region is the sum of.</summary>
internal sealed class HeadlineSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        var headline = summary.Headline;
        var amounts = TextRuns.Fill(
            words["lead"],
            words.Said(headline.Turnover),
            words.Said(headline.Exports),
            words.Said(headline.Imports),
            TextRuns.Of(words.Format.InPeriod(summary.Period))
        );
        yield return new TextBlock(
            TextKind.Plain,
            headline.Balance?.Now is { Value: not 0 } balance
                ?
                [
                    .. amounts,
                    new TextRun(" "),
                    .. TextRuns.Fill(
                        words[balance.Value > 0 ? "surplus" : "deficit"],
                        words.Amount(Math.Abs(balance.Value), balance.Rows)
                    ),
                ]
                : amounts
        );
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
