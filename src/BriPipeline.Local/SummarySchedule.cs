using BriPipeline.Core.Summaries;
using BriPipeline.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace BriPipeline.Local;

/// <summary>Compiles the summaries that are due at the times of the setting <c>SummarySchedule</c> (NCRONTAB, UTC).</summary>
internal sealed partial class SummarySchedule(
    SummaryRun summaries,
    ReportingCalendar calendar,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<SummarySchedule> logger
) : BackgroundService
{
    internal const string Setting = "SummarySchedule";
    internal const string Daily = "0 0 2 * * *";

    /// <summary>Longer waits are split: a machine that slept must not miss the time by as much.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    /// <param name="text">Five fields from minutes on, or six from seconds on.</param>
    /// <exception cref="LocalSetupException">The text is no schedule.</exception>
    internal static CrontabSchedule Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 };
        return CrontabSchedule.TryParse(text, options)
            ?? throw new LocalSetupException(
                $"The setting {Setting} is '{text}', which is no schedule. "
                    + $"Give six fields (second minute hour day month weekday, in UTC), such as '{Daily}' for every day at two."
            );
    }

    internal static string TextOf(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } text ? text : Daily;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var schedule = Parse(TextOf(configuration));
        while (true)
        {
            var next = schedule.GetNextOccurrence(time.GetUtcNow().UtcDateTime);
            while (next - time.GetUtcNow().UtcDateTime is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait < MaxWait ? wait : MaxWait, time, stoppingToken);
            }

            await CompileAsync(stoppingToken);
        }
    }

    private async Task CompileAsync(CancellationToken cancellation)
    {
        try
        {
            await summaries.CompileDueAsync(calendar.Today, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // The next time of the schedule finds the same summaries due.
            LogFault(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The summaries that are due could not all be compiled.")]
    private partial void LogFault(Exception fault);
}
