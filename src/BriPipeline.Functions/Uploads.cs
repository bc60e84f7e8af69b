using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>The pages of uploads. One function a first folder: a function for any address would take the host's own from it.</summary>
public sealed class Uploads
{
    [Function(nameof(Uploads))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "uploads/{*rest}")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
