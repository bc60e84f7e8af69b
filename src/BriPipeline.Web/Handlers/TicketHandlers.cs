using System.Globalization;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Lets browsers send files straight to storage, where there is an identity to sign for them: large files then do not pass
/// through the app. What arrives is checked like any other upload when it is imported.</summary>
public static class TicketHandlers
{
    private const int MaxFiles = 100;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>For a form's <c>source</c>, <c>name</c>s and <c>size</c>s: an address for each file, to which it is put as a block blob
    /// within ten minutes, and where to go then. A file that is there is only replaced where <c>replace</c> is <c>true</c>.</summary>
    public static async Task<IResult> GiveAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (
            services.GetService<IUploadTickets>() is not { Origin: not null } tickets
            || !context.Request.HasFormContentType
        )
        {
            return Problem.NotFound.ToJson();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var source = form["source"].ToString().Trim();
        string[] names = [.. form["name"].Select(name => UploadHandlers.NameOf(name ?? ""))];
        long?[] sizes =
        [
            .. form["size"]
                .Select(size =>
                    long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                        ? bytes
                        : (long?)null
                ),
        ];
        if (Refusal(source, names, sizes) is { } refusal)
        {
            return refusal.ToJson();
        }

        if (!await SourceRights.MayWriteAsync(context, source))
        {
            return Problem.NotYours(source).ToJson();
        }

        var mayReplace = form["replace"] == "true";
        if (await Replacement.RefusalAsync(context, source, names, mayReplace) is { } replacing)
        {
            return replacing.ToJson();
        }

        var files = new List<object>(names.Length);
        foreach (var name in names)
        {
            var url = await tickets.SignAsync(source, name, mayReplace, Lifetime, context.RequestAborted);
            files.Add(new { name, url = url.AbsoluteUri });
        }

        return Results.Json(new { files, next = UploadHandlers.ListAfter(context, source) });
    }

    private static Problem? Refusal(string source, string[] names, long?[] sizes) =>
        !SourceName.IsValid(source) ? Problem.BadForm("badSource", source)
        : names.Length is 0 or > MaxFiles || sizes.Length != names.Length ? Problem.BadForm("noFile")
        : Array.FindIndex(names, name => name.Length == 0) is >= 0 and var unnamed
            ? Problem.BadForm("emptyFile", names[unnamed])
        : Array.FindIndex(sizes, size => size is null or 0) is >= 0 and var empty
            ? Problem.BadForm("emptyFile", names[empty])
        : sizes.Any(size => size > UploadLimits.FormBytes) ? Problem.TooLarge(UploadLimits.FormBytes)
        : null;
}
