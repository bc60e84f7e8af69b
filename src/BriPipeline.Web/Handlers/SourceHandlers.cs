using System.Text.Json;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>What is known of the sources: their profiles, and the names that all of them share.</summary>
public static class SourceHandlers
{
    private const string AliasesName = "aliases.json";
    private const int MaxTextLength = 200_000;

    /// <summary>As long as the field of the page.</summary>
    private const int MaxSought = 100;

    public static async Task<IResult> ListAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var reference = services.GetRequiredService<IReferenceStore>();
        var named = await reference.ListSourcesAsync(context.RequestAborted).ToListAsync(context.RequestAborted);
        var uploaded = await services
            .GetRequiredService<ILedger>()
            .ListAsync(null, context.RequestAborted)
            .Select(upload => upload.Source)
            .Where(SourceName.IsValid)
            .Distinct()
            .ToListAsync(context.RequestAborted);
        var sources = new List<SourceLine>();
        foreach (var name in named.Union(uploaded, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            try
            {
                sources.Add(new(name, await reference.FindProfileAsync(name, context.RequestAborted), false));
            }
            catch (JsonException)
            {
                sources.Add(new(name, null, true));
            }
        }

        var sought = context.Request.Query["find"].ToString().Trim();
        sought = sought.Length > MaxSought ? sought[..MaxSought] : sought;
        return Page.Of<SourcesPage>(
            (nameof(SourcesPage.Sources), sources),
            (
                nameof(SourcesPage.Timeliness),
                await services.GetRequiredService<SourceTimeliness>().ReadAsync(context.RequestAborted)
            ),
            (nameof(SourcesPage.Today), services.GetRequiredService<ReportingCalendar>().Today),
            (nameof(SourcesPage.Sought), sought),
            (nameof(SourcesPage.Found), sought.Length == 0 ? [] : Gallery.Standard.Find(sought))
        );
    }

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var name = NameOf(context);
        if (!SourceName.IsValid(name))
        {
            return Problem.NotFound.ToResult();
        }

