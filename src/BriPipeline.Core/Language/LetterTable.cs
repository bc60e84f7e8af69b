using System.Text.Json;

namespace BriPipeline.Core.Language;

/// <summary>Letters and signs that are written for one another (<c>letters.json</c>), and the simplified character of each
/// traditional one (<c>han.json</c>).</summary>
/// <param name="Latin">Latin letters, each at the place of the one in <paramref name="Cyrillic"/> that looks like it.</param>
/// <param name="Plain">Letters with the one that stands for them.</param>
internal sealed record LetterTable(
    string SingleQuotes,
    string Latin,
    string Cyrillic,
    IReadOnlyDictionary<char, char> Plain
)
{
    public static LetterTable Load()
    {
        using var table = CodeListResource.Read("CodeLists/letters.json");
        using var han = CodeListResource.Read("CodeLists/han.json");
        string Text(string name) => table.RootElement.GetProperty(name).GetString()!;
        string Han(string name) => han.RootElement.GetProperty(name).GetString()!;
        return new LetterTable(
            Text("singleQuotes"),
            Text("latin"),
            Text("cyrillic"),
            table
                .RootElement.GetProperty("plain")
                .EnumerateObject()
                .Select(letter => (letter.Name[0], letter.Value.GetString()![0]))
                .Concat(Han("traditional").Zip(Han("simplified")))
                .ToDictionary()
        );
    }
}
