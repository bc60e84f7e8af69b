using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Api;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Sdmx;

/// <summary>SDMX 2.1 REST, resource <c>data</c>.</summary>
internal static class SdmxData
{
    internal static readonly IReadOnlyList<Format> Formats = [Format.SdmxJson, Format.SdmxCsv, Format.SdmxXml];

    public static async Task<IResult> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var format = Format.Of(request, Formats);
        SdmxFlow.Check((string?)context.GetRouteValue("flow") ?? "");
        var key = SdmxKey.Parse((string?)context.GetRouteValue("key") ?? "");
        var detail = SdmxParameters.Detail.Of(request) ?? "full";
        _ = SdmxParameters.History.Of(request);
        var isFlat = SdmxParameters.AtObservation.Of(request) == "AllDimensions";
        var query = key.Narrow(
            new()
            {
                From = SdmxParameters.Start.Of(request),
                To = SdmxParameters.End.Of(request),
                ChangedSince = SdmxParameters.UpdatedAfter.Of(request),
            }
        );
        var (firstN, lastN) = (SdmxParameters.First.Of(request), SdmxParameters.Last.Of(request));
        if (await Freshness.IsKnownAsync(context, format))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var reader = context.RequestServices.GetRequiredService<ITradeReader>();
        await CheckSizeAsync(reader, query, context.RequestAborted);
        var rows = reader.QueryAsync(query, context.RequestAborted).Where(key.Asks);
        var enumerator = OfEachSeriesAsync(rows, firstN, lastN).GetAsyncEnumerator(context.RequestAborted);
        context.Response.RegisterForDisposeAsync(enumerator);
        if (!await enumerator.MoveNextAsync())
        {
            throw RefusedException.NotFound("No figure has this key and these periods.");
        }

        var prepared = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        RowWriter<TradeRow> writer =
            format == Format.SdmxCsv ? new SdmxCsvRows(detail)
            : format == Format.SdmxXml ? new SdmxXmlRows(detail, isFlat, prepared)
            : new SdmxJsonRows(detail, isFlat, prepared);
        return new RowStream<TradeRow>(writer, [], FromAsync(enumerator), next: null);
    }

    /// <summary>An answer that would be cut is refused: a client of SDMX knows no pages.</summary>
    private static async Task CheckSizeAsync(ITradeReader reader, TradeQuery query, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var _ in reader.FindPositionsAsync(query, cancellation))
        {
            if (++count > Parameters.MaxRows)
            {
                throw new RefusedException(
                    new Problem(
                        StatusCodes.Status413PayloadTooLarge,
                        "Response too large",
                        $"More than {Parameters.MaxRows} observations have this key.",
                        "Name more dimensions or fewer periods."
                    )
                );
            }
        }
    }

    /// <summary>Series stand one after the other, their periods in order.</summary>
    private static async IAsyncEnumerable<TradeRow> OfEachSeriesAsync(
        IAsyncEnumerable<TradeRow> rows,
        int? first,
        int? last
    )
    {
        (string, SeriesKey)? series = null;
        var count = 0;
        var held = new Queue<TradeRow>();
        await foreach (var row in rows)
        {
            if (series != (row.Source, row.Key.Series))
            {
                while (held.TryDequeue(out var before))
                {
                    yield return before;
                }

                (series, count) = ((row.Source, row.Key.Series), 0);
            }

            if (count++ < first || (first is null && last is null))
            {
                yield return row;
            }
            else if (last is { } most)
            {
                held.Enqueue(row);
                if (held.Count > most)
                {
                    held.Dequeue();
                }
            }
        }

        while (held.TryDequeue(out var row))
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<TradeRow> FromAsync(IAsyncEnumerator<TradeRow> rows)
    {
        do
        {
            yield return rows.Current;
        } while (await rows.MoveNextAsync());
    }
}
