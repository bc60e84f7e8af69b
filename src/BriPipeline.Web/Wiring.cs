using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using BriPipeline.Storage;
using BriPipeline.Web.Handlers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriPipeline.Web;

/// <summary>The pipeline as both hosts compose it.</summary>
public static class Wiring
{
    /// <param name="configuration">Names the storage account: <c>Data</c>, else <c>AzureWebJobsStorage</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static IServiceCollection AddBriPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        // Read at once: a host that lacks a setting says so when it starts and not at the first upload.
        var account = StorageSettings.From(name => configuration[name]);
        var zone = ReportingCalendar.ZoneOf(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorComponents();
        return ChangeNews
            .Add(services, configuration, account)
            .AddTelemetryExport(configuration)
            .AddSingleton(provider => new ReportingCalendar(provider.GetRequiredService<TimeProvider>(), zone))
            .AddSingleton(_ => new StorageAccount(account))
            .AddSingleton<StoragePorts>()
            .AddPort<IDeadLetters>(ports => ports.DeadLetters)
            .AddPort<IUploadStore>(ports => ports.Uploads)
            .AddPort<IUploadList>(ports => ports.Uploads)
            .AddSingleton<IUploadTickets, UploadTickets>()
            .AddPort<ILedger>(ports => ports.Ledger)
            .AddPort<ISeriesReader>(ports => ports.Series)
            .AddPort<IChallengeStore>(ports => ports.Challenges)
            .AddPort<IFeed>(ports => ports.Feed)
            .AddPort<IReferenceStore>(ports => ports.Reference)
            .AddPort<IReportStore>(ports => ports.Reports)
            .AddPort<ISummaryStore>(ports => ports.Summaries)
            .AddPort<IRegisterStore>(ports => ports.Registers)
            .AddPort<ITradeReader>(ports => ports.Trade)
            .AddPort<IStorageHealth>(ports => ports.Health)
            .AddSingleton(provider =>
            {
                var ports = provider.GetRequiredService<StoragePorts>().Import;
                return ports with
                {
                    Ledger = ActivatorUtilities.CreateInstance<LoggedWorkList>(provider, ports.Ledger),
                    Reference = provider.GetRequiredService<IReferenceStore>(),
                    WakeUps = provider.GetService<IWakeUps>(),
                };
            })
            .AddSingleton(provider =>
            {
                var calendar = provider.GetRequiredService<ReportingCalendar>();
                return new WorkbookImport(
                    provider.GetRequiredService<ImportPorts>(),
                    (content, name, profile) =>
                        BudgetedReading.Read(content, name, profile, ThreadUse.Now, calendar.Today),
                    provider.GetRequiredService<TimeProvider>()
                );
            })
            .AddSingleton<Answering>()
            .AddSingleton<SeriesCatalogue>()
            .AddSingleton<SourceTimeliness>()
            .AddSingleton(provider => new PublicationNotes(
                provider.GetRequiredService<IFeed>(),
                provider.GetRequiredService<ImportPorts>().Vintages
            ))
            .AddSingleton<DeadLetteredEvents>()
            .AddSingleton<SummaryRun>()
            .AddSingleton<Verification>();
    }

    private static IServiceCollection AddPort<T>(this IServiceCollection services, Func<StoragePorts, T> port)
        where T : class => services.AddSingleton(provider => port(provider.GetRequiredService<StoragePorts>()));
}
