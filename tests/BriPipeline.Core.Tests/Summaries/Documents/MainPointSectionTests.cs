using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>The first screen of the sample: what it says, in which order, and that its figures lead to their rows.</summary>
public sealed class MainPointSectionTests
{
    private static readonly MonthlySummary Summary = SampleTrade.Compile(
        "KAZ-CHN",
        "2023-07",
        SampleTrade.Sample("invented-kz-china-monthly"),
        "Sample"
    );

    [Fact]
    public void Points_BeginWithTheYearToDate_AgainstTheSameMonths()
    {
        Assert.StartsWith(
            "Turnover in January–July 2023 came to 17,928.7 million USD (+28.7 % on January–July 2022), ",
            Points(Summary)[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith("Turnover in July 2023 came to ", Points(Summary)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Points_SayWhatATargetStillTakes()
    {
        Assert.Contains(
            "Target of 40,000 million USD for 2023: 44.8 % is reached on the figures of Kazakhstan, 22,071.3 million USD is left: "
                + "4,414.3 million USD a month (months to go: 5), against 2,561.2 million USD a month so far (arithmetic, not a forecast).",
            Points(Summary)
        );
    }

    [Theory]
    [InlineData("invented-kz-china-monthly", "KAZ-CHN", "2023-07")]
    [InlineData("invented-kz-china-monthly", "KAZ", "2023-07")]
    [InlineData("sample-kz-yearly", "KAZ", "2022")]
    public void Points_AreThreeToFive(string source, string subject, string period)
    {
        var summary = SampleTrade.Compile(subject, period, SampleTrade.Sample(source), "Sample");

        Assert.InRange(Points(summary).Count, 3, 5);
    }

    [Fact]
    public void Points_CountInOnePowerOfTen_InChinese()
    {
        var chinese = SummaryTexts.All.Single(texts => texts.Language == "zh");
        var points = Points(Summary, chinese);

        Assert.Contains(points, point => point.Contains("目标400亿美元", StringComparison.Ordinal));
        Assert.Contains(points, point => point.Contains("尚余220.71亿美元", StringComparison.Ordinal));
        Assert.DoesNotContain(points, point => point.Contains("百万", StringComparison.Ordinal));
    }

    [Fact]
    public void Points_TellOpenFindings_OnlyWhereThereAreSome()
    {
        var key = Summary.Rows.Keys.First();
        var doubted = Summary with
        {
            Rows = Summary.Rows.ToDictionary(
                row => row.Key,
                row => row.Key == key ? row.Value with { Doubt = "LargeRevision" } : row.Value,
                StringComparer.Ordinal
            ),
        };

        Assert.StartsWith(
            "Findings are open about rows behind the figures (1): ",
            Points(doubted)[^1],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Points(Summary), point => point.Contains("Findings are open", StringComparison.Ordinal));
    }

    [Fact]
    public void Points_LeadToTheRowsBehindTheirFigures()
    {
        Assert.All(List(Summary).Items, item => Assert.Contains(item, run => run.Rows is { Count: > 0 }));
    }

    private static List<string> Points(MonthlySummary summary, SummaryTexts? texts = null) =>
        [.. List(summary, texts).Items.Select(TextRuns.TextOf)];

    private static ListBlock List(MonthlySummary summary, SummaryTexts? texts = null) =>
        SummaryDocuments
            .Compose(summary, Compiling.Draft, SummaryOffice.None, texts ?? SummaryTexts.English)
            .Blocks.OfType<ListBlock>()
            .First();
}
