using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The figures of a reporter with a partner, beside each other and as a chart.</summary>
internal static class PairHandlers
{
    /// <summary>Rows of one choice, as of monthly flows since the year 1900, and series of one pair.</summary>
    private const int MaxRows = 10_000;
    private const int MaxSeries = 20_000;

    public static async Task<IResult> ShowAsync(HttpContext context, TradeQuery query)
    {
        var view = await ReadAsync(context, query);
        var mirrored = view is null ? null : await MirroredAsync(context, query, view);
        return Page.Of<PairPage>(
            (nameof(PairPage.Query), query),
            (nameof(PairPage.View), view),
            (nameof(PairPage.Mirrored), mirrored),
            (nameof(PairPage.Root), Page.RootOf(context.Request))
        );
    }

    /// <summary>The chart of the page as a file.</summary>
    public static async Task<IResult> ChartAsync(HttpContext context)
    {
        var query = DataHandlers.QueryOf(context);
        if (query is { Reporter: not null, Partner: null })
        {
            return await RankingHandlers.ChartAsync(context, query);
        }

        if (query.Reporter is null || await ReadAsync(context, query) is not { } view)
        {
            return Problem.NotFound.ToResult();
        }

        var texts = PageTexts.Of(context.Request);
        return PairChart.Of(texts, query, view) is { } chart
            ? Results.File(
                System.Text.Encoding.UTF8.GetBytes(TimeChartSvg.Write(chart, texts.Summaries, ChartFrame.Wide)),
                "image/svg+xml",
                $"{query.Reporter}-{query.Partner}.svg"
            )
            : Problem.NotFound.ToResult();
    }

    private static async Task<PairView?> ReadAsync(HttpContext context, TradeQuery query)
    {
        var series = await context
            .RequestServices.GetRequiredService<ISeriesReader>()
            .QuerySeriesAsync(
                new TradeQuery { Reporter = query.Reporter, Partner = query.Partner },
                context.RequestAborted
            )
            .Take(MaxSeries)
            .ToListAsync(context.RequestAborted);
        var choices = PairChoice.Rank(series);
        if (PairChoice.Rank(series.Where(row => query.Asks(row.Source, row.Key))) is not [var choice, ..])
        {
            return null;
        }

        var rows = await context
            .RequestServices.GetRequiredService<ITradeReader>()
            .QueryAsync(Narrowed(query, choice), context.RequestAborted)
            .Take(MaxRows)
            .ToListAsync(context.RequestAborted);
        var view = PairView.Of(choice, choices, rows);
        return view.Lines.Count == 0
            ? null
            : view with
            {
                Profile = await context
                    .RequestServices.GetRequiredService<IReferenceStore>()
                    .FindProfileAsync(choice.Source, context.RequestAborted),
            };
    }

    internal static TradeQuery Narrowed(TradeQuery query, PairChoice choice) =>
        query with
        {
            Commodity = choice.Commodity,
            Unit = choice.Unit,
            Frequency = choice.Frequency,
            Source = choice.Source,
            Variant = choice.Variant,
            After = null,
        };

    /// <summary>What the partner says of the same goods.</summary>
    private static async Task<MirrorView> MirroredAsync(HttpContext context, TradeQuery query, PairView view)
    {
        var rows = await context
            .RequestServices.GetRequiredService<ITradeReader>()
            .QueryAsync(
                Narrowed(query, view.Choice) with
                {
                    Reporter = query.Partner,
                    Partner = query.Reporter,
                    Flow = null,
                    Source = null,
                    Variant = null,
                    ChangedSince = null,
                },
                context.RequestAborted
            )
            .Take(MaxRows)
            .ToListAsync(context.RequestAborted);
        return MirrorView.Of(view, rows);
    }
}
