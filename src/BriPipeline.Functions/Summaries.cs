using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>The pages of summaries.</summary>
public sealed class Summaries
{
    [Function(nameof(Summaries))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "summaries/{*rest}")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
