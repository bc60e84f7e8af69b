namespace BriPipeline.Local.CommandLine;

/// <summary>Copies of stored blobs in the data folder, where a user opens them.</summary>
internal static class DataCopies
{
    /// <param name="name">Container and name of the blob.</param>
    /// <returns>The full path of the file.</returns>
    internal static async Task<string> WriteAsync(
        string dataFolder,
        string name,
        byte[] content,
        CancellationToken cancellation
    )
    {
        var file = Path.GetFullPath(Path.Combine(dataFolder, name));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content, cancellation);
        return file;
    }
}
