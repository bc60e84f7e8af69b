using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Golden;

/// <summary>A folder below <c>Golden/Readings</c>: a workbook, with its profile and pinned layout if it has them.</summary>
internal sealed record GoldenReading(string Name, string Workbook, SourceProfile Profile)
{
    private static readonly string Folder = Path.Combine(GoldenFile.Folder, "Readings");

    public static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static GoldenReading Of(string name)
    {
        var folder = Path.Combine(Folder, name);
        var (profile, pinned) = (Path.Combine(folder, "profile.json"), Path.Combine(folder, "layout.json"));
        var found = File.Exists(profile)
            ? SourceProfile.Parse(File.ReadAllText(profile))
            : SourceProfile.Unknown("golden");
        return new(
            name,
            Directory.EnumerateFiles(folder, "workbook*").Single(),
            File.Exists(pinned) ? found.WithPinned(File.ReadAllText(pinned)) : found
        );
    }

    /// <summary>Null where the file cannot be read.</summary>
    public Workbook? Read()
    {
        using var content = File.OpenRead(Workbook);
        return WorkbookReader.Read(content, Path.GetFileName(Workbook)).Workbook;
    }
}
