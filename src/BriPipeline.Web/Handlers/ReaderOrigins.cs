using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Pages of other sites that may read answers for programs: the setting <c>ReaderOrigins</c>, origins parted by
/// commas. None where it is not set; nobody else's page may ever send.</summary>
internal static class ReaderOrigins
{
    private const string Setting = "ReaderOrigins";

    public static void Allow(HttpContext context)
    {
        var listed = context.RequestServices.GetRequiredService<IConfiguration>()[Setting];
        if (string.IsNullOrWhiteSpace(listed))
        {
            return;
        }

        context.Response.Headers.Append("Vary", "Origin");
        var origin = context.Request.Headers.Origin.ToString();
        if (
            listed
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Contains(origin, StringComparer.OrdinalIgnoreCase)
        )
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.AccessControlExposeHeaders = "ETag, Link";
        }
    }
}
