using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>The feed of approved summaries.</summary>
public sealed class SummaryFeed
{
    [Function(nameof(SummaryFeed))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "summaries.atom")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
