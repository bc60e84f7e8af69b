using BriPipeline.Web.Access;
using BriPipeline.Web.Api;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web;

/// <summary>An address of the app: who may call it, and who answers.</summary>
/// <param name="Pattern">A route of ASP.NET Core.</param>
/// <param name="Api">What programs must know of it; null for pages.</param>
public sealed record Address(
    string Method,
    string Pattern,
    Right Right,
    Func<HttpContext, Task<IResult>> Handler,
    ApiDescription? Api = null
);
