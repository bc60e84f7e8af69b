using BriPipeline.Web.Documentation;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BriPipeline.Web.Handlers;

/// <summary>The documentation that comes along: <c>docs/store.md</c> at <c>/docs/store</c>, schemas and pictures under their names.</summary>
internal static class DocumentationHandlers
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".xml"] = "application/xml",
        // Browsers hand the file over to Power BI.
        [".pbids"] = "application/octet-stream",
    };

    internal static Task<IResult> ShowAsync(HttpContext context)
    {
        var name = context.GetRouteValue("name") as string ?? "";
        var page = name.Length == 0 ? Path.GetFileNameWithoutExtension(DocumentationPage.Index) : name;
        var result =
            DocumentationFiles.Page(page) is { } found
                ? Page.Of<DocsPage>((nameof(DocsPage.Content), found), (nameof(DocsPage.IsIndex), name.Length == 0))
            : ContentTypes.TryGetValue(Path.GetExtension(name), out var type)
            && DocumentationFiles.Find(name) is { } content
                ? Results.Bytes(content, type)
            : Problem.NotFound.ToResult();
        return Task.FromResult(result);
    }
}
