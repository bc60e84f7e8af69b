using BriPipeline.Local.CommandLine;
using BriPipeline.Storage;
using Microsoft.Extensions.Hosting;

namespace BriPipeline.Local;

/// <summary>Keeps Azurite running while the host does.</summary>
internal sealed class EmulatorKeeper(
    LocalStorage storage,
    StorageAccount account,
    Terminal terminal,
    SpoolTransfer? spool = null
) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        storage.KeepAsync(
            () =>
            {
                account.Forget();
                spool?.Doubt();
            },
            terminal.Say,
            stoppingToken
        );
}
