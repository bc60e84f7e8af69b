namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The turnover of the year beside that of a year long before.</summary>
internal sealed class LongRunSection(SummaryWording words)
{
    public IEnumerable<DocumentBlock> Write()
    {
        if (words.Summary.LongRun is { } longRun)
        {
            yield return words.Heading("longRun");
            yield return new TextBlock(TextKind.Plain, Says(words, longRun));
        }
    }

    public static IReadOnlyList<TextRun> Says(SummaryWording words, SummaryLongRun longRun) =>
        TextRuns.Fill(
            words["longRunSays"],
            TextRuns.Of(words.Format.Period(longRun.Base)),
            words.Amount(longRun.Turnover.YearEarlier!.Value, longRun.Turnover.YearEarlier.Rows),
            TextRuns.Of(words.Format.Period(longRun.Last)),
            words.Amount(longRun.Turnover.Now.Value, longRun.Turnover.Now.Rows),
            [new(words.Format.Change(longRun.Turnover.Change), words.Cells.Change(longRun.Turnover).Rows)]
        );
}
