using BriPipeline.Core.Imports;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Web.Handlers;

/// <summary>How soon the figures of each source come. It changes by imports only, so it is made once an import.</summary>
public sealed class SourceTimeliness(IFeed feed, ISeriesReader series, ITradeReader trade)
{
    private Known? known;

    /// <summary>By source, in ordinal order; a source without figures of months, quarters or years is not there.</summary>
    public async Task<IReadOnlyDictionary<string, Timeliness>> ReadAsync(CancellationToken cancellation)
    {
        // Asked before the rows are: an import that ends meanwhile makes them newer than their number, which does no harm.
        var head = await feed.FindHeadAsync(cancellation);
        if (known is { } last && last.Head == head)
        {
            return last.Sources;
        }

        var rows = await series.QuerySeriesAsync(new(), cancellation).ToListAsync(cancellation);
        var sources = new SortedDictionary<string, Timeliness>(StringComparer.Ordinal);
        foreach (var source in rows.GroupBy(row => row.Source, StringComparer.Ordinal))
        {
            if (Timeliness.SeriesOf(source) is { } measured && await OfAsync(measured, cancellation) is { } timeliness)
            {
                sources.Add(source.Key, timeliness);
            }
        }

        known = new(head, sources);
        return sources;
    }

    private async Task<Timeliness?> OfAsync(SeriesRow row, CancellationToken cancellation) =>
        Timeliness.Of(
            await trade
                .QueryAsync(
                    new TradeQuery
                    {
                        Reporter = row.Key.Reporter,
                        Partner = row.Key.Partner,
                        Flow = row.Key.Flow,
                        Commodity = row.Key.Commodity,
                        Unit = row.Key.Unit,
                        Source = row.Source,
                        Variant = row.Key.Variant,
                        Frequency = row.Key.Frequency,
                    },
                    cancellation
                )
                .Where(figure => figure.Key.Variant == row.Key.Variant)
                .ToListAsync(cancellation)
        );

    private sealed record Known(long Head, IReadOnlyDictionary<string, Timeliness> Sources);
}
