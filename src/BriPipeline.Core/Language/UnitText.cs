using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Words of money that name no currency.</summary>
internal static class UnitText
{
    private static readonly Lazy<Regex> Dollars = WordPattern.Lazy(() =>
        WordPattern.Of(Vocabulary.Phrases("words", "dollar"))
    );

    /// <summary>Whether a text says "dollars", of whichever country.</summary>
    public static bool NamesDollars(string text) => Dollars.Value.IsMatch(text);
}
