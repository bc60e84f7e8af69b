using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri approve</c>: puts a name and the time on the newest edition.</summary>
internal sealed record ApproveCommand(TimePeriod Period, string Subject, string Name, string? Reason)
{
    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var record = await services
            .GetRequiredService<SummaryRun>()
            .ApproveAsync(Subject, Period, Name, Reason, cancellation);
        if (record is { Approved: false })
        {
            terminal.Say(
                $"{Subject} {Period} uses figures about which findings are open. Say why it is approved nevertheless: --reason \"...\"."
            );
            return ExitCodes.WrongUsage;
        }

        if (record?.Approval is not { } approval)
        {
            terminal.Say(
                $"{Subject} {Period} has no edition: compile it first (bri summarise {Period} --subject {Subject})."
            );
            return ExitCodes.WrongUsage;
        }

        terminal.Output.WriteLine(
            FormattableString.Invariant(
                $"{Subject} {Period}: edition {record.ApprovedEdition} approved by {approval.Name}, {approval.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
            )
        );
        await terminal.Output.FlushAsync(cancellation);
        return ExitCodes.Done;
    }
}
