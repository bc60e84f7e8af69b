using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Readers' doubts about figures: putting one, answering it, and the list of all.</summary>
internal static class ChallengeHandlers
{
    internal const string List = "/data/challenges";
    internal const string Put = "/data/figure/challenge";
    internal const string Close = "/data/figure/answer";

    /// <summary>Of the page of a figure.</summary>
    internal const string Anchor = "challenges";

    private const int MaxListed = 200;

    public static async Task<IResult> ListAsync(HttpContext context)
    {
        var isOpen = context.Request.Query["state"] != "closed";
        var challenges = await StoreOf(context)
            .ListAsync(isOpen, context.RequestAborted)
            .ToListAsync(context.RequestAborted);
        return Page.Of<ChallengesPage>(
            (nameof(ChallengesPage.IsOpen), isOpen),
            (
                nameof(ChallengesPage.Challenges),
                challenges.OrderByDescending(challenge => challenge.At).Take(MaxListed).ToList()
            )
        );
    }

    public static async Task<IResult> PutAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } form)
        {
            return Problem.NotFound.ToResult();
        }

        if (form.IsIncomplete)
        {
            return Problem.ChallengeIncomplete.ToResult();
        }

        var row = await context
            .RequestServices.GetRequiredService<ITradeReader>()
            .QueryAsync(DataHandlers.QueryOf(form.Figure), context.RequestAborted)
            .FirstOrDefaultAsync(row => row.Key == form.Figure.Key, context.RequestAborted);
        return row is null ? Problem.NotFound.ToResult()
            : await StoreOf(context)
                .AddAsync(new(form.Figure, Now(context), row.Value, form.Text, form.Name), context.RequestAborted)
                ? Back(form.Figure)
            : Problem.TooManyChallenges.ToResult();
    }

    public static async Task<IResult> CloseAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } form)
        {
            return Problem.NotFound.ToResult();
        }

        return form.IsIncomplete ? Problem.ChallengeIncomplete.ToResult()
            : await StoreOf(context)
                .AnswerAsync(form.Figure, form.Id, new(form.Text, form.Name, Now(context)), context.RequestAborted)
                ? Back(form.Figure)
            : Problem.Moved.ToResult();
    }

    /// <summary>How many are open.</summary>
    internal static async Task<int> CountOpenAsync(HttpContext context) =>
        await StoreOf(context).ListAsync(isOpen: true, context.RequestAborted).CountAsync(context.RequestAborted);

    /// <summary>How many are open about rows of <c>Trade</c>.</summary>
    /// <param name="rows">Partition and row key joined, as summaries name rows.</param>
    internal static async Task<int> CountOpenAsync(HttpContext context, IEnumerable<string> rows)
    {
        var meant = rows.ToHashSet(StringComparer.Ordinal);
        return await StoreOf(context)
            .ListAsync(isOpen: true, context.RequestAborted)
            .CountAsync(
                challenge => meant.Contains($"{challenge.Figure.Partition}|{challenge.Figure.Row}"),
                context.RequestAborted
            );
    }

    /// <summary>Who is signed in, or what was typed: on a page that many share nobody can speak as somebody else.</summary>
    internal static string? NameOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<ICallers>().Find(context.Request)?.Name;

    private static async Task<Sent?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            return new(
                TradeKey.Parse(form["pair"].ToString(), form["row"].ToString()),
                form["id"].ToString(),
                form["text"].ToString().Trim(),
                NameOf(context) ?? form["name"].ToString().Trim()
            );
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static IChallengeStore StoreOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IChallengeStore>();

    private static DateTimeOffset Now(HttpContext context) =>
        context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static IResult Back(TradeKey figure) => Results.LocalRedirect($"~{FigurePage.AddressOf(figure)}#{Anchor}");

    /// <summary>What a form says.</summary>
    private sealed record Sent(TradeKey Figure, string Id, string Text, string Name)
    {
        public bool IsIncomplete =>
            Text.Length is 0 or > Challenge.MaxTextLength || Name.Length is 0 or > Challenge.MaxNameLength;
    }
}
