using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Api;

/// <summary>Rows written as they are read. Where the rows end early (the storage fails in the middle) the connection is broken off,
/// and the last line, which says that the answer is complete, is missing.</summary>
/// <param name="first">Rows that were read before the answer began.</param>
/// <param name="rest">Those after them.</param>
/// <param name="next">Where the answer goes on; null where it does not.</param>
internal sealed class RowStream<T>(RowWriter<T> writer, IReadOnlyList<T> first, IAsyncEnumerable<T> rest, string? next)
    : IResult
{
    private const int BufferedCharacters = 32 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = writer.ContentType;
        if (next is not null)
        {
            response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        try
        {
            var (body, compression) = Compressed(httpContext);
            var text = new StringBuilder(BufferedCharacters + 4096);
            using var buffer = new StringWriter(text, CultureInfo.InvariantCulture);
            var count = 0L;
            writer.Begin(buffer, next);
            foreach (var row in first)
            {
                writer.Write(buffer, row, count++);
                await FlushAsync(text, body, BufferedCharacters, httpContext.RequestAborted);
            }

            await foreach (var row in rest.WithCancellation(httpContext.RequestAborted))
            {
                writer.Write(buffer, row, count++);
                await FlushAsync(text, body, BufferedCharacters, httpContext.RequestAborted);
            }

            writer.End(buffer, count);
            await FlushAsync(text, body, 0, httpContext.RequestAborted);
            // Only now: the end of a compressed body must not stand behind rows that broke off.
            if (compression is not null)
            {
                await compression.DisposeAsync();
            }
        }
        catch (Exception) when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }

    private static async Task FlushAsync(StringBuilder text, Stream body, int above, CancellationToken cancellation)
    {
        if (text.Length <= above)
        {
            return;
        }

        await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.Clear();
    }

    /// <summary>The body, compressed as the caller can take it. In Azure no middleware of ours runs that would do it.</summary>
    private static (Stream Body, Stream? Compression) Compressed(HttpContext context)
    {
        var body = context.Response.Body;
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        foreach (var (name, open) in Encodings)
        {
            if (accepted.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.ContentEncoding = name;
                var compression = open(body);
                return (compression, compression);
            }
        }

        return (body, null);
    }

    private static readonly (string Name, Func<Stream, Stream> Open)[] Encodings =
    [
        ("br", body => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true)),
        ("gzip", body => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true)),
    ];
}
