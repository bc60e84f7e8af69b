using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>What a text says of periods without naming one: some days of a month, how long they are, where they end.</summary>
internal static class PeriodRemarks
{
    private static readonly Regex Days = new(
        @"(?<![-YMm])[mn]d?-+[mn]d?(?:M|DM)|[mnc]DM",
        RegexOptions.CultureInvariant
    );

    /// <summary>Some days of a month, as a text names them; null where it names none, or all days of the month.</summary>
    public static string? DaysIn(string text)
    {
        var words = PeriodWords.Split(text);
        if (Days.Match(PeriodText.Classes(words)) is not { Success: true } match)
        {
            return null;
        }

        var (start, last) = (words[match.Index].Start, words[match.Index + match.Length - 1]);
        return PeriodText.FindIn(text).Any(part => part.Start <= start && start < part.Start + part.Length)
            ? null
            : text[start..(last.Start + last.Length)];
    }

    private static readonly Regex Lengths = new($"c-o|{PeriodPattern.Ending}", RegexOptions.CultureInvariant);

    /// <summary>Whether a text names the month up to which figures run and not the one from which: "up to November".</summary>
    public static bool EndsRange(string text)
    {
        var words = PeriodWords.Split(text);
        return words
            .Index()
            .Any(word =>
                word.Item is { Class: 'M', IsFullName: true }
                && word.Index > 0
                && words[word.Index - 1] is { Class: '-', Length: > 1 }
                && (word.Index == 1 || words[word.Index - 2].Class is 'w')
                && !words.Take(word.Index).Any(before => before.Class is 'M' or 'y' or 'o' or 'q' or 'c')
            );
    }

    /// <summary>Whether a text says how long its periods are and not which, "three-month sums", or which month they end with, "three
    /// months ending March".</summary>
    public static bool NamesLength(string text) =>
        PeriodWords.Split(text) is var words && Lengths.IsMatch(PeriodText.Classes(words));
}
