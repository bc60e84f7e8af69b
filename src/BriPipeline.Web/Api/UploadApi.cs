using System.Security.Cryptography;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Handlers;
using BriPipeline.Web.Pages;
using BriPipeline.Web.Rows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Api;

/// <summary>Uploads for programs: put one, see what became of it and what was found.</summary>
internal static class UploadApi
{
    public static async Task<IResult> PutAsync(HttpContext context)
    {
        var (source, path) = NameOf(context);
        if (!IsStorable(source, path))
        {
            return Problem
                .BadUpload(
                    "The address is not that of an upload.",
                    "Put it to /api/v1/uploads/SOURCE/PATH: a source of small letters, digits and hyphens, then folders and the file's name."
                )
                .ToJson();
        }

        await SourceRights.DemandAsync(context, source);
        if (context.Request.ContentLength > UploadLimits.FormBytes)
        {
            return Problem.TooLarge(UploadLimits.FormBytes).ToJson();
        }

        if (context.Request.ContentLength == 0)
        {
            return Problem.BadUpload("The file is empty.", "Send the workbook as the body of the request.").ToJson();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = UploadLimits.FormBytes;
        }

        if (!TryFindDigest(context.Request, out var sent))
        {
            return Problem
                .BadUpload(
                    "The header Content-Digest has no SHA-256.",
                    "Send it as sha-256=:BASE64: (RFC 9530), or leave the header out."
                )
                .ToJson();
        }

        await Replacement.DemandAsync(context, source, path, sent);
        UploadReceipt receipt;
        try
        {
            var uploads = context.RequestServices.GetRequiredService<IUploadStore>();
            receipt = await uploads.PutAsync(source, path, context.Request.Body, context.RequestAborted, sent);
        }
        catch (BadHttpRequestException cut)
        {
            return cut.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problem.TooLarge(UploadLimits.FormBytes).ToJson()
                : Problem.BadUpload("The file arrived incomplete.", "Send it again.").ToJson();
        }

        var address = $"/api/v1/uploads/{source}/{Text.EscapePath(path)}";
        context.Response.Headers.Location = address;
        return Results.Json(
            new
            {
                source,
                path,
                size = receipt.Size,
                sha256 = receipt.Sha256,
                received_at = ColumnText.Of(receipt.At),
                upload = address,
            },
            statusCode: StatusCodes.Status202Accepted
        );
    }

    public static async Task<IResult> ListAsync(HttpContext context)
    {
        var format = Format.Of(context.Request, Format.Rows);
        var (source, state) = (Parameters.Source.Of(context.Request), Parameters.State.Of(context.Request));
        var limit = Parameters.Limit.Of(context.Request) ?? Parameters.UsualRows;
        var ledger = context.RequestServices.GetRequiredService<ILedger>();
        var rows = await ledger
            .ListAsync(source, context.RequestAborted)
            .Where(upload => state is null || upload.State == state)
            .Take(limit)
            .ToListAsync(context.RequestAborted);
        return AnswerOf(context, format, rows);
    }

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var format = Format.Of(context.Request, Format.Rows);
        var version = Parameters.Version.Of(context.Request);
        var rows = await VersionsAsync(context)
            .Where(upload => version is null || upload.Version == version)
            .ToListAsync(context.RequestAborted);
        return rows.Count == 0
            ? throw RefusedException.NotFound("No upload has this source and path.")
            : AnswerOf(context, format, rows);
    }

    private static RowStream<UploadRecord> AnswerOf(HttpContext context, Format format, List<UploadRecord> rows) =>
        new(
            FigureHandlers.WriterOf(context.Request, format, "uploads", Tables.Uploads),
            rows,
            AsyncEnumerable.Empty<UploadRecord>(),
            next: null
        );

    public static async Task<IResult> FindingsAsync(HttpContext context)
    {
        var format = Format.Of(context.Request, Format.Rows);
        var version = Parameters.Version.Of(context.Request);
        var upload = await VersionsAsync(context)
            .FirstOrDefaultAsync(one => version is null || one.Version == version, context.RequestAborted);
        if (upload is null)
        {
            throw RefusedException.NotFound("No upload has this source and path.");
        }

        return new RowStream<ReportFinding>(
            FigureHandlers.WriterOf(context.Request, format, "findings", Tables.Findings),
            await UploadHandlers.FindingsOfAsync(context, upload),
            AsyncEnumerable.Empty<ReportFinding>(),
            next: null
        );
    }

    private static IAsyncEnumerable<UploadRecord> VersionsAsync(HttpContext context)
    {
        var (source, path) = NameOf(context);
        var ledger = context.RequestServices.GetRequiredService<ILedger>();
        return ledger.ListAsync(source, context.RequestAborted).Where(upload => upload.Path == path);
    }

    private static (string Source, string Path) NameOf(HttpContext context) =>
        ((string?)context.GetRouteValue("source") ?? "", (string?)context.GetRouteValue("path") ?? "");

    /// <summary>The SHA-256 that the sender counted (RFC 9530), lower-case hex; null where he sent none.</summary>
    /// <returns>False where there is a digest that cannot be compared.</returns>
    private static bool TryFindDigest(HttpRequest request, out string? sha256)
    {
        const string Start = "sha-256=:";
        sha256 = null;
        if (request.Headers["Content-Digest"].ToString() is not { Length: > 0 } header)
        {
            return true;
        }

        var digest = header
            .Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(one => one.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && one.EndsWith(':'));
        var bytes = new byte[SHA256.HashSizeInBytes];
        if (
            digest is null
            || !Convert.TryFromBase64String(digest[Start.Length..^1], bytes, out var length)
            || length != bytes.Length
        )
        {
            return false;
        }

        sha256 = Convert.ToHexStringLower(bytes);
        return true;
    }

    private static bool IsStorable(string source, string path) =>
        SourceName.IsValid(source)
        && path.Length is > 0 and <= WorkbookImport.MaxPathLength
        && !path.Any(char.IsControl)
        && !path.Contains('\\', StringComparison.Ordinal)
        && path.Split('/').All(part => part.Trim().Length > 0 && !part.EndsWith('.'));
}
