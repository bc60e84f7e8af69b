using System.Globalization;

namespace BriPipeline.Storm;

/// <summary>Copies of the emulator's files, to put them back as if nothing later had been synced.</summary>
/// <param name="root">Where the copies are.</param>
/// <param name="folder">The emulator's.</param>
internal sealed class Snapshots(string root, string folder, Random random)
{
    private const int Kept = 3;

    /// <summary>As a disk would have it: what names other things is copied before what it names.</summary>
    public void Take(int number)
    {
        var to = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"snapshot-{number:D6}"));
        Directory.CreateDirectory(to);
        var databases = new[] { "table", "queue", "blob", "queue_extent", "blob_extent" };
        foreach (var name in databases.Select(one => $"__azurite_db_{one}__.json"))
        {
            if (File.Exists(Path.Combine(folder, name)))
            {
                File.Copy(Path.Combine(folder, name), Path.Combine(to, name));
            }
        }

        foreach (var storage in Directory.EnumerateDirectories(folder, "__*storage__"))
        {
            var copy = Directory.CreateDirectory(Path.Combine(to, Path.GetFileName(storage))).FullName;
            foreach (var file in Directory.EnumerateFiles(storage))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }
        }

        foreach (var old in All().SkipLast(Kept))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private List<string> All() => [.. Directory.EnumerateDirectories(root, "snapshot-*").Order(StringComparer.Ordinal)];

    /// <summary>Puts one of the kept copies back.</summary>
    public void GoBack()
    {
        var snapshots = All();
        var from = snapshots[random.Next(snapshots.Count)];
        foreach (var file in Directory.EnumerateFiles(folder, "__azurite_db_*"))
        {
            File.Delete(file);
        }

        foreach (var storage in Directory.EnumerateDirectories(folder, "__*storage__"))
        {
            Directory.Delete(storage, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        // What came after it was never written.
        foreach (var later in snapshots.SkipWhile(one => one != from).Skip(1))
        {
            Directory.Delete(later, recursive: true);
        }
    }
}
