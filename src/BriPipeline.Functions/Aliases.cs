using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>The page of names that all sources share.</summary>
public sealed class Aliases
{
    [Function(nameof(Aliases))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "aliases")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
