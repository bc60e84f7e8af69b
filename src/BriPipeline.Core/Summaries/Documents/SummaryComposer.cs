using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A summary to the document that says it in one language: the sections in their order.</summary>
public static class SummaryComposer
{
    /// <param name="nameOf">The name of an area in the language of the texts.</param>
    public static SummaryDocument Compose(
        MonthlySummary summary,
        SummaryEdition edition,
        SummaryOffice office,
        SummaryTexts texts,
        Func<Area, string> nameOf
    )
    {
        var words = new SummaryWording(summary, texts, nameOf);
        var (format, cells) = (words.Format, words.Cells);
        var title = words.Say("title", SubjectOf(words), words.Period);
        var blocks = new List<DocumentBlock> { new HeadingBlock(1, title) };
        blocks.AddRange(StatesOf(words, edition));
        if (office.NoteIn(texts.Language) is { } note)
        {
            blocks.Add(SummaryWording.Plain(note));
        }

        blocks.AddRange(new MainPointSection(words).Write());
        blocks.AddRange(new HeadlineSection(words).Write());
        blocks.AddRange(new KeyFigureSection(words).Write());
        blocks.AddRange(new PartnerSection(words).Write());
        blocks.AddRange(new CommoditySection(summary, texts, format, cells).Write());
        blocks.AddRange(new TargetSection(words).Write());
        blocks.AddRange(new MirrorSection(summary, texts, format, cells, nameOf).Write());
        blocks.AddRange(new LongRunSection(words).Write());
        blocks.AddRange(new QuotationSection(words).Write());
        blocks.AddRange(new RegisterSection(words).Write());
        blocks.AddRange(new RevisionSection(words).Write());
        blocks.AddRange(new ReleaseSection(words, edition, office).Write());
        blocks.AddRange(new NoteSection(words).Write());
        blocks.AddRange([.. new SourceSection(summary, texts, format, blocks).Write()]);
        return new(texts.Language, title, office, [.. DoubtMarks.Set(blocks, summary, texts)], [.. summary.Rows.Keys]);
    }

    private static string SubjectOf(SummaryWording words) =>
        words.Summary.Partner is { } partner
            ? words.Say("pairName", words.NameOf(words.Summary.Reporter), words.NameOf(partner))
            : words.NameOf(words.Summary.Reporter);

    /// <summary>Whether the edition is approved, and why its figures are to be read with care.</summary>
    private static IEnumerable<TextBlock> StatesOf(SummaryWording words, SummaryEdition edition)
    {
        yield return new(TextKind.State, TextRuns.Of(StateOf(words, edition)));
        if (edition.Approval?.Reason is { } reason)
        {
            yield return new(TextKind.Watermark, TextRuns.Of(words.Say("approvedThough", reason)));
        }

        foreach (var caution in words.Summary.Cautions)
        {
            yield return new(TextKind.Watermark, TextRuns.Of(CautionOf(words, caution)));
        }
    }

    private static string StateOf(SummaryWording words, SummaryEdition edition) =>
        edition.Approval is { } approval
            ? words.Say(
                "approved",
                edition.Number,
                approval.Name,
                words.Format.Day(DateOnly.FromDateTime(approval.At.UtcDateTime)),
                approval.At.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)
            )
            : words.Say("draft", edition.Number);

    private static string CautionOf(SummaryWording words, SummaryCaution caution)
    {
        var (summary, format) = (words.Summary, words.Format);
        return caution switch
        {
            SummaryCaution.PartialPartners => words.Say(
                "caution.PartialPartners",
                format.Share(summary.Coverage ?? 0),
                format.Share(SummaryCompiler.MinCoverage)
            ),
            SummaryCaution.MembersMissing => words.Say(
                "caution.MembersMissing",
                summary.Countries.Count,
                summary.Countries.Count + summary.Absent.Count,
                string.Join(", ", summary.Absent.Select(words.NameOf))
            ),
            _ => words[$"caution.{caution}"],
        };
    }
}
