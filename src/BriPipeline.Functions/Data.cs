using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>The pages of figures.</summary>
public sealed class Data
{
    [Function(nameof(Data))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "data/{*rest}")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
