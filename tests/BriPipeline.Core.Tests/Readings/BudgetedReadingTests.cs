using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

public sealed class BudgetedReadingTests
{
    /// <summary>Enough rows that the reading looks at its budget.</summary>
    private static readonly byte[] Table = Encoding.UTF8.GetBytes(
        "Partner,Period,Exports thousand USD\n"
            + string.Concat(Enumerable.Range(0, 6000).Select(i => $"China,{1900 + (i % 100)},{i}\n"))
    );

    [Fact]
    public void Read_EndsInAFinding_WhenTheProcessorTimeIsUsedUp()
    {
        var seconds = 0;

        var result = Read(() => new(TimeSpan.FromSeconds(200 * seconds++), 0));

        AssertEnded(result);
    }

    [Fact]
    public void Read_EndsInAFinding_WhenTheMemoryIsUsedUp()
    {
        var looks = 0L;

        var result = Read(() => new(TimeSpan.Zero, looks++ << 32));

        AssertEnded(result);
    }

    [Fact]
    public void Read_IsAsWithoutABudget_WhenLittleIsUsed()
    {
        var result = Read(() => new(TimeSpan.Zero, 0));

        var without = Reading.Read(new MemoryStream(Table), "a.csv", SourceProfile.Unknown("kz-test")).ToResult();
        Assert.Equal(without.Cause, result.Cause);
        Assert.Equal(without.Findings.Select(one => one.Message), result.Findings.Select(one => one.Message));
    }

    [Fact]
    public void Budget_GrowsWithTheFile()
    {
        var (small, large) = (new ReadingBudget(1, () => default), new ReadingBudget(100L << 20, () => default));

        Assert.Equal(TimeSpan.FromMinutes(2), small.Processor);
        Assert.Equal(TimeSpan.FromSeconds(1120), large.Processor);
        Assert.True(large.Bytes > small.Bytes);
    }

    private static void AssertEnded(ReadingResult result)
    {
        var finding = Assert.Single(result.Findings);
        Assert.Equal(FindingCodes.ReadingOverBudget, finding.Code);
        Assert.Equal(ReadingOutcome.Rejected, result.Outcome);
        Assert.Equal(finding.Message, result.Cause);
        Assert.Empty(result.Observations);
    }

    private static ReadingResult Read(Func<ReadingUse> used) =>
        BudgetedReading.Read(new MemoryStream(Table), "a.csv", SourceProfile.Unknown("kz-test"), used);
}
