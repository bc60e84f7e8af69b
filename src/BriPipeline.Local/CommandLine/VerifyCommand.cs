using BriPipeline.Core.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri verify</c>: is what is stored what was uploaded, planned and committed?</summary>
internal sealed record VerifyCommand(bool Repair)
{
    /// <summary>1 where something differs and is not repaired, or could not be looked at.</summary>
    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var differences = await services.GetRequiredService<Verification>().RunAsync(Repair, cancellation);
        foreach (var difference in differences)
        {
            await terminal.Output.WriteLineAsync(
                Repair ? $"{(difference.IsRepaired ? "repaired" : "not repaired")}: {difference.Text}" : difference.Text
            );
        }

        await terminal.Output.FlushAsync(cancellation);
        var left = differences.Count(difference => !difference.IsRepaired);
        terminal.Say(
            differences.Count == 0 ? "No differences: what is stored is what was uploaded, planned and committed."
            : Repair ? $"{differences.Count - left} differences were repaired, {left} were not."
            : $"{differences.Count} differences; --repair repairs those for which the archived files are undamaged."
        );
        return left == 0 ? ExitCodes.Done : ExitCodes.Fault;
    }
}
