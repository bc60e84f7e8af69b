using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>The page of how the installation is.</summary>
public sealed class Status
{
    [Function(nameof(Status))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "status")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
