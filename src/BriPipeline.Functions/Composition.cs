using BriPipeline.Core.Imports;
using BriPipeline.Storage;
using BriPipeline.Web;
using BriPipeline.Web.Access;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Functions;

/// <summary>The composition root: everything that the functions ask for.</summary>
public static class Composition
{
    public static FunctionsApplicationBuilder Compose(FunctionsApplicationBuilder builder)
    {
        builder.ConfigureFunctionsWebApplication();
        builder
            .Services.AddBriPipeline(builder.Configuration)
            .AddSingleton<ICallers, PlatformCallers>()
            .AddSingleton<IWakeUps, WakeUpQueue>()
            .AddHostedService<ScheduleCheck>();
        return builder;
    }
}
