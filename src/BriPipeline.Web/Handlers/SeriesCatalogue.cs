using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Web.Handlers;

/// <summary>The search over all series that are stored. Series change by imports only, so it is made once an import.</summary>
public sealed class SeriesCatalogue(IFeed feed, ISeriesReader reader, IReferenceStore reference)
{
    private Known? known;

    public async Task<SeriesSearch> SearchAsync(CancellationToken cancellation)
    {
        // Asked before the series are: an import that ends meanwhile makes them newer than their number, which does no harm.
        var head = await feed.FindHeadAsync(cancellation);
        if (known is { } last && last.Head == head)
        {
            return last.Search;
        }

        var series = await reader.QuerySeriesAsync(new(), cancellation).ToListAsync(cancellation);
        var publishers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in series.Select(row => row.Source).Distinct(StringComparer.Ordinal))
        {
            if ((await reference.FindProfileAsync(source, cancellation))?.Publisher is { } publisher)
            {
                publishers.Add(source, publisher);
            }
        }

        var search = new SeriesSearch(series, publishers);
        known = new(head, search);
        return search;
    }

    private sealed record Known(long Head, SeriesSearch Search);
}