        // A profile that is stored is not replaced by one of the gallery.
        var entry = await context
            .RequestServices.GetRequiredService<IReferenceStore>()
            .FindTextAsync(ProfileName(name), context.RequestAborted)
            is null
            ? Gallery.Standard.Named(context.Request.Query["from"].ToString())
            : null;
        return Page.Of<SourcePage>(
            (nameof(SourcePage.Name), name),
            (nameof(SourcePage.Json), entry?.ToProfile(name).ToJson() ?? await ProfileTextAsync(context, name)),
            (nameof(SourcePage.From), entry),
            (nameof(SourcePage.Layout), await LayoutTextAsync(context, name)),
            (nameof(SourcePage.Answers), (await ProfileAsync(context, name))?.Answers ?? []),
            (
                nameof(SourcePage.IsSaved),
                context.Request.Query.ContainsKey("saved") || context.Request.Query.ContainsKey("answered")
            )
        );
    }

    /// <summary>Tries a profile on the last upload of the source, or saves it. One that is not well formed is shown again with the
    /// reason; nothing is stored then.</summary>
    public static async Task<IResult> ChangeAsync(HttpContext context)
    {
        var name = NameOf(context);
        if (!SourceName.IsValid(name) || await TextOfAsync(context, name) is not var (json, isTrial))
        {
            return Problem.NotFound.ToResult();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var layout = form.ContainsKey(LayoutForm.Mark) ? LayoutForm.JsonOf(form) : ProfileForm.Typed(form, "layout");
        SourceProfile profile;
        try
        {
            profile = SourceProfile.Parse(json);
            // A layout without a text is none.
            _ = layout.Length == 0 ? profile : profile.WithPinned(layout);
        }
        catch (JsonException wrong)
        {
            return Shown((nameof(SourcePage.Wrong), wrong.Message));
        }

        if (profile.Name != name)
        {
            return Shown((nameof(SourcePage.OtherName), profile.Name));
        }

        if (isTrial)
        {
            return Shown(
                (
                    nameof(SourcePage.Trial),
                    await TryAsync(context, layout.Length == 0 ? profile : profile.WithPinned(layout))
                )
            );
        }

        var reference = context.RequestServices.GetRequiredService<IReferenceStore>();
        await reference.PutProfileAsync(profile, context.RequestAborted);
        if (layout.Length > 0 || await reference.FindTextAsync(LayoutName(name), context.RequestAborted) is not null)
        {
            await reference.PutTextAsync(LayoutName(name), layout, context.RequestAborted);
        }

        return Results.LocalRedirect($"~/sources/{name}?saved=1");

        IResult Shown((string, object?) what) =>
            Page.Of<SourcePage>(
                (nameof(SourcePage.Name), name),
                (nameof(SourcePage.Json), json),
                (nameof(SourcePage.Layout), layout),
                what
            );
    }

    public static async Task<IResult> AliasesAsync(HttpContext context) =>
        Page.Of<AliasesPage>(
            (
                nameof(AliasesPage.Json),
                await context
                    .RequestServices.GetRequiredService<IReferenceStore>()
                    .FindTextAsync(AliasesName, context.RequestAborted)
                    ?? "{\n}"
            ),
            (nameof(AliasesPage.IsSaved), context.Request.Query.ContainsKey("saved"))
        );

    public static async Task<IResult> ChangeAliasesAsync(HttpContext context)
    {
        if (await TextOfAsync(context) is not var (json, _))
        {
            return Problem.NotFound.ToResult();
        }

        try
        {
            SourceProfile.Unknown("all").WithSharedAliases(json);
        }
        catch (JsonException wrong)
        {
            return Page.Of<AliasesPage>((nameof(AliasesPage.Json), json), (nameof(AliasesPage.Wrong), wrong.Message));
        }

        await context
            .RequestServices.GetRequiredService<IReferenceStore>()
            .PutTextAsync(AliasesName, json, context.RequestAborted);
        return Results.LocalRedirect("~/aliases?saved=1");
    }

    private static string ProfileName(string source) => $"sources/{source}.json";

    private static string LayoutName(string source) => $"layouts/{source}.json";

    /// <summary>The pinned layout of the source; where <c>?pin</c> asks for one, the layout of its last upload as it was recognised:
    /// for those who may save it, since the upload is read for it.</summary>
    private static async Task<string> LayoutTextAsync(HttpContext context, string name)
    {
        var callers = context.RequestServices.GetRequiredService<ICallers>();
        if (
            context.Request.Query.ContainsKey("pin")
            && callers.Find(context.Request)?.May(Right.Operate) == true
            && await ProfileAsync(context, name) is { } profile
        )
        {
            var (_, recognised) = await TryAsync(context, profile, reading => reading.Layout);
            return recognised is null ? "" : PinnedTables.Of(recognised)?.ToJson() ?? "";
        }

        return await context
                .RequestServices.GetRequiredService<IReferenceStore>()
                .FindTextAsync(LayoutName(name), context.RequestAborted)
            ?? "";
    }

    /// <summary>Null where the stored profile cannot be read.</summary>
    private static async Task<SourceProfile?> ProfileAsync(HttpContext context, string name)
    {
        try
        {
            return SourceProfile.Parse(await ProfileTextAsync(context, name));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<ProfileTrial> TryAsync(HttpContext context, SourceProfile profile)
    {
        var (upload, reading) = await TryAsync(context, profile, reading => reading.ToResult());
        return new(upload, reading);
    }

    /// <summary>Reads the newest archived upload of the source with the profile; nothing is stored.</summary>
    private static async Task<(UploadRecord? Upload, T? Read)> TryAsync<T>(
        HttpContext context,
        SourceProfile profile,
        Func<Reading, T?> take
    )
        where T : class
    {
        var services = context.RequestServices;
        var upload = await services
            .GetRequiredService<ILedger>()
            .ListAsync(profile.Name, context.RequestAborted)
            .FirstOrDefaultAsync(upload => upload.Sha256 is not null, context.RequestAborted);
        if (upload is null)
        {
            return (null, null);
        }

        var ports = services.GetRequiredService<ImportPorts>();
        await using var archived = await ports.Archive.FindAsync(upload.Sha256!, context.RequestAborted);
        if (archived is null)
        {
            return (null, null);
        }

        if (await ports.Reference.FindTextAsync(AliasesName, context.RequestAborted) is { } aliases)
        {
            profile = profile.WithSharedAliases(aliases);
        }

        var today = services.GetRequiredService<ReportingCalendar>().Today;
        var name = upload.Path[(upload.Path.LastIndexOf('/') + 1)..];
        return (upload, take(Reading.Read(archived.Content, name, profile, today: today)));
    }

    private static async Task<string> ProfileTextAsync(HttpContext context, string name) =>
        await context
            .RequestServices.GetRequiredService<IReferenceStore>()
            .FindTextAsync(ProfileName(name), context.RequestAborted)
        ?? SourceProfile.Unknown(name).ToJson();

    /// <summary>The text of the form, and whether it is only to be tried.</summary>
    /// <param name="source">Of a profile; null for the names that all sources share. Either may have fields instead of a text.</param>
    private static async Task<(string Json, bool IsTrial)?> TextOfAsync(HttpContext context, string? source = null)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var json =
            !form.ContainsKey(ProfileForm.Mark) ? form["json"].ToString()
            : source is null ? ProfileForm.AliasesOf(form)
            : ProfileForm.JsonOf(source, form, (await ProfileAsync(context, source))?.ToJson() ?? "{}");
        return json is { Length: > 0 and <= MaxTextLength } ? (json, form["do"] == "try") : null;
    }

    private static string NameOf(HttpContext context) => (string?)context.GetRouteValue("source") ?? "";
}

/// <summary>A source in the list.</summary>
/// <param name="Profile">Null where it has none, or none that can be read.</param>
public sealed record SourceLine(string Name, SourceProfile? Profile, bool IsBroken);

/// <summary>What a profile makes of an upload; nothing where there is none to try it on.</summary>
public sealed record ProfileTrial(UploadRecord? Upload, ReadingResult? Reading);
