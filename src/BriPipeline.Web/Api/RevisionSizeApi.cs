using System.Runtime.CompilerServices;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Rows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Api;

/// <summary>The usual sizes of revisions of the series of reporters.</summary>
internal static class RevisionSizeApi
{
    public static Task<IResult> ListAsync(HttpContext context)
    {
        var format = Format.Of(context.Request, Format.Rows);
        var query = FigureHandlers.QueryOf(context.Request);
        // Figures grow older without an import, so that no answer stays the right one.
        return Task.FromResult<IResult>(
            new RowStream<RevisionSizes>(
                FigureHandlers.WriterOf(context.Request, format, "revisionSizes", Tables.RevisionSizes),
                [],
                ReadAsync(context.RequestServices, query, context.RequestAborted),
                next: null
            )
        );
    }

    /// <summary>Rows stand in the order of reporters and their series, so that one reporter's revisions and one series are held.</summary>
    private static async IAsyncEnumerable<RevisionSizes> ReadAsync(
        IServiceProvider services,
        TradeQuery query,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var reader = services.GetRequiredService<ISeriesReader>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var reference = services.GetRequiredService<IReferenceStore>();
        var months = new Dictionary<string, IReadOnlyList<int>?>(StringComparer.Ordinal);
        var series = new List<TradeRow>();
        Area? reporter = null;
        var changes = Enumerable.Empty<StoredRevision>().ToLookup(KeyOf);
        await foreach (var row in services.GetRequiredService<ITradeReader>().QueryAsync(query, cancellation))
        {
            if (series.Count > 0 && (series[0].Source, series[0].Key.Series) != (row.Source, row.Key.Series))
            {
                foreach (var sizes in Sizes())
                {
                    yield return sizes;
                }

                series.Clear();
            }

            if (reporter != row.Key.Reporter)
            {
                reporter = row.Key.Reporter;
                var revisions = reader.QueryRevisionsAsync(query with { Reporter = reporter }, cancellation);
                changes = (await revisions.ToListAsync(cancellation)).ToLookup(KeyOf);
            }

            series.Add(row);
            if (!months.ContainsKey(row.Source))
            {
                months[row.Source] = (await reference.FindProfileAsync(row.Source, cancellation))?.RevisionMonths;
            }
        }

        foreach (var sizes in Sizes())
        {
            yield return sizes;
        }

        IEnumerable<RevisionSizes> Sizes() =>
            RevisionTriangle.Of(
                series,
                key => changes[(series[0].Source, key)],
                now,
                series.Count > 0 ? months[series[0].Source] : null
            );
    }

    private static (string, ObservationKey) KeyOf(StoredRevision revision) => (revision.Source, revision.Change.Key);
}
