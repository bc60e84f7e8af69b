using System.Globalization;
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

    /// <summary>The limits stand in the text, in both languages.</summary>
    [Fact]
    public void Finding_SaysHowMuchAFileOfItsSizeMayTake()
    {
        var budget = new ReadingBudget(Table.Length, () => default);
        var megabytes = (budget.Bytes >> 20).ToString("N0", CultureInfo.InvariantCulture);
        var seconds = 0;

        var finding = Assert.Single(Read(() => new(TimeSpan.FromSeconds(200 * seconds++), 0)).Findings);

        Assert.Equal(
            $"Reading the file takes more than a file of its size may: 120 seconds of processor time, {megabytes} MB of memory.",
            finding.Message
        );
        var russian = FindingTexts.Russian.Message(FindingCodes.ReadingOverBudget.Id, finding.Arguments)!;
        Assert.Contains("120", russian, StringComparison.Ordinal);
        Assert.Contains(megabytes, russian, StringComparison.Ordinal);
        Assert.NotEqual(finding.Message, russian);
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
