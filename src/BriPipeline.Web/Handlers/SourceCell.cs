using BriPipeline.Core.Imports;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Trade;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The cell of a figure among its neighbours, from the archived file.</summary>
internal static class SourceCell
{
    /// <summary>Null where the file is no longer kept, or too large to be read for a page.</summary>
    public static async Task<SheetStrip?> ReadAsync(HttpContext context, TradeRow row)
    {
        if (row.Sha256 is null || !CellAddress.TryParse(row.Cell, out var cell))
        {
            return null;
        }

        var services = context.RequestServices;
        var path = row.Upload[(row.Source.Length + 1)..];
        var upload = await services
            .GetRequiredService<ILedger>()
            .ListAsync(row.Source, context.RequestAborted)
            .FirstOrDefaultAsync(one => one.Path == path && one.Sha256 == row.Sha256, context.RequestAborted);
        if (upload?.Size > SheetStrip.MaxBytes)
        {
            return null;
        }

        await using var archived = await services
            .GetRequiredService<ImportPorts>()
            .Archive.FindAsync(row.Sha256, context.RequestAborted);
        return archived is null
            ? null
            : SheetStrip.Read(
                archived.Content,
                path[(path.LastIndexOf('/') + 1)..],
                row.Sheet,
                cell,
                upload is null ? null : await UploadHandlers.LayoutOfAsync(context, upload)
            );
    }
}
