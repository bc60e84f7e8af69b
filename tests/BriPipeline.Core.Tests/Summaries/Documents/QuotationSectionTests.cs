using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>A quotation stands beside the figures of its months, and of no others.</summary>
public sealed class QuotationSectionTests
{
    private static readonly MonthlySummary Summary = SampleTrade.Compile(
        "KAZ-CHN",
        "2023-07",
        SampleTrade.Sample("invented-kz-china-monthly"),
        "Sample"
    );

    [Fact]
    public void Sentence_SaysHowFarTheFiguresAreFromIt() =>
        Assert.Equal(
            "Turnover of Kazakhstan and China in seven months of 2023: more than 22,000 million USD "
                + "(Said at the forum on the tenth anniversary of the Belt and Road Initiative, Astana; 7 September 2023). "
                + "Figures of the same months: Kazakhstan 17,928.7 million USD (difference −4,071.3 million USD).",
            TextRuns.TextOf(Assert.Single(List(Summary)!.Items))
        );

    [Fact]
    public void Section_IsNotThere_WhereTheMonthsAreOthers() =>
        Assert.Null(
            List(
                Summary with
                {
                    Registers =
                    [
                        .. Summary.Registers.Select(row => row with { Period = TimePeriod.Parse("2022-01--2022-07") }),
                    ],
                }
            )
        );

    private static ListBlock? List(MonthlySummary summary) =>
        SummaryDocuments
            .Compose(summary, Compiling.Draft, SummaryOffice.None, SummaryTexts.English)
            .Blocks.SkipWhile(block =>
                block is not HeadingBlock heading || heading.Text != SummaryTexts.English["quotations"]
            )
            .OfType<ListBlock>()
            .FirstOrDefault();
}
