using BriPipeline.Core.Imports;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>How the installation is, for an operator.</summary>
public static class StatusHandlers
{
    /// <summary>Uploads of each kind that are listed.</summary>
    private const int MaxListed = 100;

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var cancellation = context.RequestAborted;
        var health = await HealthHandlers.CheckAsync(context);
        var (open, held, failed) = (new List<UploadRecord>(), new List<UploadRecord>(), new List<UploadRecord>());
        // Of a path only the newest version counts: what came after it has settled the older ones.
        var seen = new HashSet<(string, string)>();
        await foreach (var upload in services.GetRequiredService<ILedger>().ListAsync(null, cancellation))
        {
            if (!seen.Add((upload.Source, upload.Path)))
            {
                continue;
            }

            var list =
                upload.IsOpen ? open
                : upload.State == UploadState.Held ? held
                : upload.State == UploadState.Failed ? failed
                : null;
            list?.Add(upload);
        }

        return Page.Of<StatusPage>(
            (nameof(StatusPage.Health), health),
            (nameof(StatusPage.Open), open.Take(MaxListed).ToList()),
            (nameof(StatusPage.Held), held.Take(MaxListed).ToList()),
            (nameof(StatusPage.Failed), failed.Take(MaxListed).ToList()),
            (
                nameof(StatusPage.Poison),
                await services.GetRequiredService<ImportPorts>().Poison.CountAsync(cancellation)
            ),
            (nameof(StatusPage.Imports), await services.GetRequiredService<IFeed>().FindHeadAsync(cancellation)),
            (nameof(StatusPage.Schedule), await services.GetRequiredService<SummaryRun>().FindLastAsync(cancellation))
        );
    }
}
