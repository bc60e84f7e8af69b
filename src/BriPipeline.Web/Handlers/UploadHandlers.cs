using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Api;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The uploads: the list, one upload with its findings, and taking new ones in.</summary>
public static class UploadHandlers
{
    private const long SeenWithinSeconds = 10;

    public static async Task<IResult> ListAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var cancellation = context.RequestAborted;
        var health = await HealthHandlers.CheckAsync(context);
        var samples = services.GetService<SampleFiles>();
        var filter = UploadFilter.Of(context.Request);
        var uploads = await services
            .GetRequiredService<ILedger>()
            .ListAsync(filter.Source, cancellation)
            .Where(filter.Shows)
            .Skip(filter.Page * UploadLimits.ListedUploads)
            .Take(UploadLimits.ListedUploads + 1)
            .ToListAsync(cancellation);
        var profiles = await services
            .GetRequiredService<IReferenceStore>()
            .ListSourcesAsync(cancellation)
            .ToListAsync(cancellation);
        var sources = profiles
            .Union(uploads.Select(upload => upload.Source), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return Page.Of<UploadsPage>(
            (nameof(UploadsPage.Uploads), uploads.Take(UploadLimits.ListedUploads).ToList()),
            (nameof(UploadsPage.HasMore), uploads.Count > UploadLimits.ListedUploads),
            (
                nameof(UploadsPage.Before),
                await QueuePlaces.OfAsync(services.GetRequiredService<ILedger>(), uploads, cancellation)
            ),
            (nameof(UploadsPage.Filter), filter),
            (nameof(UploadsPage.Sources), sources.ToList()),
            (nameof(UploadsPage.Chosen), context.Request.Query["source"].ToString()),
            (nameof(UploadsPage.IsAwaiting), IsJustSent(context) || samples is { IsRunning: true }),
            (nameof(UploadsPage.HasSamples), samples is not null),
            (nameof(UploadsPage.IsDirect), services.GetService<IUploadTickets>()?.Origin is not null),
            (nameof(UploadsPage.SizeLimit), UploadLimits.FormBytes),
            (nameof(UploadsPage.Challenges), await ChallengeHandlers.CountOpenAsync(context)),
            (nameof(UploadsPage.Health), health)
        );
    }

    /// <summary>The newest version of a path, or the one that <c>?version=</c> or <c>?sha256=</c> names; <c>?sheet=</c> and <c>?cell=</c>
    /// point to a cell of it.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var source = (string)context.GetRouteValue("source")!;
        var path = (string)context.GetRouteValue("path")!;
        var versions = await context
            .RequestServices.GetRequiredService<ILedger>()
            .ListAsync(source, context.RequestAborted)
            .Where(upload => upload.Path == path)
            .ToListAsync(context.RequestAborted);
        var query = context.Request.Query;
        var upload =
            query["version"].ToString() is { Length: > 0 } version ? versions.Find(one => one.Version == version)
            : query["sha256"].ToString() is { Length: > 0 } sha256 ? versions.Find(one => one.Sha256 == sha256)
            : versions.FirstOrDefault();
        if (upload is null)
        {
            return Problem.NotFound.ToResult();
        }

