using BriPipeline.Web;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Says whether the data account works: 200 or 503, with a line a part.</summary>
public sealed class Health
{
    [Function(nameof(Health))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request
    ) => Guard.RunAsync(request.HttpContext, Endpoints.Health);
}
