using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    private FunctionsApplication() { }

    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}

/// <summary>The real one adds the worker, which needs its host; this one is a plain application.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly HostApplicationBuilder inner;

    internal FunctionsApplicationBuilder(string[] args)
    {
        inner = Host.CreateApplicationBuilder(args);
        // Logs go to the worker's host.
        inner.Logging.ClearProviders();
    }

    public IServiceCollection Services => inner.Services;

    public ConfigurationManager Configuration => inner.Configuration;

    public IHostEnvironment Environment => inner.Environment;

    public ILoggingBuilder Logging => inner.Logging;

    public IMetricsBuilder Metrics => inner.Metrics;

    IConfigurationManager IHostApplicationBuilder.Configuration => inner.Configuration;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)inner).Properties;

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure
    ) => inner.ConfigureContainer(factory, configure);

    public IHost Build() => inner.Build();
}

public static class FunctionsApplicationBuilderExtensions
{
    /// <summary>The real one starts a web server in the application, from which services take its environment.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(WebApplication.CreateBuilder().Environment);
        return builder;
    }
}
