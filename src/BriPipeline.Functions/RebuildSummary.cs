using BriPipeline.Web;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Compiles one summary now, for an Operator: the record as JSON, or 409 with the reason why there is no edition.</summary>
public sealed class RebuildSummary
{
    [Function(nameof(RebuildSummary))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "summaries/{subject}/{period}")] HttpRequest request,
        string subject,
        string period
    ) =>
        Guard.RunAsync(
            request.HttpContext,
            Endpoints.RebuildSummary with
            {
                Handler = context => SummaryHandlers.RebuildAsync(context, subject, period),
            }
        );
}
