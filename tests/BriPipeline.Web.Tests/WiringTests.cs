using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BriPipeline.Web.Tests;

public sealed class WiringTests
{
    [Theory]
    [InlineData(typeof(IUploadStore))]
    [InlineData(typeof(ILedger))]
    [InlineData(typeof(ITradeReader))]
    [InlineData(typeof(IReferenceStore))]
    [InlineData(typeof(IReportStore))]
    [InlineData(typeof(ISummaryStore))]
    [InlineData(typeof(IStorageHealth))]
    [InlineData(typeof(WorkbookImport))]
    [InlineData(typeof(SummaryRun))]
    [InlineData(typeof(Verification))]
    [InlineData(typeof(ReportingCalendar))]
    public async Task AddBriPipeline_GivesEveryPart(Type part)
    {
        await using var services = Compose(KeyValuePair.Create<string, string?>("Data", "UseDevelopmentStorage=true"));

        Assert.NotNull(services.GetRequiredService(part));
    }

    /// <summary>A host that lacks a setting says so when it starts.</summary>
    [Theory]
    [InlineData("Data", "Other", "x")]
    [InlineData("Data__queueServiceUri", "Data__blobServiceUri", "https://data.example/")]
    [InlineData("ReportingTimeZone", "ReportingTimeZone", "Asia/Atlantis")]
    public void AddBriPipeline_NamesTheSetting_ThatIsMissingOrWrong(string named, string set, string value)
    {
        var settings = new List<KeyValuePair<string, string?>> { new(set, value) };
        if (set == named)
        {
            settings.Add(new("Data", "UseDevelopmentStorage=true"));
        }

        var fault = Assert.Throws<InvalidOperationException>(() => Compose([.. settings]));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4318", true)]
    [InlineData("", false)]
    public void AddBriPipeline_ExportsTelemetry_WhereAnEndpointIsSetAlone(string endpoint, bool expected)
    {
        using var services = Compose(
            KeyValuePair.Create<string, string?>("Data", "UseDevelopmentStorage=true"),
            KeyValuePair.Create<string, string?>("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        );

        Assert.Equal(expected, services.GetService<TracerProvider>() is not null);
        Assert.Equal(expected, services.GetService<MeterProvider>() is not null);
    }

    [Fact]
    public async Task ChangeTopic_IsThere_WhereTheSettingNamesOne()
    {
        KeyValuePair<string, string?> data = new("Data", "UseDevelopmentStorage=true");

        await using var without = Compose(data);
        await using var with = Compose(data, new("ChangeTopicEndpoint", "https://topic.example/api/events"));

        Assert.Null(without.GetService<ChangeEvents>());
        Assert.NotNull(without.GetRequiredService<ChangeNews>());
        Assert.NotNull(with.GetService<ChangeEvents>());
        Assert.Contains(
            "ChangeTopicEndpoint",
            Assert.Throws<InvalidOperationException>(() => Compose(data, new("ChangeTopicEndpoint", "topic"))).Message,
            StringComparison.Ordinal
        );
    }

    private static ServiceProvider Compose(params KeyValuePair<string, string?>[] settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddBriPipeline(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
}
