namespace BriPipeline.Local.CommandLine;

/// <summary>Lines that may turn out not to be wanted, kept in a temporary file that goes with them.</summary>
internal sealed class DraftLines : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        BufferSize,
        FileOptions.DeleteOnClose
    );

    public DraftLines() => Writer = Terminal.Writer(file, autoFlush: false);

    public StreamWriter Writer { get; }

    /// <summary>Writes all lines on; no more may be added afterwards.</summary>
    public void CopyTo(TextWriter output)
    {
        Writer.Flush();
        file.Position = 0;
        using var reader = new StreamReader(file, Writer.Encoding, false, BufferSize, leaveOpen: true);
        var buffer = new char[BufferSize];
        for (int read; (read = reader.ReadBlock(buffer)) > 0; )
        {
            output.Write(buffer, 0, read);
        }
    }

    public void Dispose() => Writer.Dispose();
}
