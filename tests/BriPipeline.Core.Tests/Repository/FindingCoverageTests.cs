using System.Reflection;
using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Every finding is shown: by a golden reading, or by a test that names it where it needs more than a small file (a
/// register, an earlier upload, a hundred thousand figures).</summary>
public sealed class FindingCoverageTests
{
    [Fact]
    public void EveryFinding_IsShownByAGoldenReading_OrNamedByATest()
    {
        var shown = Directory
            .EnumerateFiles(Path.Combine(GoldenFile.Folder, "Readings"), "findings.csv", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(','))
            .Where(fields => fields.Length > 2)
            .Select(fields => fields[2])
            .ToHashSet(StringComparer.Ordinal);
        var tests = Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(nameof(FindingCoverageTests) + ".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        var missing = typeof(FindingCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(FindingCode))
            .Select(field => (field.Name, ((FindingCode)field.GetValue(null)!).Id))
            .Where(code => !shown.Contains(code.Id) && !tests.Exists(test => Names(test, code.Name, code.Id)))
            .Select(code => code.Id)
            .Order(StringComparer.Ordinal);

        Assert.Empty(missing);
    }

    private static bool Names(string test, string name, string id) =>
        test.Contains($"FindingCodes.{name}", StringComparison.Ordinal)
        || Regex.IsMatch(test, $"(?<![a-z-]){id}(?![a-z-])", RegexOptions.None, TimeSpan.FromSeconds(10));
}
