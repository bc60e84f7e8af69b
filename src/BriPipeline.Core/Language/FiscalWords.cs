using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Words of a year that need not begin in January: "fiscal year", "FY".</summary>
internal static class FiscalWords
{
    private static readonly Lazy<Regex> Pattern = WordPattern.Lazy(() =>
        WordPattern.Of(Vocabulary.Phrases("periods", "fiscal"))
    );

    public static bool In(string text) => Pattern.Value.IsMatch(text);
}
