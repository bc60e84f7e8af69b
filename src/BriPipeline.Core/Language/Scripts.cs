using System.Text.Json;

namespace BriPipeline.Core.Language;

/// <summary>The languages that a script may be: blocks of the Unicode Standard and ISO 639-1 codes, <c>CodeLists/scripts.json</c>.</summary>
internal static class Scripts
{
    private static readonly Lazy<IReadOnlyList<Block>> Blocks = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/scripts.json");
        return table.Deserialize<List<Block>>(JsonSerializerOptions.Web)!;
    });

    /// <summary>The languages of the script in which most letters of a text stand; empty for Latin letters, which are of most.</summary>
    public static IReadOnlyList<string> LanguagesOf(string text)
    {
        var letters = text.Count(char.IsLetter);
        return Blocks
                .Value.FirstOrDefault(block => text.Count(c => c >= block.First && c <= block.Last) * 2 > letters)
                ?.Languages
            ?? [];
    }

    private sealed record Block(char First, char Last, IReadOnlyList<string> Languages);
}
