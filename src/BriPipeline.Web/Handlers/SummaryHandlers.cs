using System.Globalization;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The summaries: the list, one of them to read, and compiling what is due at once.</summary>
public static class SummaryHandlers
{
    public static async Task<IResult> ListAsync(HttpContext context)
    {
        var summaries = await context
            .RequestServices.GetRequiredService<ISummaryStore>()
            .ListAsync(context.RequestAborted)
            .ToListAsync(context.RequestAborted);
        var words = SearchHandlers.WordsOf(context.Request);
        var newestFirst = SummaryGroups
            .Find(summaries, words)
            .OrderByDescending(summary => summary.Period)
            .ThenBy(summary => summary.Subject, StringComparer.Ordinal)
            .ToList();
        return Page.Of<SummariesPage>(
            (nameof(SummariesPage.Words), words),
            (nameof(SummariesPage.Summaries), newestFirst),
            (nameof(SummariesPage.Health), await HealthHandlers.CheckAsync(context))
        );
    }

    /// <summary>One edition in one language: the newest in the page's unless <c>?edition=</c> and <c>?language=</c> say else.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } summary)
        {
            return Problem.NotFound.ToResult();
        }

        var query = context.Request.Query;
        if (summary.Edition == 0 || query.ContainsKey("choose"))
        {
            return Page.Of<SummaryChoicePage>(
                (nameof(SummaryChoicePage.Summary), summary),
                (nameof(SummaryChoicePage.Candidates), await CandidatesAsync(context, summary.Period))
            );
        }

        var edition =
            int.TryParse(query["edition"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            && asked >= 1
            && asked <= summary.Edition
                ? asked
                : summary.Edition;
        var language = query["language"].ToString() is { Length: > 0 } named
            ? named
            : PageTexts.Of(context.Request).Language;
        var told = await FactsAsync(context, summary, edition);
        var newest = edition == summary.Edition ? told : await FactsAsync(context, summary, summary.Edition);
        return Page.Of<SummaryPage>(
            (nameof(SummaryPage.Summary), summary),
            (nameof(SummaryPage.Edition), edition),
            (nameof(SummaryPage.Revisions), edition > 1 ? told?.Revisions : null),
            (nameof(SummaryPage.IsDoubted), newest?.Doubted.Count > 0),
            (
                nameof(SummaryPage.Challenges),
                told is null ? 0 : await ChallengeHandlers.CountOpenAsync(context, told.Rows.Keys)
            ),
            (
                nameof(SummaryPage.Language),
                SummaryTexts.All.Any(texts => texts.Language == language) ? language : SummaryTexts.English.Language
            )
        );
    }

    /// <summary>Compiles one summary now, whether it is due or not. A form is answered by a page; a program by the record as JSON,
    /// 200 where there is an edition, else 409 with the reason.</summary>
    public static async Task<IResult> RebuildAsync(HttpContext context)
    {
        if (PeriodOf(context) is not { } period)
        {
            return Problem.NotFound.ToResult();
        }

        var record = await context
            .RequestServices.GetRequiredService<SummaryRun>()
            .CompileAsync(SubjectOf(context), period, context.RequestAborted);
        if (context.Request.HasFormContentType)
        {
            return record.Edition > 0
                ? Results.LocalRedirect("~" + Text.AddressOf(record))
                : Problem.NoEdition(record.Reason ?? "").ToResult();
        }

        return Results.Json(
            new
            {
                subject = record.Subject,
                period = record.Period.ToString(),
                edition = record.Edition,
                approved = record.Approved,
                documents = record.Documents,
                reason = record.Reason,
            },
            statusCode: record.Reason is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict
        );
    }

    /// <summary>Writes which series the subject's summaries are made from, and compiles this one with it.</summary>
    public static async Task<IResult> ChooseAsync(HttpContext context)
    {
        if (PeriodOf(context) is not { } period || !context.Request.HasFormContentType)
        {
            return Problem.NotFound.ToResult();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = (await CandidatesAsync(context, period)).FirstOrDefault(one =>
            one.Choice.ToString() == form["choice"].ToString()
        );
        if (chosen is null)
        {
            return Problem.Moved.ToResult();
        }

        await context
            .RequestServices.GetRequiredService<SummaryRun>()
            .ChooseAsync(SubjectOf(context), chosen.Choice, context.RequestAborted);
        return await RebuildAsync(context);
    }

    private static Task<IReadOnlyList<SummaryCandidate>> CandidatesAsync(HttpContext context, TimePeriod period) =>
        context
            .RequestServices.GetRequiredService<SummaryRun>()
            .CandidatesAsync(SubjectOf(context), period, context.RequestAborted);

    /// <summary>Puts the name of the form on the newest edition; where findings are open about its figures, with the reason.</summary>
    public static async Task<IResult> ApproveAsync(HttpContext context)
    {
        if (PeriodOf(context) is not { } period)
        {
            return Problem.NotFound.ToResult();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form["name"].ToString().Trim();
        if (name.Length is 0 or > MaxNameLength)
        {
            return Problem.NameMissing.ToResult();
        }

        var reason = form["reason"].ToString().Trim();
        if (reason.Length > MaxReasonLength)
        {
            return Problem.ReasonMissing.ToResult();
        }

        var record = await context
            .RequestServices.GetRequiredService<SummaryRun>()
            .ApproveAsync(SubjectOf(context), period, name, reason, context.RequestAborted);
        return record switch
        {
            null => Problem.NotFound.ToResult(),
            { Approved: false } => Problem.ReasonMissing.ToResult(),
            _ => Results.LocalRedirect("~" + Text.AddressOf(record)),
        };
    }

    /// <summary>The approved editions as an Atom feed.</summary>
    public static async Task<IResult> FeedAsync(HttpContext context)
    {
        var approved = await context
            .RequestServices.GetRequiredService<ISummaryStore>()
            .ListAsync(context.RequestAborted)
            .Where(summary => summary.Approval is not null)
            .ToListAsync(context.RequestAborted);
        return Results.Bytes(
            SummaryFeed.Write(approved, Page.RootOf(context.Request)),
            "application/atom+xml; charset=utf-8"
        );
    }

    public static async Task<IResult> CompileAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await services
            .GetRequiredService<SummaryRun>()
            .CompileDueAsync(services.GetRequiredService<ReportingCalendar>().Today, context.RequestAborted);
        return Results.LocalRedirect("~/summaries");
    }

    private const int MaxNameLength = 100;
    private const int MaxReasonLength = 500;

    private static async Task<SummaryRecord?> FindAsync(HttpContext context) =>
        PeriodOf(context) is { } period
            ? await context
                .RequestServices.GetRequiredService<ISummaryStore>()
                .FindAsync(SubjectOf(context), period, context.RequestAborted)
            : null;

    private static async Task<MonthlySummary?> FactsAsync(HttpContext context, SummaryRecord summary, int edition) =>
        await context
            .RequestServices.GetRequiredService<ISummaryStore>()
            .FindDocumentAsync(summary.NameOf(edition, "facts.json"), context.RequestAborted)
            is { } facts
            ? SummaryFacts.Read(facts)
            : null;

    private static string SubjectOf(HttpContext context) => (string)context.GetRouteValue("subject")!;

    private static TimePeriod? PeriodOf(HttpContext context)
    {
        try
        {
            return TimePeriod.Parse((string)context.GetRouteValue("period")!);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
