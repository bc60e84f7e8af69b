using BriPipeline.Core.Imports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace BriPipeline.Web;

/// <summary>Sends traces and measurements of imports where the standard settings of OpenTelemetry say so.</summary>
/// <remarks>The Functions worker's own package for it is left out while logs vanish with it and traces break beside ASP.NET Core:
/// azure-functions-dotnet-worker issues 3487 and 2875.</remarks>
internal static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Nothing is listened to, and so nothing is made, where no endpoint is set.</summary>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            return services;
        }

        services
            .AddOpenTelemetry()
            // Whoever sets OTEL_SERVICE_NAME comes last.
            .ConfigureResource(resource => resource.AddService("bripipeline").AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddSource(ImportTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(ImportTelemetry.Name))
            .UseOtlpExporter();
        return services;
    }
}
