using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Is everything there that the pipeline needs?</summary>
public static class HealthHandlers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>200 where every part of the storage works, else 503; as JSON, a line a part.</summary>
    public static async Task<IResult> HealthAsync(HttpContext context)
    {
        var parts = await CheckAsync(context);
        var status = parts.Values.All(wrong => wrong is null) ? 200 : 503;
        return Results.Json(
            parts.ToDictionary(part => part.Key, part => part.Value ?? "works", StringComparer.Ordinal),
            statusCode: status
        );
    }

    internal static async Task<IReadOnlyDictionary<string, string?>> CheckAsync(HttpContext context)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(Patience);
        try
        {
            return await context.RequestServices.GetRequiredService<IStorageHealth>().CheckAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["account"] = $"gives no answer within {Patience.TotalSeconds:0} seconds",
            };
        }
    }
}
