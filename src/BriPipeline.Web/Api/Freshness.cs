using System.Globalization;
using BriPipeline.Core.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace BriPipeline.Web.Api;

/// <summary>Figures change by imports only, so the number of the last import tells whether an answer is still good.</summary>
internal static class Freshness
{
    /// <summary>Sets the tag of the answer; true where the caller has that answer already.</summary>
    public static async Task<bool> IsKnownAsync(HttpContext context, Format format)
    {
        // Asked before the rows are: an import that ends meanwhile makes the tag too old and never too new.
        var head = await context.RequestServices.GetRequiredService<IFeed>().FindHeadAsync(context.RequestAborted);
        var build = typeof(Freshness).Module.ModuleVersionId.ToString("N")[..8];
        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{head}.{format.Name}.{build}\""),
            isWeak: true
        );
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept, Accept-Encoding";
        return EntityTagHeaderValue.TryParseList(
                [.. context.Request.Headers.IfNoneMatch.OfType<string>()],
                out var known
            ) && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
    }
}
