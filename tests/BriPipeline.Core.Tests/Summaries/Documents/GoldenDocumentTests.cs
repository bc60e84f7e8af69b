using System.Text;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>Every document of real and sample figures, in all languages and formats; DOCX and XLSX by what they say.</summary>
public sealed class GoldenDocumentTests
{
    [Theory]
    [InlineData("invented-kz-china-monthly", "KAZ", "2023-07")]
    [InlineData("invented-kz-china-monthly", "KAZ-CHN", "2023-07")]
    [InlineData("sample-kz-yearly", "KAZ", "2022")]
    [InlineData("sample-kg-yearly", "KGZ-CHN", "2023")]
    public void Samples_AreAsKept(string source, string subject, string period) =>
        Compare(source, SampleTrade.Compile(subject, period, SampleTrade.Sample(source), "Sample"));

    /// <summary>Both sides of the trade, and the region in its partner's figures: what the forum of 2023 spoke of.</summary>
    [Theory]
    [InlineData("KAZ-CHN")]
    [InlineData("143-CHN")]
    public void Forum_IsAsKept(string subject) =>
        Compare(
            "forum-2023",
            SampleTrade.Compile(
                subject,
                "2023-07",
                [.. SampleTrade.Sample("invented-kz-china-monthly"), .. SampleTrade.Sample("invented-cn-central-asia")],
                "Sample"
            )
        );

    [Theory]
    [InlineData("KAZ")]
    [InlineData("KAZ-CHN")]
    public void RealFigures_AreAsKept(string subject)
    {
        const string Entry = "kz-bns-partners-2022";
        var rows = SampleTrade.Rows(
            Corpus.PathOf(Entry, ".xls"),
            Path.Combine(Corpus.Root, "sources", Entry + ".json")
        );

        Compare(
            Entry,
            SampleTrade.Compile(subject, "2022", rows, "Bureau of National Statistics of Kazakhstan, stat.gov.kz")
        );
    }

    private static void Compare(string source, MonthlySummary summary)
    {
        var folder = $"Summaries/{source}/{summary.Subject}-{summary.Period}";
        foreach (var file in SummaryDocuments.Write(summary, Compiling.Draft, SummaryOffice.None))
        {
            var (name, content) = Path.GetExtension(file.Name) switch
            {
                ".docx" => (file.Name + ".txt", Encoding.UTF8.GetBytes(OfficeText.OfDocx(file.Content))),
                ".xlsx" => (file.Name + ".txt", Encoding.UTF8.GetBytes(OfficeText.OfXlsx(file.Content))),
                _ => (file.Name, file.Content),
            };
            GoldenFile.Equal($"{folder}/{name}", content);
        }
    }
}
