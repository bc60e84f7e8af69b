using BriPipeline.Core.Language;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Api;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace BriPipeline.Web.Handlers;

/// <summary>The stored figures, for people: the parameters are those of the API.</summary>
public static class DataHandlers
{
    /// <summary>The parameter that asks for the list of a reporter's series instead of the partners.</summary>
    internal const string List = "list";
    internal const string Series = "series";

    /// <summary>Rows and series of one page.</summary>
    private const int MaxShown = 200;

    /// <summary>What a search found; else who reports; then the partners of a reporter, or all that is stored of it; then the figures with a partner.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        if (SearchHandlers.WordsOf(context.Request) is { Length: > 0 } words)
        {
            return await SearchHandlers.ShowAsync(context, words);
        }

        var query = QueryOf(context);
        if (query.Reporter is null)
        {
            return Page.Of<DataPage>(
                (nameof(DataPage.Query), query),
                (nameof(DataPage.Reporters), await ReportersAsync(context))
            );
        }

        if (query.Partner is not null)
        {
            return await PairHandlers.ShowAsync(context, query);
        }

        if (context.Request.Query[List] != Series && await RankingHandlers.ReadAsync(context, query) is { } ranking)
        {
            return Page.Of<RankingPage>(
                (nameof(RankingPage.Reporter), query.Reporter.Value),
                (nameof(RankingPage.View), ranking),
                (nameof(RankingPage.Root), Page.RootOf(context.Request))
            );
        }

        var series = await context
            .RequestServices.GetRequiredService<ISeriesReader>()
            .QuerySeriesAsync(query, context.RequestAborted)
            .Take(MaxShown + 1)
            .ToListAsync(context.RequestAborted);
        return Page.Of<DataPage>(
            (nameof(DataPage.Query), query),
            (nameof(DataPage.Series), series.Take(MaxShown).ToList()),
            (nameof(DataPage.HasMore), series.Count > MaxShown)
        );
    }

    /// <summary>One figure by the key of its row: where it comes from, and what it was before.</summary>
    public static async Task<IResult> FigureAsync(HttpContext context)
    {
        TradeKey key;
        try
        {
            key = TradeKey.Parse(context.Request.Query["pair"].ToString(), context.Request.Query["row"].ToString());
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return Problem.NotFound.ToResult();
        }

        var query = QueryOf(key);
        var row = await context
            .RequestServices.GetRequiredService<ITradeReader>()
            .QueryAsync(query, context.RequestAborted)
            .FirstOrDefaultAsync(row => row.Key == key.Key, context.RequestAborted);
        var history = await context
            .RequestServices.GetRequiredService<ISeriesReader>()
            .QueryRevisionsAsync(query, context.RequestAborted)
            .Where(revision => revision.Change.Key == key.Key)
            .Take(MaxShown)
            .ToListAsync(context.RequestAborted);
        return row is null && history.Count == 0
            ? Problem.NotFound.ToResult()
            : Page.Of<FigurePage>(
                (nameof(FigurePage.Key), key),
                (nameof(FigurePage.Row), row),
                (nameof(FigurePage.History), history),
                (nameof(FigurePage.Strip), row is null ? null : await SourceCell.ReadAsync(context, row)),
                (
                    nameof(FigurePage.Challenges),
                    await context
                        .RequestServices.GetRequiredService<IChallengeStore>()
                        .ListAsync(key, context.RequestAborted)
                        .ToListAsync(context.RequestAborted)
                ),
                (nameof(FigurePage.Reader), ChallengeHandlers.NameOf(context)),
                (
                    nameof(FigurePage.MayAnswer),
                    context.RequestServices.GetRequiredService<ICallers>().Find(context.Request)?.May(Right.Upload)
                        == true
                )
            );
    }

    /// <summary>The rows among which one figure is.</summary>
    internal static TradeQuery QueryOf(TradeKey key) =>
        new()
        {
            Reporter = key.Key.Reporter,
            Partner = key.Key.Partner,
            Flow = key.Key.Flow,
            Commodity = key.Key.Commodity,
            Unit = key.Key.Unit,
            Source = key.Source,
            From = key.Key.Period,
            To = key.Key.Period,
        };

    /// <summary>The figures of the page as a workbook, up to the rows of one answer of the API.</summary>
    public static async Task<IResult> WorkbookAsync(HttpContext context)
    {
        var query = QueryOf(context);
        var rows = context
            .RequestServices.GetRequiredService<ITradeReader>()
            .QueryAsync(query, context.RequestAborted)
            .Take(Parameters.MaxRows);
        return Results.Stream(
            await FigureWorkbook.WriteAsync(rows, context.RequestAborted),
            FigureWorkbook.ContentType,
            "figures.xlsx"
        );
    }

    /// <summary>Fields of a form that were left empty limit nothing.</summary>
    internal static TradeQuery QueryOf(HttpContext context)
    {
        context.Request.Query = new QueryCollection(
            context
                .Request.Query.Where(field => field.Value.Any(value => !string.IsNullOrWhiteSpace(value)))
                .ToDictionary(
                    field => field.Key,
                    field =>
                        field.Key is "reporter" or "partner"
                            ? new StringValues(CodeOf(field.Value.ToString()))
                            : field.Value,
                    StringComparer.Ordinal
                )
        );
        return FigureHandlers.QueryOf(context.Request);
    }

    /// <summary>People type "Kazakhstan" or "kaz" where the API takes codes alone. What may be several areas stays as it is.</summary>
    private static string CodeOf(string typed)
    {
        var areas = AreaCodeList.Standard;
        return areas.IsKnown(new(typed)) ? typed
            : areas.IsKnown(new(typed.Trim().ToUpperInvariant())) ? typed.Trim().ToUpperInvariant()
            : areas.Find(typed) is [var named] ? named.Code
            : typed;
    }

    /// <summary>Whoever has figures has summaries too, or reasons why not.</summary>
    private static async Task<IReadOnlyList<Area>> ReportersAsync(HttpContext context) =>
        await context
            .RequestServices.GetRequiredService<ISummaryStore>()
            .ListAsync(context.RequestAborted)
            .Select(summary => summary.Subject)
            .Where(subject => !subject.Contains('-', StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(subject => new Area(subject))
            .ToListAsync(context.RequestAborted);
}
