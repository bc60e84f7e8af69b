using BriPipeline.Core.Workbooks.OpenXml;

namespace BriPipeline.Core.Tests.Workbooks.OpenXml;

/// <summary>A stream that is read ahead on another thread gives what the stream gives: its bytes, its failure at its place, and
/// its end.</summary>
public class AheadStreamTests
{
    private const int Length = (1 << 20) + 123;

    [Theory]
    [InlineData(1000)]
    [InlineData(1 << 17)]
    [InlineData(Length * 2)]
    public void Read_GivesTheSameBytes_ForAnyBuffer(int buffer)
    {
        var bytes = Bytes();
        using var stream = new AheadStream(new MemoryStream(bytes));
        using var copy = new MemoryStream();
        stream.CopyTo(copy, buffer);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(0, stream.Read(new byte[10]));
    }

    [Fact]
    public void Read_ThrowsWhatTheStreamThrew_AfterTheBytesBefore()
    {
        var source = new Failing(new MemoryStream(Bytes()), after: 1 << 19);
        using var stream = new AheadStream(source);
        var read = new byte[1 << 19];
        stream.ReadExactly(read);
        Assert.Equal(Bytes()[..(1 << 19)], read);
        Assert.Throws<InvalidDataException>(() => stream.Read(read));
    }

    [Fact]
    public void Dispose_EndsTheReading_WhereNobodyReadOn()
    {
        var source = new MemoryStream(Bytes());
        using (var stream = new AheadStream(source))
        {
            Assert.Equal(1, stream.Read(new byte[1]));
        }

        Assert.False(source.CanRead);
    }

    private static byte[] Bytes()
    {
        var bytes = new byte[Length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private sealed class Failing(Stream source, int after) : ReadOnlyStream
    {
        private int left = after;

        public override int Read(Span<byte> buffer)
        {
            var length = source.Read(buffer[..Math.Min(left, buffer.Length)]);
            left -= length;
            return length > 0 ? length : throw new InvalidDataException("it is damaged");
        }
    }
}
