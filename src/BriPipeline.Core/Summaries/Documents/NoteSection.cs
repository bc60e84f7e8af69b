using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>How the figures are to be read; it goes after all tables, as it explains the marks that they used.</summary>
internal sealed class NoteSection(SummaryWording words)
{
    /// <summary>So many rows of a finding are named.</summary>
    private const int MaxRows = 5;

    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        yield return words.Heading("notes");
        yield return new ListBlock([.. NoteTexts().Select(TextRuns.Of)]);
    }

    private IEnumerable<string> NoteTexts()
    {
        yield return words.Say("note.prices", words.Unit);
        if (summary.ExportValuation is not null || summary.ImportValuation is not null)
        {
            yield return words.Say(
                "note.valuation",
                summary.ExportValuation ?? words["missing"],
                summary.ImportValuation ?? words["missing"]
            );
        }

        if (summary.ImportFlow == TradeFlow.MC)
        {
            yield return words["note.consignment"];
        }

        yield return words["note.balance"];
        yield return words.Say("note.changes", words.Format.Millions(SummaryChange.MinBase), words.Unit);
        if (summary.Spans.Count > 1)
        {
            yield return words["note.spans"];
        }

        if (summary.Kind == SubjectKind.Reporter)
        {
            yield return words["note.shares"];
            yield return words.Say("note.coverage", words.Format.Share(SummaryCompiler.MinCoverage));
        }

        if (summary.Kind == SubjectKind.Region)
        {
            yield return words["note.region"];
        }

        if (summary.Groups.Count > 0)
        {
            yield return words["note.groups"];
        }

        if (summary.Commodities is not null)
        {
            yield return words["note.commodities"];
        }

        if (summary.Mirror is not null)
        {
            yield return words["note.mirror"];
        }

        if (summary.Registers.Count > 0 || summary.Targets.Count > 0)
        {
            yield return words["note.registers"];
        }

        yield return words["note.rounding"];
        foreach (var mark in words.Cells.MarksUsed)
        {
            yield return words.Say("note.mark", mark.Sign, mark.Meaning);
        }

        foreach (var doubt in DoubtTexts())
        {
            yield return doubt;
        }
    }

    /// <summary>Each open finding with the rows that it is about.</summary>
    private IEnumerable<string> DoubtTexts() =>
        summary
            .Rows.SelectMany(row => DoubtCodes.Split(row.Value.Doubt).Select(code => (Code: code, row.Key)))
            .GroupBy(doubt => doubt.Code, doubt => doubt.Key, StringComparer.Ordinal)
            .OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows =>
                words.Say(
                    "note.doubt",
                    FindingTexts.TitleOf(words.Texts.Language, rows.Key),
                    string.Join(", ", rows.Take(MaxRows)),
                    rows.Count()
                )
            );
}
