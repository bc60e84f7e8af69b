using BriPipeline.Core.Trade;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace BriPipeline.Web.Api;

/// <summary>Cuts rows into answers. Where an answer goes on must be known before its first row is sent.</summary>
internal static class Paging
{
    /// <summary>Rows that are kept while finding out whether these are all.</summary>
    private const int Kept = 1000;

    /// <param name="rows">Rows after the position that the request names.</param>
    /// <param name="positions">Where those rows stand; asked for only where there are many.</param>
    public static async Task<IResult> AnswerAsync<T>(
        HttpContext context,
        RowWriter<T> writer,
        int limit,
        IAsyncEnumerable<T> rows,
        Func<IAsyncEnumerable<RowPosition>> positions,
        Func<T, RowPosition> positionOf
    )
    {
        var cancellation = context.RequestAborted;
        var enumerator = rows.GetAsyncEnumerator(cancellation);
        context.Response.RegisterForDisposeAsync(enumerator);
        var first = new List<T>();
        var kept = Math.Min(limit, Kept);
        var more = await enumerator.MoveNextAsync();
        while (more && first.Count < kept)
        {
            first.Add(enumerator.Current);
            more = await enumerator.MoveNextAsync();
        }

        var next =
            !more ? null
            : first.Count == limit ? positionOf(first[^1])
            : await FindLastAsync(positions(), limit, cancellation);
        return new RowStream<T>(
            writer,
            first,
            more && first.Count < limit ? RestAsync(enumerator, limit - first.Count) : AsyncEnumerable.Empty<T>(),
            next is { } position ? LinkTo(context.Request, Parameters.Write(position)) : null
        );
    }

    /// <summary>The same request, from there on.</summary>
    public static string LinkTo(HttpRequest request, string after, string parameter = "after") =>
        QueryHelpers.AddQueryString(
            $"{request.PathBase}{request.Path}",
            request.Query.Where(pair => pair.Key != parameter).Append(new(parameter, new StringValues(after)))
        );

    /// <summary>The position of the last row of the answer; null where no row follows it.</summary>
    private static async Task<RowPosition?> FindLastAsync(
        IAsyncEnumerable<RowPosition> positions,
        int limit,
        CancellationToken cancellation
    )
    {
        RowPosition? last = null;
        var count = 0;
        await foreach (var position in positions.WithCancellation(cancellation))
        {
            if (count++ == limit)
            {
                return last;
            }

            last = position;
        }

        return null;
    }

    /// <summary>The enumerator stands on a row that was not handed out yet.</summary>
    private static async IAsyncEnumerable<T> RestAsync<T>(IAsyncEnumerator<T> rows, int most)
    {
        do
        {
            yield return rows.Current;
        } while (--most > 0 && await rows.MoveNextAsync());
    }
}
