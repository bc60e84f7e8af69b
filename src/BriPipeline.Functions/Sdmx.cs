using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Addresses for clients of SDMX.</summary>
public sealed class Sdmx
{
    [Function(nameof(Sdmx))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sdmx/{*rest}")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
