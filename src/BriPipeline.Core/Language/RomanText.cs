namespace BriPipeline.Core.Language;

/// <summary>Labels of Roman numerals, which may be months or quarters.</summary>
internal static class RomanText
{
    /// <summary>The number that the label writes as a Roman numeral and nothing else, up to four.</summary>
    public static int? UpToFour(string label) =>
        PeriodWords.Split(label) is [{ Class: 'R', Value: <= 4 } numeral] && char.IsLetter(label.Trim()[0])
            ? numeral.Value
            : null;

    /// <summary>The number that a label writes as a Roman numeral, with the year beside it if there is one, and nothing else.</summary>
    public static (int Number, int? Year)? Read(string label)
    {
        var words = PeriodWords.Split(label).FindAll(word => word.Class is not ('.' or '-' or '/' or ',' or 'y'));
        var numerals = words.FindAll(word =>
            word.Class == 'r' || (word.Class == 'R' && char.IsLetter(label[word.Start]))
        );
        var years = words.FindAll(word => word.Class == 'Y');
        return numerals is [var numeral] && words.Count == 1 + years.Count && years.Count <= 1
            ? (numeral.Value, years is [var year] ? year.Value : null)
            : null;
    }

    /// <summary>Whether a label names a range of Roman numerals up to four, which may be months or quarters.</summary>
    public static bool IsShortRange(string label) =>
        PeriodWords.Split(label) is var words
        && words.Exists(word => word.Class == 'R' && char.IsLetter(label[word.Start]))
        && !words.Exists(word => word.Class is 'r' or 'q');

    /// <summary>Whether a label names a range of months in Roman numerals, which end above four.</summary>
    public static bool IsRange(string label) =>
        PeriodWords.Split(label).Exists(word => word is { Class: 'r' })
        && PeriodText.FindIn(label).Any(part => part.FirstMonth != part.LastMonth);
}
