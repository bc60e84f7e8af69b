using BriPipeline.Core.Summaries;
using BriPipeline.Web.Rows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Api;

/// <summary>Summaries for programs: which there are, and where their documents lie.</summary>
internal static class SummaryApi
{
    public static Task<IResult> ListAsync(HttpContext context) => AnswerAsync(context, _ => true);

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var subject = (string?)context.GetRouteValue("subject");
        var text = (string?)context.GetRouteValue("period") ?? "";
        var period = Parameters.ReadPeriod(text) ?? throw RefusedException.Parameter("period", text, "is no period");
        return await AnswerAsync(
            context,
            summary => summary.Subject == subject && summary.Period == period,
            mustBe: true
        );
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        Func<SummaryRecord, bool> isMeant,
        bool mustBe = false
    )
    {
        var format = Format.Of(context.Request, Format.Rows);
        var rows = await context
            .RequestServices.GetRequiredService<ISummaryStore>()
            .ListAsync(context.RequestAborted)
            .Where(isMeant)
            .ToListAsync(context.RequestAborted);
        return rows.Count == 0 && mustBe
            ? throw RefusedException.NotFound("There is no summary of this subject and period.")
            : new RowStream<SummaryRecord>(
                FigureHandlers.WriterOf(context.Request, format, "summaries", Tables.Summaries),
                rows,
                AsyncEnumerable.Empty<SummaryRecord>(),
                next: null
            );
    }
}
