using BriPipeline.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions;

/// <summary>Which language the pages speak.</summary>
public sealed class Language
{
    [Function(nameof(Language))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "language")] HttpRequest request
    ) => Endpoints.AnswerAsync(request.HttpContext);
}
