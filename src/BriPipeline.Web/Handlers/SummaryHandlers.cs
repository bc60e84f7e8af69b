using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;
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
        var newestFirst = summaries
            .OrderByDescending(summary => summary.Period)
            .ThenBy(summary => summary.Subject, StringComparer.Ordinal)
            .ToList();
        return Page.Of<SummariesPage>(
            (nameof(SummariesPage.Summaries), newestFirst),
            (nameof(SummariesPage.Health), await HealthHandlers.CheckAsync(context))
        );
    }

    /// <summary>The newest edition in its English document.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        if (ReadPeriod((string)context.GetRouteValue("period")!) is not { } period)
        {
            return Problem.NotFound.ToResult();
        }

        var subject = (string)context.GetRouteValue("subject")!;
        var store = context.RequestServices.GetRequiredService<ISummaryStore>();
        var summary = await store.FindAsync(subject, period, context.RequestAborted);
        var document = summary?.Documents.FirstOrDefault(name => name.EndsWith("/en.html", StringComparison.Ordinal));
        return document is null
            ? Problem.NotFound.ToResult()
            : Page.Of<SummaryPage>((nameof(SummaryPage.Summary), summary), (nameof(SummaryPage.Document), document));
    }

    public static async Task<IResult> CompileAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await services
            .GetRequiredService<SummaryRun>()
            .CompileDueAsync(services.GetRequiredService<ReportingCalendar>().Today, context.RequestAborted);
        return Results.LocalRedirect("~/summaries");
    }

    private static TimePeriod? ReadPeriod(string text)
    {
        try
        {
            return TimePeriod.Parse(text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
