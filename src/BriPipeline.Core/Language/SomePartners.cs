using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Words of titles for some of the partners: "main partners", "top 10", "selected countries".</summary>
public static class SomePartners
{
    private static readonly Lazy<Regex> Words = WordPattern.Lazy(() =>
        WordPattern.Of(Vocabulary.Phrases("words", "some"))
    );

    public static bool AreNamedIn(string text) => Words.Value.IsMatch(text);

    /// <summary>The words; null where there are none.</summary>
    public static string? NamedIn(string text) =>
        Words.Value.Match(text) is { Success: true } match ? match.Value : null;
}
