namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>One of several readers of the same bytes, on whatever thread, each with a position of its own.</summary>
/// <param name="whole">Can seek; stays open.</param>
/// <param name="gate">The same for all views of a stream.</param>
internal sealed class StreamView(Stream whole, Lock gate) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => whole.Length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        lock (gate)
        {
            whole.Position = Position;
            var read = whole.Read(buffer);
            Position += read;
            return read;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
