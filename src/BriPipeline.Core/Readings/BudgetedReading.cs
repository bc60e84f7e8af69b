using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>Reads a file, or ends in a finding where that takes more than a file of its size may.</summary>
public static class BudgetedReading
{
    /// <param name="used">Tells what the thread that reads has used.</param>
    public static ReadingResult Read(
        Stream content,
        string fileName,
        SourceProfile profile,
        Func<ReadingUse> used,
        DateOnly? today = null
    )
    {
        var budget = new ReadingBudget(content.Length, used);
        try
        {
            return budget.Run(() => Reading.Read(content, fileName, profile, today: today).ToResult());
        }
        catch (OverBudgetException)
        {
            var finding = Finding.OfFile(
                FindingCodes.ReadingOverBudget,
                budget.Processor.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture),
                (budget.Bytes / ReadingLimits.Megabyte).ToString("N0", CultureInfo.InvariantCulture)
            );
            return new([], [finding], ReadingOutcome.Rejected, finding.Message, null, null);
        }
    }
}
