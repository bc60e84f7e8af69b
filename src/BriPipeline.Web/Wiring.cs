using BriPipeline.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BriPipeline.Web;

/// <summary>The pipeline as both hosts compose it.</summary>
public static class Wiring
{
    /// <param name="configuration">Names the storage account: <c>Data</c>, else <c>AzureWebJobsStorage</c>.</param>
    public static IServiceCollection AddBriPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorComponents();
        return services
            .AddSingleton(provider => ReportingCalendar.Of(configuration, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ImportPorts>()
            .AddSingleton(provider => new WorkbookImport(
                provider.GetRequiredService<ImportPorts>(),
                (content, name, profile) => Reading.Read(content, name, profile).ToResult(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<SummaryRun>()
            .AddSingleton<Verification>();
    }
}
