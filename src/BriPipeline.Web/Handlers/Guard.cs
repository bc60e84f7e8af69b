using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Web.Handlers;

/// <summary>What every handler needs, in both hosts: the headers of safety, the check of the origin, and a page for what fails.</summary>
public static partial class Guard
{
    /// <summary>Pages fetch nothing from elsewhere and run no script but our own.</summary>
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

    /// <summary>Runs a handler; never throws for what the handler throws, but for a request that was given up.</summary>
    public static async Task<IResult> RunAsync(HttpContext context, Func<HttpContext, Task<IResult>> handler)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = PagePolicy;
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (!IsOwnOrigin(context.Request))
        {
            return Problem.OtherOrigin.ToResult();
        }

        try
        {
            return await handler(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            LogFault(Logger(context), fault, context.Request.Method, context.Request.Path);
            return (IsStorageFault(fault) ? Problem.StorageFault(FirstLine(fault.Message)) : Problem.Broken).ToResult();
        }
    }

    /// <summary>Browsers name the origin of every form they send; programs that are no browser name none.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            : string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The storage client gathers the failures of its retries.</summary>
    private static bool IsStorageFault(Exception fault) =>
        fault is RequestFailedException
        || (fault is AggregateException all && all.InnerExceptions.All(one => one is RequestFailedException));

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("BriPipeline.Web");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception fault, string method, string path);
}
