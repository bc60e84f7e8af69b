using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Web;

/// <summary>Tells an Event Grid topic of committed imports, where the setting <c>ChangeTopicEndpoint</c> names one.</summary>
/// <remarks>A topic that does not answer holds no import up: the next call sends what is left.</remarks>
public sealed partial class ChangeNews(ILogger<ChangeNews> logger, ChangeEvents? events = null)
{
    public const string Setting = "ChangeTopicEndpoint";

    public async Task SendAsync(CancellationToken cancellation)
    {
        if (events is null)
        {
            return;
        }

        try
        {
            await events.SendAsync(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogUnsent(fault);
        }
    }

    /// <exception cref="InvalidOperationException">The setting is no address.</exception>
    internal static IServiceCollection Add(
        IServiceCollection services,
        IConfiguration configuration,
        StorageSettings account
    )
    {
        services.AddSingleton(provider => new ChangeNews(
            provider.GetRequiredService<ILogger<ChangeNews>>(),
            provider.GetService<ChangeEvents>()
        ));
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return services;
        }

        var endpoint = Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"The setting {Setting} is not an address: '{text}'.");
        return services.AddSingleton(provider => new ChangeEvents(
            provider.GetRequiredService<IFeed>(),
            provider.GetRequiredService<IReferenceStore>(),
            EventGridTopic.Of(new HttpClient(), endpoint, account)
        ));
    }

    [LoggerMessage(31, LogLevel.Warning, "The topic of changes was not told; the next import or sweep tells it")]
    private partial void LogUnsent(Exception fault);
}
