using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The samples that a host brings along: <c>{source}/*</c>, their profiles in <c>sources/{source}.json</c>, and choices of
/// summaries in <c>summaries/{subject}.json</c>.</summary>
/// <param name="say">Gets a line for each thing done.</param>
/// <param name="stopping">Ends an import that nobody waits for.</param>
public sealed class SampleFiles(
    string folder,
    Action<string> say,
    IUploadStore uploads,
    IReferenceStore reference,
    ILedger ledger,
    WorkbookImport import,
    SummaryRun summaries,
    ReportingCalendar calendar,
    CancellationToken stopping
)
{
    private const string Profiles = "sources";
    private const string Choices = "summaries";
    private const int SummariesALine = 25;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private readonly Lock once = new();
    private Task running = Task.CompletedTask;

    /// <summary>Samples are being imported now.</summary>
    internal bool IsRunning
    {
        get
        {
            lock (once)
            {
                return !running.IsCompleted;
            }
        }
    }

    /// <summary>Imports all samples behind the page, and compiles the summaries that are then due; once at a time.</summary>
    public void Begin()
    {
        lock (once)
        {
            if (running.IsCompleted)
            {
                running = Task.Run(RunAsync, CancellationToken.None);
            }
        }
    }

    internal static Task<IResult> ImportAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<SampleFiles>() is not { } samples)
        {
            return Task.FromResult(Problem.NotFound.ToResult());
        }

        samples.Begin();
        return Task.FromResult<IResult>(Results.LocalRedirect("~" + UploadHandlers.ListAfter(context, "")));
    }

    private async Task RunAsync()
    {
        try
        {
            await ImportAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
        catch (Exception fault)
        {
            // Nobody awaits this task: without a line the cause would be lost.
            say($"The samples could not be imported: {fault.GetBaseException().Message.Split('\n')[0].TrimEnd()}");
        }
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Profiles), "*.json"))
        {
            var profile = SourceProfile.Parse(await File.ReadAllTextAsync(file, cancellation));
            // Answers that were given to a sample stay.
            if (await reference.FindProfileAsync(profile.Name, cancellation) is null)
            {
                await reference.PutProfileAsync(profile, cancellation);
            }
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Choices), "*.json"))
        {
            var name = $"{Choices}/{Path.GetFileName(file)}";
            if (await reference.FindTextAsync(name, cancellation) is null)
            {
                await reference.PutTextAsync(name, await File.ReadAllTextAsync(file, cancellation), cancellation);
            }
        }

        foreach (var source in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(source) is not (Profiles or Choices))
            {
                await ImportSourceAsync(source, cancellation);
            }
        }

        var compiled = 0;
        await summaries.CompileDueAsync(
            calendar.Today,
            summary =>
            {
                if (compiled++ % SummariesALine == 0)
                {
                    say($"Compiling summaries: {summary} ...");
                }
            },
            cancellation
        );
        say("The samples are imported.");
    }

    private async Task ImportSourceAsync(string sourceFolder, CancellationToken cancellation)
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
