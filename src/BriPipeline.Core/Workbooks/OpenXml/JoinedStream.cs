namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>Bytes that were read ahead, and the stream that they came from.</summary>
internal sealed class JoinedStream(ReadOnlyMemory<byte> ahead, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> ahead = ahead;

    public override int Read(Span<byte> buffer)
    {
        if (ahead.IsEmpty)
        {
            return rest.Read(buffer);
        }

        var length = Math.Min(ahead.Length, buffer.Length);
        ahead.Span[..length].CopyTo(buffer);
        ahead = ahead[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
