using BriPipeline.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
    public void AddBriPipeline_GivesEveryPart(Type part)
    {
        using var services = Compose(KeyValuePair.Create<string, string?>("Data", "UseDevelopmentStorage=true"));

        Assert.NotNull(services.GetRequiredService(part));
    }

    [Fact]
    public void AddBriPipeline_NamesTheSetting_WhenNoAccountIsSet()
    {
        using var services = Compose();

        Assert.Contains(
            "Data",
            Assert.Throws<InvalidOperationException>(services.GetRequiredService<ILedger>).Message,
            StringComparison.Ordinal
        );
    }

    private static ServiceProvider Compose(params KeyValuePair<string, string?>[] settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddBriPipeline(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
}
