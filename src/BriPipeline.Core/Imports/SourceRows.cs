using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Compares <c>Trade</c>, <c>TradeByPeriod</c> and <c>Series</c> of a source with what its current manifests say.</summary>
internal sealed class SourceRows(ImportPorts ports, string source)
{
    /// <param name="report">Is told of each difference, in a line.</param>
    /// <exception cref="BrokenBlobException">The state or a manifest is not what was written.</exception>
    public async Task<(Repairs Repairs, int Count)> CompareAsync(
        CommitMark? mark,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var state = mark is null ? SourceState.Empty : await ports.Vintages.GetStateAsync(mark.State, cancellation);
        var manifests = new List<Manifest>(state.Applied.Count);
        foreach (var path in state.Applied)
        {
            manifests.Add(await ports.Vintages.GetManifestAsync(path.Manifest, cancellation));
        }

        var rows = new CurrentRows(source, manifests).ToDictionary();
        var series = SeriesRows.Of(rows.Values);
        var stored = await ports.Vintages.ReadRowsAsync(source, cancellation);
        var count = 0;
        var (trade, tradeRemoved) = Compare(
            rows,
            stored.Trade,
            (key, what) => Report($"Trade {Name(new TradeKey(source, key))}: {what}")
        );
        var (byPeriod, byPeriodRemoved) = Compare(
            rows,
            stored.ByPeriod,
            (key, what) => Report($"TradeByPeriod {Name(new TradeKey(source, key))}: {what}")
        );
        var (seriesRows, seriesRemoved) = Compare(
            series,
            stored.Series,
            (key, what) => Report($"Series {key.Reporter} {SeriesTableKey.Row(source, key)}: {what}")
        );
        return (new Repairs(trade, tradeRemoved, byPeriod, byPeriodRemoved, seriesRows, seriesRemoved), count);

        void Report(string line)
        {
            count++;
            report(line);
        }
    }

    internal static (List<TRow> Wrong, List<TKey> Extra) Compare<TKey, TRow>(
        IReadOnlyDictionary<TKey, TRow> right,
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

    private static string Name(TradeKey key) => $"{key.Partition} {key.Row}";
}
