using BriPipeline.Core.Reports;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Files that the pipeline wrote: documents of summaries, reports of uploads.</summary>
public static class DocumentHandlers
{
    /// <summary>They stand alone: their own style, no script, nothing fetched from anywhere.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; base-uri 'none'";

    /// <summary>Of a blob.</summary>
    private const int MaxNameLength = 1024;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    public static Task<IResult> SummaryDocumentAsync(HttpContext context) =>
        ServeAsync(context, context.RequestServices.GetRequiredService<ISummaryStore>().FindDocumentAsync);

    public static Task<IResult> ReportAsync(HttpContext context) =>
        ServeAsync(context, context.RequestServices.GetRequiredService<IReportStore>().FindAsync);

    private static async Task<IResult> ServeAsync(
        HttpContext context,
        Func<string, CancellationToken, Task<byte[]?>> find
    )
    {
        var name = (string?)context.GetRouteValue("name") ?? "";
        if (
            name.Length > MaxNameLength
            || name.Any(char.IsControl)
            || !ContentTypes.TryGetValue(Path.GetExtension(name), out var contentType)
            || await find(name, context.RequestAborted) is not { } content
        )
        {
            return Problem.NotFound.ToResult();
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        // Workbooks are for keeping; what browsers can show, they show.
        var fileName = Path.GetExtension(name) == ".xlsx" ? Path.GetFileName(name) : null;
        return Results.Bytes(content, contentType, fileName);
    }
}
