using System.Globalization;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Asks once more before a file that holds figures is replaced: what its new version does not repeat is retracted.</summary>
internal static class Replacement
{
    /// <summary>A host that keeps what it receives takes files while its storage is away, when nothing can be asked.</summary>
    private static readonly TimeSpan AskedFor = TimeSpan.FromSeconds(2);

    /// <exception cref="RefusedException">The file holds figures, and the caller has not named how many.</exception>
    /// <param name="sha256">Of the new bytes, where the caller said it: the same bytes replace nothing.</param>
    public static async Task DemandAsync(HttpContext context, string source, string path, string? sha256)
    {
        var confirmed = Parameters.Replace.Of(context.Request);
        if (
            await FindAsync(context, source, [path]) is { } stored
            && stored.Observations != confirmed
            && (sha256 is null || sha256 != stored.Sha256)
        )
        {
            throw new RefusedException(
                Problem.Replaces(path, stored.Observations) with
                {
                    Parameter = Parameters.Replace.Name,
                    Advice = string.Create(
                        CultureInfo.InvariantCulture,
                        $"Send it again with ?replace={stored.Observations}, or under another name."
                    ),
                }
            );
        }
    }

    /// <summary>Why files are not taken in; null where they may be.</summary>
    public static async Task<Problem?> RefusalAsync(
        HttpContext context,
        string source,
        IReadOnlyCollection<string> paths,
        bool isConfirmed
    ) =>
        !isConfirmed && await FindAsync(context, source, paths) is { } stored
            ? Problem.Replaces(stored.Path, stored.Observations)
            : null;

    /// <summary>A version at one of the paths of which figures are stored; null where there is none.</summary>
    private static async Task<UploadRecord?> FindAsync(
        HttpContext context,
        string source,
        IReadOnlyCollection<string> paths
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(AskedFor);
        try
        {
            return await FindAsync(context.RequestServices, source, paths, limit.Token);
        }
        catch (Exception fault)
            when (!context.RequestAborted.IsCancellationRequested
                && (fault is OperationCanceledException || Guard.IsStorageFault(fault))
            )
        {
            return null;
        }
    }

    private static async Task<UploadRecord?> FindAsync(
        IServiceProvider services,
        string source,
        IReadOnlyCollection<string> paths,
        CancellationToken cancellation
    )
    {
        // Most files are new: the ledger of the source is not read for one of these.
        if (
            paths.Count == 1
            && await services.GetRequiredService<IUploadList>().FindAsync(source, paths.First(), cancellation) is null
        )
        {
            return null;
        }

        var asked = paths.ToHashSet(StringComparer.Ordinal);
        await foreach (var upload in services.GetRequiredService<ILedger>().ListAsync(source, cancellation))
        {
            // Newest first: of each path the first that was stored counts.
            if (upload.State == UploadState.Done && asked.Remove(upload.Path) && upload.Observations > 0)
            {
                return upload;
            }
        }

        return null;
    }
}
