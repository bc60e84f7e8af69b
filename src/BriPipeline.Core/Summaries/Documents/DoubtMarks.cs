namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Marks every figure, in sentences and tables alike, that stands on a row about which a finding is open.</summary>
internal static class DoubtMarks
{
    public static IEnumerable<DocumentBlock> Set(
        IEnumerable<DocumentBlock> blocks,
        MonthlySummary summary,
        SummaryTexts texts
    )
    {
        var doubted = summary.Doubted;
        var mark = texts.MarkOfDoubt;
        return blocks.Select(block =>
            block is ChartBlock chart ? MarkedChart.Of(chart, summary, texts)
            : doubted.Count == 0 ? block
            : Marked(block)
        );

        DocumentBlock Marked(DocumentBlock block) =>
            block switch
            {
                TextBlock text => text with { Runs = Runs(text.Runs) },
                ListBlock list => new ListBlock([.. list.Items.Select(Runs)]),
                TableBlock { Id: not SourceSection.SumsId } table => table with
                {
                    Lines =
                    [
                        .. table.Lines.Select(line =>
                            (IReadOnlyList<DocumentCell>)
                                [
                                    .. line.Select(cell =>
                                        IsDoubted(cell.Rows) ? cell with { Marks = [.. cell.Marks, mark] } : cell
                                    ),
                                ]
                        ),
                    ],
                },
                _ => block,
            };

        IReadOnlyList<TextRun> Runs(IReadOnlyList<TextRun> runs) =>
            [.. runs.Select(run => IsDoubted(run.Rows) && run.Text != mark.Sign ? run with { Mark = mark } : run)];

        bool IsDoubted(IReadOnlyList<string>? rows) => rows?.Any(doubted.ContainsKey) == true;
    }
}
