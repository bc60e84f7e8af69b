namespace BriPipeline.Core.Language;

/// <summary>The languages that a script may be: ranges of the Unicode Standard's blocks, and ISO 639-1 codes.</summary>
internal static class Scripts
{
    private static readonly (char First, char Last, string[] Languages)[] Ranges =
    [
        ('\u0400', '\u04FF', ["ru", "kk", "ky", "uk", "be", "bg", "sr", "mk", "mn", "tg"]),
        ('\u0530', '\u058F', ["hy"]),
        ('\u0590', '\u05FF', ["he"]),
        ('\u0600', '\u06FF', ["ar", "fa", "ur"]),
        ('\u0900', '\u097F', ["hi", "ne"]),
        ('\u0980', '\u09FF', ["bn"]),
        ('\u0E00', '\u0E7F', ["th"]),
        ('\u10A0', '\u10FF', ["ka"]),
        ('\u3040', '\u30FF', ["ja"]),
        ('\u4E00', '\u9FFF', ["zh", "ja"]),
        ('\uAC00', '\uD7AF', ["ko"]),
    ];

    /// <summary>The languages of the script in which most letters of a text stand; empty for Latin letters, which are of most.</summary>
    public static IReadOnlyList<string> LanguagesOf(string text)
    {
        var letters = text.Count(char.IsLetter);
        return Array.Find(Ranges, range => text.Count(c => c >= range.First && c <= range.Last) * 2 > letters).Languages
            ?? [];
    }
}
