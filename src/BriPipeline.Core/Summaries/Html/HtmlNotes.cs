using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries.Html;

/// <summary>What a reader must know to read the figures: prices, rules, and the marks that occur.</summary>
internal static class HtmlNotes
{
    public static IEnumerable<string> Of(
        MonthlySummary summary,
        SummaryTexts texts,
        SummaryFormat format,
        IEnumerable<SummaryMark> marks
    )
    {
        var unit = summary.Choice.Unit;
        yield return SummaryFormat.Fill(texts.NotePrices, unit);
        if (summary.ExportValuation is not null || summary.ImportValuation is not null)
        {
            yield return SummaryFormat.Fill(
                texts.NoteValuation,
                summary.ExportValuation ?? texts.NotAvailable,
                summary.ImportValuation ?? texts.NotAvailable
            );
        }

        if (summary.ImportFlow == TradeFlow.MC)
        {
            yield return texts.NoteConsignment;
        }

        yield return texts.NoteBalance;
        yield return SummaryFormat.Fill(texts.NoteChanges, format.Millions(SummaryChange.LeastBase), unit);
        yield return texts.NoteShares;
        if (summary.Groups.Count > 0)
        {
            yield return texts.NoteGroups;
        }

        yield return texts.NoteRounding;
        foreach (var mark in marks)
        {
            yield return SummaryFormat.Fill(texts.NoteMark, mark.Sign, mark.Meaning);
        }
    }
}
