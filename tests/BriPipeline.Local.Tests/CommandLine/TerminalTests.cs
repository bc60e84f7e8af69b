using BriPipeline.Local.CommandLine;

namespace BriPipeline.Local.Tests.CommandLine;

public sealed class TerminalTests
{
    [Fact]
    public void Writer_WritesUtf8WithoutMark_AndLineFeedsOnly()
    {
        using var stream = new MemoryStream();
        using (var writer = Terminal.Writer(stream, autoFlush: false))
        {
            writer.WriteLine("Ә");
        }

        Assert.Equal([0xD3, 0x98, 0x0A], stream.ToArray());
    }
}
