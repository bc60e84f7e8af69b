using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Compiles one summary now, for an Operator.</summary>
public sealed class RebuildSummary
{
    [Function(nameof(RebuildSummary))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "summaries/{subject}/{period}")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
