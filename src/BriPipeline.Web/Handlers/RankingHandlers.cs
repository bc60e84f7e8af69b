using System.Text;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The partners of a reporter, ranked and on a map.</summary>
internal static class RankingHandlers
{
    /// <summary>The parameter that asks for the map instead of the bars.</summary>
    internal const string Drawing = "chart";
    internal const string Map = "map";

    /// <summary>Of one reporter: total by 250 partners, a few flows, units and frequencies.</summary>
    private const int MaxSeries = 20_000;
    private const int MaxRows = 10_000;

    public static async Task<RankingView?> ReadAsync(HttpContext context, TradeQuery query)
    {
        var series = await context
            .RequestServices.GetRequiredService<ISeriesReader>()
            .QuerySeriesAsync(new() { Reporter = query.Reporter, Commodity = Commodity.Total }, context.RequestAborted)
            .Take(MaxSeries)
            .ToListAsync(context.RequestAborted);
        if (RankingChoice.Rank(series.Where(row => query.Asks(row.Source, row.Key))) is not [var choice, ..])
        {
            return null;
        }

        // A period that is asked for counts where it is of the same kind.
        choice =
            query.To is { } period && period.Frequency == choice.Figures.Frequency
                ? choice with
                {
                    Period = period,
                }
                : choice;
        var rows = await context
            .RequestServices.GetRequiredService<ITradeReader>()
            .QueryPeriodAsync(query.Reporter!.Value, choice.Period, context.RequestAborted)
            .Take(MaxRows)
            .ToListAsync(context.RequestAborted);
        var profile = await context
            .RequestServices.GetRequiredService<IReferenceStore>()
            .FindProfileAsync(choice.Figures.Source, context.RequestAborted);
        var view = RankingView.Of(choice, RankingChoice.Rank(series), rows, profile);
        return view.Partners.Count == 0 ? null : view;
    }

    /// <summary>The bars or the map as a file.</summary>
    public static async Task<IResult> ChartAsync(HttpContext context, TradeQuery query)
    {
        if (await ReadAsync(context, query) is not { } view)
        {
            return Problem.NotFound.ToResult();
        }

        var texts = PageTexts.Of(context.Request);
        var isMap = context.Request.Query[Drawing] == Map;
        var svg = isMap
            ? MapChartSvg.Write(RankingChart.MapOf(texts, query.Reporter!.Value, view), ChartFrame.Wide)
            : RankChartSvg.Write(
                RankingChart.BarsOf(texts, query.Reporter!.Value, view),
                texts.Summaries,
                ChartFrame.Wide
            );
        return Results.File(
            Encoding.UTF8.GetBytes(svg),
            "image/svg+xml",
            $"{query.Reporter}{(isMap ? "-map" : "")}.svg"
        );
    }
}
