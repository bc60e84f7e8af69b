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

    /// <summary>Writes all lines on, in the same encoding; no more may be added afterwards.</summary>
    public void CopyTo(StreamWriter output)
    {
        Writer.Flush();
        output.Flush();
        file.Position = 0;
        file.CopyTo(output.BaseStream);
    }

    public void Dispose() => Writer.Dispose();
}
