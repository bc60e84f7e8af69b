using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri export</c>: stored rows, sorted by key.</summary>
internal sealed record ExportCommand(TradeQuery Query, string Format)
{
    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var output = TradeOutput.Of(Format, terminal.Output);
        var count = 0L;
        output.Begin();
        await foreach (var row in services.GetRequiredService<ITradeReader>().QueryAsync(Query, cancellation))
        {
            output.Write(row);
            count++;
        }

        output.End();
        await terminal.Output.FlushAsync(cancellation);
        terminal.Say(FormattableString.Invariant($"{count:N0} rows."));
        return ExitCodes.Done;
    }
}
