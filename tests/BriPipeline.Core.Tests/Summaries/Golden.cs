using System.Text;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>Documents kept under <c>Golden/Summaries</c>. <c>UPDATE_GOLDEN=1</c> rewrites them; where <c>CI=true</c> that is refused.</summary>
internal static class Golden
{
    public static void Equal(string name, byte[] actual)
    {
        var path = Path.Combine(Repository.Folder, "tests/BriPipeline.Core.Tests/Golden/Summaries", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI does not rewrite golden files.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
        }

        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), Encoding.UTF8.GetString(actual));
    }
}
