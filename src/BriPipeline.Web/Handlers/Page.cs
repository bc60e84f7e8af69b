using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriPipeline.Web.Handlers;

/// <summary>A page as the result of a handler.</summary>
internal static class Page
{
    internal static PageResult<T> Of<T>(params (string Parameter, object? Value)[] parameters)
        where T : PageBase => new(parameters);

    /// <summary>The address of the app as whoever asks knows it.</summary>
    internal static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}

/// <summary>Renders the page in the language of whoever asked.</summary>
internal sealed class PageResult<T>((string Parameter, object? Value)[] parameters) : IResult
    where T : PageBase
{
    internal int StatusCode { get; init; } = StatusCodes.Status200OK;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = PageTexts.Of(httpContext.Request);
        LanguageHandlers.Follow(httpContext, texts.Language);
        var all = parameters.ToDictionary(one => one.Parameter, one => one.Value, StringComparer.Ordinal);
        all.Add(nameof(PageBase.T), texts);
        // A request of HTTP/1.0 may name no host, and pages are not rendered without one.
        if (!httpContext.Request.Host.HasValue)
        {
            httpContext.Request.Host = new HostString("localhost");
        }

        return new RazorComponentResult<T>(all) { StatusCode = StatusCode }.ExecuteAsync(httpContext);
    }
}
