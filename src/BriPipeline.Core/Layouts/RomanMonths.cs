using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>Roman numerals over columns: months where one of them is above four, "IX 2024" or "I–IX 2024"; quarters where the table says
/// so. Up to four they may be either.</summary>
internal static class RomanMonths
{
    private const int Quarters = 4;

    /// <summary>"X" alone is a code of exports too.</summary>
    private const int Ten = 10;

    /// <summary>The texts that are one numeral, with their year or without, as the months or quarters that they are.</summary>
    /// <param name="areQuarters">Whether the words around the table speak of quarters.</param>
    public static IEnumerable<KeyValuePair<string, string>> Expand(IEnumerable<string> texts, Func<bool> areQuarters)
    {
        var all = texts.Where(text => text.Length <= 40).Distinct(StringComparer.Ordinal).ToList();
        var found = all.Select(text => (Text: text, Says: RomanText.Read(text)))
            .Where(one => one.Says?.Number <= 12)
            .Select(one => (one.Text, one.Says!.Value.Number, one.Says.Value.Year))
            .ToList();
        if (found.Count == 0)
        {
            yield break;
        }

        var letter =
            found.Exists(one => one.Number > Quarters && one.Number != Ten) || all.Exists(RomanText.IsRange) ? 'M'
            : found.TrueForAll(one => one.Number <= Quarters) && areQuarters() ? 'Q'
            : (char?)null;
        foreach (var (text, number, year) in letter is null ? [] : found)
        {
            yield return new(text, $"{letter}{(letter == 'M' ? $"{number:00}" : $"{number}")} {year}".TrimEnd());
        }
    }
}
