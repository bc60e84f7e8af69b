namespace BriPipeline.Storage;

/// <summary>A file for bytes that are too many for memory, gone when it is closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Create() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose
        );
}
