using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriPipeline.Web;

/// <summary>The addresses of the page and who answers them.</summary>
public static class Endpoints
{
    private static readonly (string Method, string Pattern, Func<HttpContext, Task<IResult>> Handler)[] Table =
    [
        ("GET", "/", UploadHandlers.ListAsync),
        ("POST", "/uploads", UploadHandlers.ReceiveAsync),
        ("POST", "/uploads/accept", UploadHandlers.AcceptAsync),
        ("POST", "/uploads/retry", UploadHandlers.RetryAsync),
        ("GET", "/uploads/{source}/{**path}", UploadHandlers.ShowAsync),
        ("GET", "/reports/{**name}", DocumentHandlers.ReportAsync),
        ("POST", "/samples", SampleFiles.ImportAsync),
        ("GET", "/summaries", SummaryHandlers.ListAsync),
        ("POST", "/summaries", SummaryHandlers.CompileAsync),
        ("GET", "/summaries.atom", SummaryHandlers.FeedAsync),
        ("GET", "/summaries/{subject}/{period}", SummaryHandlers.ShowAsync),
        ("POST", "/summaries/{subject}/{period}", SummaryHandlers.RebuildAsync),
        ("POST", "/summaries/{subject}/{period}/approve", SummaryHandlers.ApproveAsync),
        ("GET", "/documents/{**name}", DocumentHandlers.SummaryDocumentAsync),
        ("GET", "/health", HealthHandlers.HealthAsync),
        ("GET", "/assets/{**name}", Asset.ServeAsync),
        ("GET", "/{**rest}", _ => Task.FromResult(Problem.NotFound.ToResult())),
    ];

    public static IEndpointRouteBuilder MapBriPipeline(this IEndpointRouteBuilder app)
    {
        foreach (var (method, pattern, handler) in Table)
        {
            app.MapMethods(
                pattern,
                [method],
                async context =>
                {
                    var result = await Guard.RunAsync(context, handler);
                    await result.ExecuteAsync(context);
                }
            );
        }

        return app;
    }
}
