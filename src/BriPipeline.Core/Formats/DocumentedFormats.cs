using System.Text;
using System.Text.Json;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Formats;

/// <summary>The formats that come along: the files of <c>Formats/Descriptions</c>.</summary>
public static class DocumentedFormats
{
    private const string Folder = "Formats/";
    private const string Lists = "lists.json";

    private static readonly Lazy<IReadOnlyList<DocumentedFormat>> Embedded = new(() =>
        [.. Names().Select(name => Read(name))]
    );

    /// <summary>Every description, by name.</summary>
    public static IEnumerable<FormatDescription> Descriptions => All.Select(format => format.Description);

    internal static IReadOnlyList<DocumentedFormat> All => Embedded.Value;

    /// <exception cref="InvalidOperationException">No such file was built in.</exception>
    internal static string ReadText(string file)
    {
        using var stream =
            typeof(DocumentedFormats).Assembly.GetManifestResourceStream(Folder + file)
            ?? throw new InvalidOperationException($"The description '{file}' is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Names() =>
        typeof(DocumentedFormats)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Where(name => name != Lists)
            .Order(StringComparer.Ordinal);

    private static DocumentedFormat Read(string file)
    {
        try
        {
            return new(FormatDescription.Parse(ReadText(file)));
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException($"The description '{file}' is wrong: {wrong.Message}", wrong);
        }
    }
}
