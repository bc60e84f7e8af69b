namespace BriPipeline.Core.Tests.Summaries;

/// <summary>Where the sources and the shared corpus lie.</summary>
internal static class Repository
{
    public static string Folder { get; } = FindFolder();

    /// <summary>Real published workbooks beside the repository; not there on every machine.</summary>
    public static string Corpus { get; } = Path.Combine(Folder, "..", "shared", "corpus");

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BriPipeline.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No BriPipeline.sln above.");
        }

        return folder;
    }
}
