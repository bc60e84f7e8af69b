using System.Text.Json;
using BriPipeline.Core.Sources;
using BriPipeline.Web.Api;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Access;

/// <summary>Who may write to a source: operators, and the uploaders whom its profile names.</summary>
internal static class SourceRights
{
    /// <exception cref="RefusedException">The caller may not.</exception>
    public static async Task DemandAsync(HttpContext context, string source)
    {
        if (!await MayWriteAsync(context, source))
        {
            throw new RefusedException(Problem.NotYours(source));
        }
    }

    public static async Task<bool> MayWriteAsync(HttpContext context, string source)
    {
        if (context.RequestServices.GetRequiredService<ICallers>().Find(context.Request) is not { } caller)
        {
            return false;
        }

        if (caller.May(Right.Operate))
        {
            return true;
        }

        try
        {
            var profile = await context
                .RequestServices.GetRequiredService<IReferenceStore>()
                .FindProfileAsync(source, context.RequestAborted);
            return caller.May(Right.Upload) && (profile?.Uploaders ?? []).Any(caller.Groups.Contains);
        }
        catch (JsonException)
        {
            // A profile that cannot be read names nobody.
            return false;
        }
    }
}
