using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Addresses for programs. Who may call which is told by the table of addresses; the platform signs callers in.</summary>
public sealed class Api
{
    [Function(nameof(Api))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "put", "post", Route = "api/{*rest}")]
            HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
