using System.Text.Json;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Formats;

/// <summary>Every description that comes along is right, documented and shown by a golden reading.</summary>
public sealed class DocumentedFormatsTests
{
    public static TheoryData<string> Names => [.. DocumentedFormats.Descriptions.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Description_IsShownByAGoldenReading(string name)
    {
        var title = Of(name).Title;

        Assert.Contains(
            Directory.EnumerateFiles(
                Path.Combine(GoldenFile.Folder, "Readings"),
                "findings.csv",
                SearchOption.AllDirectories
            ),
            path =>
                File.ReadAllText(path).Contains($"Read as {title}, by its documentation", StringComparison.Ordinal)
                || File.ReadAllText(path).Contains($"Read as {title}:", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Description_CitesItsDocumentation_AndIsInTheDocs(string name)
    {
        Assert.NotEmpty(Of(name).Documentation);
        Assert.Contains($"(`{name}`)", RepositoryFiles.Read("docs/exchange-formats.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Description_IsTheSame_WhenItIsWrittenAndRead(string name)
    {
        var json = Of(name).ToJson();

        Assert.Equal(json, FormatDescription.Parse(json).ToJson());
    }

    /// <summary>What the schema allows and what the program reads are the same keys.</summary>
    [Fact]
    public void Schema_NamesEveryKeyAndRole()
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.Read("docs/format.schema.json"));
        var properties = schema.RootElement.GetProperty("properties");
        var column = properties.GetProperty("columns").GetProperty("additionalProperties").GetProperty("properties");

        Assert.Equal(KeysOf<FormatDescription>(), KeysOf(properties));
        Assert.Equal(KeysOf<FormatColumn>(), KeysOf(column));
        Assert.Equal(
            KeysOf<FormatLine>(),
            KeysOf(properties.GetProperty("lines").GetProperty("items").GetProperty("properties"))
        );
        Assert.Equal(
            Enum.GetNames<FormatRole>().Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal),
            column
                .GetProperty("is")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(role => role.GetString()!)
                .Order(StringComparer.Ordinal)
        );
    }

    private static FormatDescription Of(string name) => DocumentedFormats.Descriptions.Single(one => one.Name == name);

    private static IEnumerable<string> KeysOf<T>() =>
        typeof(T)
            .GetProperties()
            .Where(property => property.SetMethod is not null)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> KeysOf(JsonElement properties) =>
        properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);
}
