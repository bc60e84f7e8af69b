using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>"M1", "M2", "M3" over columns or down the rows are the first months of a year; "M2" and "M3" alone may be square and cubic
/// metres too.</summary>
internal static class MonthLetters
{
    /// <summary>Numbers behind the letter that make a unit of it.</summary>
    private static readonly int[] Powers = [2, 3];

    private static readonly Lazy<Regex> Month = WordPattern.Lazy(() =>
        $@"^\s*{WordPattern.EndingOf(Vocabulary.Phrases("periods", "monthLetter"))}\s?(?<n>[1-9]|1[0-2])\s*$"
    );

    /// <summary>The texts that may be units, as months: certainly where others stand beside them that only months can be.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Expand(IEnumerable<string> texts)
    {
        var numbers = texts
            .Where(text => text.Length is > 1 and <= 5)
            .Select(text => (Text: text, Match: Month.Value.Match(text)))
            .Where(found => found.Match.Success)
            .DistinctBy(found => found.Text, StringComparer.Ordinal)
            .Select(found => (found.Text, int.Parse(found.Match.Groups["n"].Value, CultureInfo.InvariantCulture)))
            .ToList();
        var areMonths = numbers.Exists(found => !Powers.Contains(found.Item2));
        foreach (var (text, number) in numbers)
        {
            if (
                Powers.Contains(number) && (areMonths || Powers.All(power => numbers.Exists(one => one.Item2 == power)))
            )
            {
                yield return new(text, $"{text[..1]}{number:00}{(areMonths ? "" : " ?")}");
            }
        }
    }
}
