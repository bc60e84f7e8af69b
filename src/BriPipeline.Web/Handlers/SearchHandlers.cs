using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Pairs and series by the words that name them.</summary>
internal static class SearchHandlers
{
    /// <summary>The parameter of the words.</summary>
    internal const string Words = "q";

    internal const int MaxLetters = 100;
    private const int MaxPairs = 20;
    private const int MaxSeries = 4;

    internal static string WordsOf(HttpRequest request)
    {
        var text = request.Query[Words].ToString().Trim();
        return text.Length > MaxLetters ? text[..MaxLetters] : text;
    }

    public static async Task<IResult> ShowAsync(HttpContext context, string words)
    {
        var catalogue = context.RequestServices.GetRequiredService<SeriesCatalogue>();
        var found = (await catalogue.SearchAsync(context.RequestAborted)).Find(words, MaxPairs);
        var reader = context.RequestServices.GetRequiredService<ITradeReader>();
        var shown = found.Pairs.SelectMany(pair => pair.Series.Take(MaxSeries)).ToList();
        var latest = await Task.WhenAll(
            shown.Select(async series => (series, Row: await LatestAsync(reader, series, context.RequestAborted)))
        );
        return Page.Of<SearchPage>(
            (nameof(SearchPage.Words), words),
            (nameof(SearchPage.Found), found),
            (nameof(SearchPage.Latest), latest.ToDictionary(one => one.series, one => one.Row))
        );
    }

    /// <summary>The row of a series' last period; null where an import took it back meanwhile.</summary>
    private static async Task<TradeRow?> LatestAsync(
        ITradeReader reader,
        SeriesRow series,
        CancellationToken cancellation
    )
    {
        var (reporter, partner, flow, commodity, unit, frequency, variant) = series.Key;
        var last = new ObservationKey(reporter, partner, flow, commodity, unit, series.Last, variant);
        var position = new TradeKey(series.Source, last);
        var query = new TradeQuery
        {
            Reporter = reporter,
            Partner = partner,
            Flow = flow,
            Commodity = commodity,
            Unit = unit,
            Source = series.Source,
            Variant = variant,
            Frequency = frequency,
            // Its key without the last sign stands right before it.
            After = new(position.Partition, position.Row[..^1]),
        };
        return await reader.QueryAsync(query, cancellation).FirstOrDefaultAsync(row => row.Key == last, cancellation);
    }
}
