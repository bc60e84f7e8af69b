using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local;

/// <summary>The services of a host whose storage may lose what it was just given.</summary>
internal static class SpoolServices
{
    /// <param name="dataFolder">Where the emulator keeps its rows; null where the storage needs no spool.</param>
    internal static IServiceCollection AddSpool(this IServiceCollection services, string? dataFolder) =>
        dataFolder is null
            ? services
            : services
                .AddSingleton(_ => new DiskSpace(dataFolder))
                .AddSingleton(provider => ActivatorUtilities.CreateInstance<UploadSpool>(provider, dataFolder))
                .AddSingleton<IUploadStore>(provider => provider.GetRequiredService<UploadSpool>())
                .AddSingleton(provider => new SpooledReference(
                    provider.GetRequiredService<StoragePorts>().Reference,
                    dataFolder
                ))
                .AddSingleton<IReferenceStore>(provider => provider.GetRequiredService<SpooledReference>())
                .AddSingleton(provider => ActivatorUtilities.CreateInstance<SpoolTransfer>(provider, dataFolder))
                .AddSingleton<IStorageHealth>(provider => new LocalHealth(
                    provider.GetRequiredService<StoragePorts>().Health,
                    provider.GetRequiredService<DiskSpace>()
                ));
}
