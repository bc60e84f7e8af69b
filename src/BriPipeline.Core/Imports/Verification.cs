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
        var state = await ports.Vintages.GetStateAsync(mark.State, cancellation);
        var manifests = new List<Manifest>(state.Applied.Count);
        foreach (var path in state.Applied)
        {
            manifests.Add(await ports.Vintages.GetManifestAsync(path.Manifest, cancellation));
        }

        var rows = new CurrentRows(source, manifests).ToDictionary();
        var series = SeriesRows.Of(rows.Values);
        var stored = await ports.Vintages.ReadRowsAsync(source, cancellation);
        var lines = new List<string>();
        var (trade, tradeRemoved) = Compare(
            rows,
            stored.Trade,
            (key, what) => lines.Add($"Trade {Name(new TradeKey(source, key))}: {what}")
        );
        var (byPeriod, byPeriodRemoved) = Compare(
            rows,
            stored.ByPeriod,
            (key, what) => lines.Add($"TradeByPeriod {Name(new TradeKey(source, key))}: {what}")
        );
        var (seriesRows, seriesRemoved) = Compare(
            series,
            stored.Series,
            (key, what) => lines.Add($"Series {key.Reporter} {SeriesTableKey.Row(source, key)}: {what}")
        );
        if (repair && lines.Count > 0)
        {
            var repairs = new Repairs(trade, tradeRemoved, byPeriod, byPeriodRemoved, seriesRows, seriesRemoved);
            await ports.Vintages.RepairAsync(source, mark.Seq, repairs, cancellation);
        }

        return lines;
    }

    private static string Name(TradeKey key) => $"{key.Partition} {key.Row}";

    private static (List<TRow> Wrong, List<TKey> Extra) Compare<TKey, TRow>(
        Dictionary<TKey, TRow> right,
        IReadOnlyDictionary<TKey, TRow?> stored,
        Action<TKey, string> report
    )
        where TKey : notnull
        where TRow : class
    {
        var wrong = new List<TRow>();
        foreach (var (key, row) in right)
        {
            var isThere = stored.TryGetValue(key, out var found);
            if (!isThere || !row.Equals(found))
            {
                wrong.Add(row);
                report(key, isThere ? $"stored is {found}, right is {row}." : "the row is missing.");
            }
        }

        var extra = stored.Keys.Where(key => !right.ContainsKey(key)).ToList();
        extra.ForEach(key => report(key, "no upload claims the row."));
        return (wrong, extra);
    }
}
