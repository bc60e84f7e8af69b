using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The samples that a host brings along: <c>{source}/*</c>, and their profiles in <c>sources/{source}.json</c>.</summary>
public sealed class SampleFiles(
    string folder,
    IUploadStore uploads,
    IReferenceStore reference,
    ILedger ledger,
    WorkbookImport import,
    SummaryRun summaries,
    ReportingCalendar calendar
)
{
    private const string Profiles = "sources";
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>Imports all samples, and compiles the summaries that are then due.</summary>
    /// <param name="say">Gets a line for each thing done.</param>
    public async Task ImportAsync(Action<string> say, CancellationToken cancellation)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Profiles), "*.json"))
        {
            var profile = SourceProfile.Parse(await File.ReadAllTextAsync(file, cancellation));
            await reference.PutProfileAsync(profile, cancellation);
        }

        foreach (var source in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(source) != Profiles)
            {
                await ImportSourceAsync(source, say, cancellation);
            }
        }

        await summaries.CompileDueAsync(
            calendar.Today,
            summary => say($"Compiling the summary {summary} ..."),
            cancellation
        );
    }

    internal static async Task<IResult> ImportAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<SampleFiles>() is not { } samples)
        {
            return Problem.NotFound.ToResult();
        }

        await samples.ImportAsync(_ => { }, context.RequestAborted);
        return Results.LocalRedirect("~/");
    }

    private async Task ImportSourceAsync(string sourceFolder, Action<string> say, CancellationToken cancellation)
    {
        var source = Path.GetFileName(sourceFolder);
        foreach (var file in Directory.EnumerateFiles(sourceFolder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            say($"Importing the sample {source}/{name} ...");
            await using (var content = File.OpenRead(file))
            {
                await uploads.PutAsync(source, name, content, cancellation);
            }

            await import.NotifyAsync(source, name, cancellation);
            // If the watcher was faster, this call returned at once and the import is still running.
            while (await IsBusyAsync(source, name, cancellation))
            {
                await Task.Delay(LookAgain, cancellation);
            }
        }
    }

    private async Task<bool> IsBusyAsync(string source, string path, CancellationToken cancellation)
    {
        var newest = await ledger
            .ListAsync(source, cancellation)
            .FirstOrDefaultAsync(upload => upload.Path == path, cancellation);
        return newest is null or { IsOpen: true };
    }
}
