using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Proves that <c>Trade</c>, <c>TradeByPeriod</c> and <c>Series</c> are what the current manifests say.</summary>
public sealed class Verification(ImportPorts ports, TimeProvider clock)
{
    /// <summary>Recomputes every source's rows.</summary>
    /// <param name="repair">Repair what differs.</param>
    /// <returns>A line a difference; none where all is well.</returns>
    public async Task<IReadOnlyList<string>> VerifyAsync(bool repair, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var mark in await ports.Vintages.ListMarksAsync(cancellation))
        {
            await using var lease = await ports.Locks.TryAcquireAsync(mark.Source, cancellation);
            if (lease is null)
            {
                lines.Add($"{mark.Source}: an import is running; not verified.");
                continue;
            }

            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
            await new RollForward(ports, clock).SettleAsync(mark.Source, both.Token);
            lines.AddRange(await VerifyAsync(mark.Source, repair, both.Token));
        }

        return lines;
    }

    private async Task<List<string>> VerifyAsync(string source, bool repair, CancellationToken cancellation)
    {
        var mark = (await ports.Vintages.FindMarkAsync(source, cancellation))!;
        var lines = new List<string>();
        var (repairs, count) = await new SourceRows(ports, source).CompareAsync(mark, lines.Add, cancellation);
        if (repair && count > 0)
        {
            await ports.Vintages.RepairAsync(source, mark.Seq, repairs, cancellation);
        }

        return lines;
    }
}
