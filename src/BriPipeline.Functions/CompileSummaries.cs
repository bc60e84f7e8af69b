using BriPipeline.Core.Summaries;
using BriPipeline.Web;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Compiles what is due. A timer may run twice or late; what is compiled is not due any more.</summary>
public sealed class CompileSummaries(SummaryRun run, ReportingCalendar calendar)
{
    [Function(nameof(CompileSummaries))]
    public Task RunAsync([TimerTrigger("%SummarySchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        run.CompileDueAsync(calendar.Today, cancellation);
}
