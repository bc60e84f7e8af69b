using BriPipeline.Core.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri verify</c>: are the stored rows what the manifests say?</summary>
internal sealed record VerifyCommand(bool Repair)
{
    /// <summary>1 where rows differ and are not repaired.</summary>
    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var differences = await services.GetRequiredService<Verification>().VerifyAsync(Repair, cancellation);
        foreach (var difference in differences)
        {
            terminal.Output.WriteLine(difference);
        }

        await terminal.Output.FlushAsync(cancellation);
        terminal.Say(
            differences.Count == 0 ? "Every row is what the manifests say."
            : Repair ? $"{differences.Count} differences were repaired."
            : $"{differences.Count} differences; --repair fixes them."
        );
        return differences.Count == 0 || Repair ? ExitCodes.Done : ExitCodes.Fault;
    }
}
