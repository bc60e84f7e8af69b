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
        yield return summary.ExportValuation is null && summary.ImportValuation is null
            ? words["note.valuationUnsaid"]
            : words.Say(
                "note.valuation",
                summary.ExportValuation ?? words["missing"],
                summary.ImportValuation ?? words["missing"]
            );
        yield return System();
        yield return words[summary.ImportFlow == TradeFlow.MC ? "note.consignment" : "note.partnerRule"];
        if (summary.OnMonthBefore is null)
        {
            yield return words["note.monthBefore"];
        }

        if (summary.ThreeMonths is null)
        {
            yield return words[
                summary.Period.Frequency == Frequency.M ? "note.threeMonthsMissing" : "note.threeMonthsOfYear"
            ];
        }

        yield return words["note.cover"];
        yield return words["note.volatile"];
        yield return words["note.volume"];
        foreach (var missing in Missing().Where(missing => missing.IsMissing))
        {
            yield return words[missing.Key];
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

        if (summary.Doubted.Count > 0)
        {
            yield return words.Say("note.mark", words.Texts.MarkOfDoubt.Sign, words.Texts.MarkOfDoubt.Meaning);
        }

        foreach (var doubt in DoubtTexts())
        {
            yield return doubt;
        }
    }

    /// <summary>General or special trade: by the variant that was chosen, else as the rows of this side say.</summary>
    private string System()
    {
        var own = summary.Rows.Values.Where(row => row.Reporter == summary.Partner == summary.IsPartnersSide).ToList();
        return own.Select(row => summary.Choice.Variant ?? row.TradeSystem)
            .Distinct(StringComparer.Ordinal)
            .ToList() switch
        {
            [{ } system] => words.Texts.Find("note.system." + system) ?? words["note.system"],
            { Count: > 1 } => words.Say(
                "note.systems",
                string.Join(
                    words["listSeparator"],
                    own.Select(row => (row.Flow, row.TradeSystem))
                        .Distinct()
                        .Order()
                        .Select(row => $"{words[NameOf(row.Flow)]}: {words["system." + (row.TradeSystem ?? "unsaid")]}")
                )
            ),
            _ => words["note.system"],
        };
    }

    private static string NameOf(TradeFlow flow) =>
        flow.IsExports() ? "exports"
        : flow.IsImports() ? "imports"
        : "turnover";

    /// <summary>What bulletins contain and this summary does not, and the sentence that says why.</summary>
    private IEnumerable<(bool IsMissing, string Key)> Missing()
    {
        var isReporter = summary.Kind == SubjectKind.Reporter;
        yield return (!isReporter, "note.ofReporter");
        yield return (isReporter && summary.Commodities is null, "note.commoditiesMissing");
        yield return (isReporter && summary.Groups.Count == 0, "note.groupsMissing");
        yield return (summary.Headline.Turnover?.Change.Difference is null, "note.contributionsMissing");
        yield return (summary.Revisions is null, "note.firstEdition");
        yield return (summary.Revisions is { Size: null }, "note.revisionSizeMissing");
        yield return (summary.Mirror is null, isReporter ? "note.mirrorOfPairs" : "note.mirrorMissing");
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
