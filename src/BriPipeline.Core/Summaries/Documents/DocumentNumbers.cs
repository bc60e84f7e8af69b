namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Captions with their numbers: tables and figures are counted apart, in the order of the document.</summary>
internal sealed class DocumentNumbers(SummaryTexts texts)
{
    private int tables;
    private int figures;

    public string Caption(TableBlock table) => SummaryFormat.Fill(texts["table"], ++tables, table.Caption);

    public string Caption(ChartBlock chart) => SummaryFormat.Fill(texts["figure"], ++figures, chart.Title);
}