        var questions = upload.IsOpen || upload != versions[0] ? [] : await QuestionApi.OpenOfAsync(context, upload);
        return Page.Of<UploadPage>(
            (nameof(UploadPage.Questions), questions),
            (nameof(UploadPage.Others), await OthersAsync(context, upload, questions)),
            (nameof(UploadPage.Upload), upload),
            (
                nameof(UploadPage.Before),
                (
                    await QueuePlaces.OfAsync(
                        context.RequestServices.GetRequiredService<ILedger>(),
                        [upload],
                        context.RequestAborted
                    )
                ).GetValueOrDefault(upload)
            ),
            (nameof(UploadPage.Versions), versions),
            (nameof(UploadPage.Target), (query["sheet"].ToString(), query["cell"].ToString())),
            (nameof(UploadPage.Findings), await FindingsOfAsync(context, upload)),
            (nameof(UploadPage.Changes), await ChangesOfAsync(context, upload)),
            (nameof(UploadPage.Layout), await LayoutOfAsync(context, upload))
        );
    }

    /// <summary>Takes the files of a form in; the import itself runs behind and shows on the page.</summary>
    public static async Task<IResult> ReceiveAsync(HttpContext context)
    {
        if (context.Request.ContentLength > UploadLimits.FormBytes)
        {
            return Problem.TooLarge(UploadLimits.FormBytes).ToResult();
        }

        if (!context.Request.HasFormContentType)
        {
            return Problem.BadForm("noForm").ToResult();
        }

        IFormCollection form;
        try
        {
            form = await ReadFormAsync(context);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            // A form whose length was not said first may have turned out too long; any other is cut off or no form at all.
            var isTooLarge =
                fault is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                || (fault is InvalidDataException && context.Request.ContentLength is null);
            return (isTooLarge ? Problem.TooLarge(UploadLimits.FormBytes) : Problem.BadForm("brokenForm")).ToResult();
        }

        var source = form["source"].ToString().Trim();
        if (Refusal(source, form.Files) is { } refusal)
        {
            return refusal.ToResult();
        }

        await SourceRights.DemandAsync(context, source);
        List<string> names = [.. form.Files.Select(NameOf)];
        if (await Replacement.RefusalAsync(context, source, names, form["replace"] == "true") is { } replacing)
        {
            return replacing.ToResult();
        }

        var services = context.RequestServices;
        var uploads = services.GetRequiredService<IUploadStore>();
        // Counted by the page's script, in the order of the files; a page without it sends none.
        var hashes = form["sha256"];
        for (var i = 0; i < form.Files.Count; i++)
        {
            await using var content = form.Files[i].OpenReadStream();
            var hash = hashes.Count == form.Files.Count ? hashes[i] : null;
            await uploads.PutAsync(source, NameOf(form.Files[i]), content, context.RequestAborted, hash);
        }

        return Results.LocalRedirect("~" + ListAfter(context, source));
    }

    /// <summary>The list as it is to be seen right after files were sent.</summary>
    internal static string ListAfter(HttpContext context, string source)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();
        return FormattableString.Invariant($"/?source={source}&sent={now}");
    }

    /// <summary>Stores a held version after all.</summary>
    public static Task<IResult> AcceptAsync(HttpContext context) =>
        ReopenAsync(context, context.RequestServices.GetRequiredService<WorkbookImport>().AcceptAsync);

    /// <summary>Reads a version again.</summary>
    public static Task<IResult> RetryAsync(HttpContext context) =>
        ReopenAsync(context, context.RequestServices.GetRequiredService<WorkbookImport>().RetryAsync);

    /// <summary>Sets the plan aside that failed for good.</summary>
    public static Task<IResult> DiscardAsync(HttpContext context) =>
        ReopenAsync(
            context,
            (source, path, version, cancellation) => DiscardAsync(context, source, path, version, cancellation)
        );

    private static async Task<bool> DiscardAsync(
        HttpContext context,
        string source,
        string path,
        string? version,
        CancellationToken cancellation
    )
    {
        var ledger = context.RequestServices.GetRequiredService<ILedger>();
        var record = await ledger
            .ListAsync(source, cancellation)
            .FirstOrDefaultAsync(one => one.Path == path && one.Version == version, cancellation);
        return record is { State: UploadState.Failed, Seq: { } seq }
            && await context
                .RequestServices.GetRequiredService<WorkbookImport>()
                .DiscardAsync(source, seq, cancellation);
    }

    /// <summary>Reads the newest version of a path again from the archive, with the profile and the names of today.</summary>
    public static Task<IResult> ReplayAsync(HttpContext context) =>
        ReopenAsync(
            context,
            (source, path, _, cancellation) =>
                context.RequestServices.GetRequiredService<WorkbookImport>().ReplayAsync(source, path, cancellation)
        );

    private static async Task<IResult> ReopenAsync(
        HttpContext context,
        Func<string, string, string?, CancellationToken, Task<bool>> reopen
    )
    {
        if (!context.Request.HasFormContentType)
        {
            return Problem.NotFound.ToResult();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (source, path) = (form["source"].ToString(), form["path"].ToString());
        return await reopen(source, path, form["version"].ToString(), context.RequestAborted)
            ? Results.LocalRedirect($"~/uploads/{source}/{Text.EscapePath(path)}")
            : Problem.Moved.ToResult();
    }

    /// <summary>What was just sent stands in no list until the worker has seen it.</summary>
    private static bool IsJustSent(HttpContext context) =>
        long.TryParse(context.Request.Query["sent"], NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() - sent
            < SeenWithinSeconds;

    private static Problem? Refusal(string source, IFormFileCollection files)
    {
        if (!SourceName.IsValid(source))
        {
            return Problem.BadForm("badSource", source);
        }

        if (files.Count == 0)
        {
            return Problem.BadForm("noFile");
        }

        return files.FirstOrDefault(file => NameOf(file).Length == 0 || file.Length == 0) is { } empty
            ? Problem.BadForm("emptyFile", NameOf(empty))
            : null;
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = UploadLimits.FormBytes;
        }

        var options = new FormOptions { MultipartBodyLengthLimit = UploadLimits.FormBytes };
        return await new FormFeature(context.Request, options).ReadFormAsync(context.RequestAborted);
    }

    private static string NameOf(IFormFile file) => NameOf(file.FileName);

    /// <summary>The file's name, with the folders below the one that was chosen; some browsers send those of the reader's machine
    /// before it, which are left out.</summary>
    internal static string NameOf(string path)
    {
        var isOfMachine = path.Contains('\\', StringComparison.Ordinal) || path.StartsWith('/');
        var parts = path.Split('/', '\\')
            .Select(part => new string([.. part.Where(letter => !char.IsControl(letter))]).Trim().TrimEnd('.'))
            .ToList();
        return isOfMachine || parts[^1].Length == 0
            ? parts[^1]
            : string.Join('/', parts.Where(part => part.Length > 0));
    }

    private static async Task<IReadOnlyList<string>> OthersAsync(
        HttpContext context,
        UploadRecord upload,
        IReadOnlyList<Question> questions
    ) =>
        questions.Count == 0
            ? []
            : await context
                .RequestServices.GetRequiredService<Answering>()
                .FindOthersAsync(upload.Source, upload.Path, questions, context.RequestAborted);

    internal static async Task<IReadOnlyList<ReportFinding>> FindingsOfAsync(HttpContext context, UploadRecord upload)
    {
        if (upload.Report is null || upload.Findings == 0)
        {
            return [];
        }

        var reports = context.RequestServices.GetRequiredService<IReportStore>();
        var json = await reports.FindAsync($"{upload.Report.TrimEnd('/')}/findings.json", context.RequestAborted);
        return json is null ? [] : JsonSerializer.Deserialize<List<ReportFinding>>(json, JsonSerializerOptions.Web)!;
    }

    internal static async Task<ReportChanges?> ChangesOfAsync(HttpContext context, UploadRecord upload)
    {
        if (upload is not { State: UploadState.Done, Report: { } report })
        {
            return null;
        }

        var reports = context.RequestServices.GetRequiredService<IReportStore>();
        var json = await reports.FindAsync($"{report.TrimEnd('/')}/changes.json", context.RequestAborted);
        return json is null ? null : JsonSerializer.Deserialize<ReportChanges>(json, JsonSerializerOptions.Web);
    }

    internal static async Task<LayoutReport?> LayoutOfAsync(HttpContext context, UploadRecord upload)
    {
        if (upload.Report is null)
        {
            return null;
        }

        var reports = context.RequestServices.GetRequiredService<IReportStore>();
        var name = $"{upload.Report.TrimEnd('/')}/{LayoutReport.FileName}";
        return await reports.FindAsync(name, context.RequestAborted) is { } json ? LayoutReport.Parse(json) : null;
    }
}
