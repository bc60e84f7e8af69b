using Azure.Storage.Blobs;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Storage;
using BriPipeline.Web;
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
            new[]
            {
                "Aliases",
                "Api",
                "Assets",
                "CompileSummaries",
                "Data",
                "Documentation",
                "Documents",
                "Health",
                "ImportWorkbook",
                "Language",
                "RebuildSummary",
                "Reports",
                "Sdmx",
                "Sources",
                "Start",
                "Status",
                "Summaries",
                "SummaryFeed",
                "SweepUploads",
                "RequeuePoisoned",
                "Uploads",
                "WakeSource",
            },
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
    public void RequeuePoisoned_ListensToTheQueueBesideTheBlobs()
    {
        var trigger = FunctionMethods.Of("RequeuePoisoned").Binding<QueueTriggerAttribute>();

        Assert.Equal(("webjobs-blobtrigger-poison", "Data"), (trigger.QueueName, trigger.Connection));
    }

    [Fact]
    public void WakeSource_ListensToTheQueueInWhichWakeUpsAreLeft()
    {
        var trigger = FunctionMethods.Of("WakeSource").Binding<QueueTriggerAttribute>();

        Assert.Equal((WakeUpQueue.Name, "Data"), (trigger.QueueName, trigger.Connection));
    }

    [Theory]
    [InlineData("SweepUploads", "SweepSchedule")]
    [InlineData("CompileSummaries", "SummarySchedule")]
    public void Timer_TakesItsScheduleFromASetting(string function, string setting) =>
        Assert.Equal(setting, FunctionMethods.Of(function).Setting);

    /// <summary>Where nothing else is said: hourly, and daily.</summary>
    [Theory]
    [InlineData("sweepSchedule", 24)]
    [InlineData("summarySchedule", 1)]
    public void Schedule_RunsOftenEnoughByDefault(string parameter, int timesADay)
    {
        var line = RepositoryFiles
            .Read("infra/main.bicep")
            .Split('\n')
            .Single(line => line.StartsWith($"param {parameter} ", StringComparison.Ordinal));
        var schedule = Parse(line.Split('\'')[1]);
        var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(timesADay, schedule.GetNextOccurrences(day.AddTicks(-1), day.AddDays(1)).Count());
    }

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

    /// <summary>Who may call an address is told by one table, in both hosts: no function asks for a key beside it.</summary>
    [Fact]
    public void Functions_LeaveRightsToTheTableOfAddresses() =>
        Assert.All(
            FunctionMethods.All.Where(function => function.Trigger.ParameterType == typeof(HttpRequest)),
            function => Assert.Equal(AuthorizationLevel.Anonymous, function.Binding<HttpTriggerAttribute>().AuthLevel)
        );

    /// <summary>An address that no function's route and methods cover answers in the other host only, as the samples do.</summary>
    [Fact]
    public void Functions_AnswerEveryAddressOfTheTable()
    {
        var triggers = FunctionMethods
            .All.Where(function => function.Trigger.ParameterType == typeof(HttpRequest))
            .Select(function => function.Binding<HttpTriggerAttribute>())
            .Select(trigger => (Folder: trigger.Route!.Split('/')[0], trigger.Methods))
            .ToList();

        Assert.All(
            Endpoints.Table.Where(address => address.Pattern is not ("/{**rest}" or "/samples")),
            address =>
                Assert.Contains(
                    triggers,
                    trigger =>
                        address.Pattern.Split('/')[1] == (trigger.Folder.StartsWith('{') ? "" : trigger.Folder)
                        && trigger.Methods!.Contains(address.Method, StringComparer.OrdinalIgnoreCase)
                )
        );
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
