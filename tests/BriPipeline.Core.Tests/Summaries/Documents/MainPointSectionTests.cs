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
            "Of the target of 40,000.0 million USD for 2023, 44.8 % is reached on the figures of Kazakhstan; 22,071.3 million is left, "
                + "4,414.3 million a month with 5 months to go. The pace so far is 2,561.2 million a month (arithmetic, not a forecast).",
            Points(Summary)
        );
    }

    [Fact]
    public void Points_SayHowFarAQuotationIsFromTheFiguresOfItsMonths()
    {
        Assert.Contains(
            "Turnover of Kazakhstan and China in seven months of 2023: more than 22,000.0 million USD was said. "
                + "The figures of Kazakhstan give 17,928.7 million for the same months, a difference of −4,071.3 million.",
            Points(Summary)
        );
    }

    [Fact]
    public void Points_SayNothingOfAQuotation_WhoseMonthsAreOthers()
    {
        var other = Summary with
        {
            Registers =
            [
                .. Summary.Registers.Select(row =>
                    row with
                    {
                        Period = Core.Trade.TimePeriod.Parse("2022-01--2022-07"),
                    }
                ),
            ],
        };

        Assert.DoesNotContain(Points(other), point => point.Contains("was said", StringComparison.Ordinal));
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
            "Findings are open about 1 rows behind the figures: ",
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

    private static List<string> Points(MonthlySummary summary) => [.. List(summary).Items.Select(TextRuns.TextOf)];

    private static ListBlock List(MonthlySummary summary) =>
        SummaryDocuments
            .Compose(summary, Compiling.Draft, SummaryOffice.None, SummaryTexts.English)
            .Blocks.OfType<ListBlock>()
            .First();
}
