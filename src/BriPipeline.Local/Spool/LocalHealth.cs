using BriPipeline.Core.Imports;

namespace BriPipeline.Local;

/// <summary>The health of the storage and of the disk beneath it.</summary>
internal sealed class LocalHealth(IStorageHealth storage, DiskSpace disk) : IStorageHealth
{
    public async Task<IReadOnlyDictionary<string, string?>> CheckAsync(CancellationToken cancellation) =>
        new Dictionary<string, string?>(await storage.CheckAsync(cancellation), StringComparer.Ordinal)
        {
            ["disk"] = disk.Refusal(0)?.Message,
        };
}
