using Azure;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Web.Handlers;

/// <summary>What every handler needs, in both hosts: the headers of safety, the check of the origin, and a page for what fails.</summary>
public static partial class Guard
{
    /// <summary>Pages fetch nothing from elsewhere and run no script but our own.</summary>
    private static string PagePolicy(HttpContext context) =>
        $"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src {Reached(context)}; "
        + "form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

    /// <summary>The app itself, and the storage account where files go straight there.</summary>
    private static string Reached(HttpContext context) =>
        context.RequestServices.GetService<IUploadTickets>()?.Origin is { } origin
            ? $"'self' {origin.GetLeftPart(UriPartial.Authority)}"
            : "'self'";

    /// <summary>Runs the handler of an address for whoever may call it; never throws for what the handler throws, but for a request
    /// that was given up.</summary>
    public static async Task<IResult> RunAsync(HttpContext context, Address address)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = PagePolicy(context);
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (address.Api is not null && HttpMethods.IsGet(address.Method))
        {
            ReaderOrigins.Allow(context);
        }

        if (Refusal(context.Request, address) is { } refusal)
        {
            if (refusal == Problem.Unknown)
            {
                headers.WWWAuthenticate = "Bearer";
            }

            return refusal == Problem.Unknown && SignInAddress(context, address) is { } signIn
                ? Results.Redirect(signIn)
                : refusal.ToResult(address);
        }

        try
        {
            CheckParameters(context.Request, address.Api);
            return await address.Handler(context);
        }
        catch (RefusedException refused)
        {
            return refused.Problem.ToResult(address);
        }
        catch (UploadRefusedException refused)
        {
            return Problem.Refused(refused).ToResult(address);
        }
        catch (Exception unread) when (IsUnreadForm(unread))
        {
            return Problem.BadForm("brokenForm").ToResult(address);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            LogFault(Logger(context), fault, context.Request.Method, context.Request.Path);
            var problem = IsStorageFault(fault) ? Problem.StorageFault(FirstLine(fault.Message)) : Problem.Broken;
            return problem.ToResult(address);
        }
    }

    private static Problem? Refusal(HttpRequest request, Address address)
    {
        var callers = request.HttpContext.RequestServices.GetRequiredService<ICallers>();
        return callers.Find(request) is not { } caller ? Problem.OtherHost
            : !IsOwnOrigin(request) ? Problem.OtherOrigin
            : caller.May(address.Right) ? null
            : caller.IsKnown ? Problem.Forbidden
            : Problem.Unknown;
    }

    /// <summary>For a person who looks at a page; a program is told that it lacks a token.</summary>
    private static string? SignInAddress(HttpContext context, Address address) =>
        address.Api is null && HttpMethods.IsGet(context.Request.Method)
            ? context
                .RequestServices.GetRequiredService<ICallers>()
                .SignInAddress(context.Request.Path + context.Request.QueryString)
            : null;

    /// <summary>A parameter that an address does not know would silently limit nothing.</summary>
    private static void CheckParameters(HttpRequest request, ApiDescription? api)
    {
        if (api is null)
        {
            return;
        }

        foreach (var (name, value) in request.Query)
        {
            if (!api.Parameters.Any(parameter => parameter.Name == name))
            {
                var known = api.Parameters.Select(parameter => parameter.Name);
                throw RefusedException.Parameter(
                    name,
                    value.ToString(),
                    $"is none of {(api.Parameters.Count == 0 ? "this address" : string.Join(", ", known))}"
                );
            }
        }
    }

    /// <summary>Browsers name the origin of every form they send; programs that are no browser name none.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        // Where a proxy stands before the app, its name is not the one that the browser knows: the browser's own word counts first.
        var origin = request.Headers.Origin.ToString();
        return request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site is "same-origin" or "none"
            : origin.Length == 0
                || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What cannot be read of a form is no fault of ours.</summary>
    private static bool IsUnreadForm(Exception fault) => fault is InvalidDataException or BadHttpRequestException;

    /// <summary>The storage client gathers the failures of its retries.</summary>
    internal static bool IsStorageFault(Exception fault) =>
        fault is RequestFailedException
        || (fault is AggregateException all && all.InnerExceptions.All(one => one is RequestFailedException));

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("BriPipeline.Web");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception fault, string method, string path);
}
