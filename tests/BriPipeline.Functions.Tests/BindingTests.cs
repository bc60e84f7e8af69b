using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace BriPipeline.Functions.Tests;

/// <summary>Bindings are data that the host reads: a wrong one fails only in Azure, or never says why nothing happens.</summary>
public sealed class BindingTests
{
    [Fact]
    public void Functions_AreThoseOfTheDesign() =>
        Assert.Equivalent(
            new[] { "CompileSummaries", "Health", "ImportWorkbook", "SweepUploads" },
            FunctionMethods.All.Select(function => function.Name),
            strict: true
        );

    [Fact]
    public void ImportWorkbook_ListensToEventsOfUploadsInTheDataAccount()
    {
        var function = FunctionMethods.Of("ImportWorkbook");
        var trigger = function.Binding<BlobTriggerAttribute>();

        Assert.Equal("uploads/{name}", trigger.BlobPath);
        Assert.Equal(BlobTriggerSource.EventGrid, trigger.Source);
        Assert.Equal("Data", trigger.Connection);
        Assert.Equal(typeof(BlobClient), function.Trigger.ParameterType);
    }

    [Fact]
    public void SweepUploads_RunsHourly()
    {
        var schedule = Parse(FunctionMethods.Of("SweepUploads").Binding<TimerTriggerAttribute>().Schedule);
        var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(24, schedule.GetNextOccurrences(day.AddTicks(-1), day.AddDays(1)).Count());
    }

    [Fact]
    public void CompileSummaries_TakesItsScheduleFromASetting() =>
        Assert.Equal("SummarySchedule", FunctionMethods.Of("CompileSummaries").Setting);

    [Fact]
    public void Timers_NeverRunOnStartup() =>
        Assert.All(
            FunctionMethods.All.Where(function => function.Trigger.ParameterType == typeof(TimerInfo)),
            function =>
            {
                var trigger = function.Binding<TimerTriggerAttribute>();
                Assert.False(trigger.RunOnStartup);
                Assert.True(trigger.UseMonitor);
                if (function.Setting is null)
                {
                    Assert.NotNull(Parse(trigger.Schedule));
                }
            }
        );

    [Fact]
    public void Health_AnswersAnybodysGet()
    {
        var function = FunctionMethods.Of("Health");
        var trigger = function.Binding<HttpTriggerAttribute>();

        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.Equal("get", Assert.Single(trigger.Methods!));
        Assert.Equal("health", trigger.Route);
        Assert.Equal(typeof(Task<IResult>), function.Method.ReturnType);
    }

    /// <summary>A request brings its own token.</summary>
    [Fact]
    public void EveryFunction_CanBeCancelled() =>
        Assert.All(
            FunctionMethods.All,
            function =>
                Assert.Contains(
                    function.Method.GetParameters(),
                    parameter =>
                        parameter.ParameterType == typeof(CancellationToken)
                        || parameter.ParameterType == typeof(HttpRequest)
                )
        );

    /// <summary>NCRONTAB with seconds: six fields.</summary>
    private static CrontabSchedule Parse(string schedule) =>
        CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
}
