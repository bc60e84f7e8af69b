using System.Text;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Golden;

/// <summary>Expected output kept below <c>Golden</c>. <c>UPDATE_GOLDEN=1</c> rewrites it; where <c>CI=true</c> that is refused.</summary>
internal static class GoldenFile
{
    public static string Folder { get; } =
        Path.Combine(RepositoryFiles.Root, "tests", "BriPipeline.Core.Tests", "Golden");

    public static void Equal(string name, byte[] actual)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI does not rewrite golden files.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
        }

        Assert.True(
            File.Exists(path),
            $"{name} is missing: run the tests once with UPDATE_GOLDEN=1 and read what they wrote."
        );
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), Encoding.UTF8.GetString(actual));
    }
}
