namespace BriPipeline.Core.Language;

/// <summary>Prepositions that name the other side of a trade: "with ...", "в ...".</summary>
internal static class PartnerPrepositions
{
    /// <summary>Words after which an area is the other side of the trade and not whose trade it is.</summary>
    private static readonly string[] Words =
    [
        "to",
        "from",
        "with",
        "в",
        "во",
        "из",
        "с",
        "со",
        "на",
        "对",
        "自",
        "从",
        "与",
    ];

    /// <summary>Whether one of them ends just before a place of a text.</summary>
    public static bool StandBefore(string text, int start) =>
        Array.Exists(Words, word => EndsWith(text[..start].TrimEnd(), word));

    private static bool EndsWith(string text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]) || word[0] > '\u2e80');
}
