using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>What each version of an upload got back.</summary>
public sealed class Reports
{
    [Function(nameof(Reports))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{*rest}")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
