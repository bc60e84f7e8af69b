using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>The page of uploads at the root: an optional part that can only be empty, because an empty route means the function's name.</summary>
public sealed class Start
{
    [Function(nameof(Start))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{none:maxlength(0)?}")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
