using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Functions;

/// <summary>The host leaves a timer out, without a word, where the setting of its schedule is missing: this says so.</summary>
public sealed partial class ScheduleCheck(IConfiguration settings, ILogger<ScheduleCheck> logger) : IHostedService
{
    private static readonly string[] Schedules = ["SummarySchedule", "SweepSchedule"];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Schedules.Where(name => string.IsNullOrWhiteSpace(settings[name])))
        {
            LogMissing(name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(10, LogLevel.Critical, "The setting {Setting} is missing: the timer that it schedules never runs.")]
    private partial void LogMissing(string setting);
}
