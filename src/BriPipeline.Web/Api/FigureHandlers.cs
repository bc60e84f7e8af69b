using BriPipeline.Core.Imports;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Rows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Api;

/// <summary>Figures, their coverage, their history, and what changed.</summary>
internal static class FigureHandlers
{
    /// <summary>What narrows series; with the periods it narrows figures.</summary>
    internal static readonly IReadOnlyList<ApiParameter> SeriesParameters =
    [
        Parameters.Reporter,
        Parameters.Partner,
        Parameters.Flow,
        Parameters.Commodity,
        Parameters.Unit,
        Parameters.Source,
        Parameters.Variant,
        Parameters.Frequency,
    ];

    internal static readonly IReadOnlyList<ApiParameter> PageParameters =
    [
        Parameters.Limit,
        Parameters.After,
        Parameters.FormatName,
        Parameters.Complete,
        Parameters.Labels,
    ];

    internal static TradeQuery QueryOf(HttpRequest request) =>
        new()
        {
            Reporter = Parameters.Reporter.Of(request),
            Partner = Parameters.Partner.Of(request),
            Flow = Parameters.Flow.Of(request),
            Commodity = Parameters.Commodity.Of(request),
            Unit = Parameters.Unit.Of(request),
            Source = Parameters.Source.Of(request),
            Variant = Parameters.Variant.Of(request),
            Frequency = Parameters.Frequency.Of(request),
            From = Parameters.From.Of(request),
            To = Parameters.To.Of(request),
            AsOf = Parameters.AsOf.Of(request),
            ChangedSince = Parameters.ChangedSince.Of(request),
            After = Parameters.After.Of(request),
        };

    public static async Task<IResult> ObservationsAsync(HttpContext context)
    {
        var format = Format.Of(context.Request, Format.Figures);
        var query = QueryOf(context.Request);
        var limit = Parameters.Limit.Of(context.Request) ?? Parameters.UsualRows;
        if (format == Format.SdmxCsv && Parameters.Labels.Of(context.Request) is { Language: var language })
        {
            throw RefusedException.Parameter("labels", language, "has no place in SDMX: its code lists have the names");
        }

        if (await Freshness.IsKnownAsync(context, format))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var reader = context.RequestServices.GetRequiredService<ITradeReader>();
        return await Paging.AnswerAsync(
            context,
            format == Format.SdmxCsv
                ? new Sdmx.SdmxCsvRows()
                : WriterOf(context.Request, format, "observations", TradeColumns.All),
            limit,
            reader.QueryAsync(query, context.RequestAborted),
            () => reader.FindPositionsAsync(query, context.RequestAborted),
            row => PositionOf(new TradeKey(row.Source, row.Key))
        );
    }

    public static Task<IResult> SeriesAsync(HttpContext context) =>
        AnswerAsync(
            context,
            "series",
            Tables.Series,
            (reader, query) => reader.QuerySeriesAsync(query, context.RequestAborted),
            row => new(SeriesTableKey.Partition(row.Key), SeriesTableKey.Row(row.Source, row.Key))
        );

    public static Task<IResult> RevisionsAsync(HttpContext context) =>
        AnswerAsync(
            context,
            "revisions",
            Tables.Revisions,
            (reader, query) => reader.QueryRevisionsAsync(query, context.RequestAborted),
            row =>
            {
                var key = new TradeKey(row.Source, row.Change.Key);
                return new(key.Partition, key.RevisionRow(row.Seq));
            }
        );

    public static async Task<IResult> ChangesAsync(HttpContext context)
    {
        var format = Format.Of(context.Request, Format.Rows);
        var since = Parameters.Since.Of(context.Request) ?? 0;
        var limit = Parameters.Limit.Of(context.Request) ?? Parameters.UsualRows;
        if (await Freshness.IsKnownAsync(context, format))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var feed = context.RequestServices.GetRequiredService<IFeed>();
        var head = await feed.FindHeadAsync(context.RequestAborted);
        var last = Math.Min(since + limit, head);
        var rows = feed.ListAsync(since, context.RequestAborted).TakeWhile(row => row.Number <= last);
        return new RowStream<FeedRow>(
            WriterOf(context.Request, format, "changes", Tables.Changes),
            [],
            rows,
            last < head
                ? Paging.LinkTo(
                    context.Request,
                    last.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    "since"
                )
                : null
        );
    }

    internal static RowWriter<T> WriterOf<T>(
        HttpRequest request,
        Format format,
        string name,
        IReadOnlyList<Column<T>> columns
    )
    {
        columns = NamedColumns.Of(columns, Parameters.Labels.Of(request));
        return format == Format.Csv
            ? new CsvRows<T>(columns, Parameters.Complete.Of(request) == "true")
            : new JsonRows<T>(name, columns);
    }

    private static RowPosition PositionOf(TradeKey key) => new(key.Partition, key.Row);

    private static async Task<IResult> AnswerAsync<T>(
        HttpContext context,
        string name,
        IReadOnlyList<Column<T>> columns,
        Func<ISeriesReader, TradeQuery, IAsyncEnumerable<T>> read,
        Func<T, RowPosition> positionOf
    )
    {
        var format = Format.Of(context.Request, Format.Rows);
        var query = QueryOf(context.Request);
        var limit = Parameters.Limit.Of(context.Request) ?? Parameters.UsualRows;
        if (await Freshness.IsKnownAsync(context, format))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var reader = context.RequestServices.GetRequiredService<ISeriesReader>();
        return await Paging.AnswerAsync(
            context,
            WriterOf(context.Request, format, name, columns),
            limit,
            read(reader, query),
            () => read(reader, query).Select(positionOf),
            positionOf
        );
    }
}
