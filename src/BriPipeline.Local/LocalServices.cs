using BriPipeline.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local;

/// <summary>The pipeline without host or page, for one command.</summary>
internal static class LocalServices
{
    internal static ServiceProvider Of(IConfiguration configuration, string? dataFolder, TimeProvider? clock = null) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddSingleton(clock ?? TimeProvider.System)
            .AddBriPipeline(configuration)
            .AddSpool(dataFolder)
            .BuildServiceProvider();
}
