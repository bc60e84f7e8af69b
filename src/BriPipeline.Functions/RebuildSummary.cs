using BriPipeline.Web;
using BriPipeline.Web.Access;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Compiles one summary now: the record as JSON, or 409 with the reason why there is no edition.</summary>
public sealed class RebuildSummary
{
    [Function(nameof(RebuildSummary))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "summaries/{subject}/{period}")] HttpRequest request,
        string subject,
        string period
    ) =>
        Guard.RunAsync(
            request.HttpContext,
            // The host has asked for the function's key already.
            Endpoints.RebuildSummary with
            {
                Right = Right.None,
                Handler = context => SummaryHandlers.RebuildAsync(context, subject, period),
            }
        );
}
