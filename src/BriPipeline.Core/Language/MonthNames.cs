namespace BriPipeline.Core.Language;

/// <summary>Names that two languages have for different months: "listopad" is October in Croatian, November in Czech and Polish.</summary>
internal static class MonthNames
{
    /// <summary>Of a word that is a month in other languages and none in this one: "avg" is August in Serbian, an average in English.
    /// That it is none is never taken for certain.</summary>
    private const int NoMonth = 0;

    /// <summary>The letter of words for a year, which such a word may be about.</summary>
    private const char WholeYear = 'y';

    /// <summary>The words of a text, read in each of the languages that makes a difference; once where none does.</summary>
    /// <param name="languages">The languages that it may be in; null for any.</param>
    public static IEnumerable<List<PeriodWord>> Readings(List<PeriodWord> words, IReadOnlySet<string>? languages = null)
    {
        if (!words.Exists(IsShared))
        {
            return [words];
        }

        var names = words.FindAll(word => word.Months is not null);
        var all = names.SelectMany(name => name.Months!.Keys).Distinct(StringComparer.Ordinal).ToList();
        var ofAll = all.FindAll(language => names.TrueForAll(name => name.Months!.ContainsKey(language)));
        var may = ofAll.Count > 0 ? ofAll : all;
        var known = may.FindAll(language => languages?.Contains(language) == true);
        return (known.Exists(NamesMonths) ? known : may)
            .Select(language =>
                words.ConvertAll(word =>
                    word.Months?.TryGetValue(language, out var month) != true ? word
                    : month == NoMonth ? word with { Class = WholeYear, Value = 0 }
                    : word with { Value = month }
                )
            )
            .DistinctBy(read => string.Join(' ', read.Select(word => word.Value)), StringComparer.Ordinal);

        bool NamesMonths(string language) =>
            names.TrueForAll(name => name.Months!.GetValueOrDefault(language) != NoMonth);
    }

    /// <summary>The periods of a text that has such a name, as a whole label or inside it.</summary>
    public static IReadOnlyList<PeriodPart> Read(string text, IReadOnlySet<string>? languages) =>
        PeriodText.Read(text, languages) is { Count: > 0 } whole ? whole : PeriodText.FindIn(text, languages);

    /// <summary>Whether a text has such a name.</summary>
    public static bool Rival(string text) => PeriodWords.Split(text).Exists(IsShared);

    /// <summary>The languages in which such names among the texts are to be read: those of the other months there, else those of
    /// the source; null where neither says.</summary>
    public static IReadOnlySet<string>? LanguagesOf(IEnumerable<string> texts, IReadOnlyList<string>? ofSource)
    {
        var names = texts
            .SelectMany(PeriodWords.Split)
            .Select(word => word.Months)
            .OfType<IReadOnlyDictionary<string, int>>()
            .Distinct()
            .ToList();
        var rivals = names
            .FindAll(months => months.Values.Distinct().Count() > 1)
            .SelectMany(months => months.Keys)
            .ToHashSet(StringComparer.Ordinal);
        // A name that each of the rivals has speaks for none of them.
        var said = names
            .Select(months => months.Keys.Where(rivals.Contains).ToHashSet(StringComparer.Ordinal))
            .Where(languages => languages.Count > 0 && languages.Count < rivals.Count)
            .ToList();
        var common = said.Count > 0 ? said.Aggregate(Common) : [];
        var inAny =
            common.Count > 0 ? common : said.SelectMany(languages => languages).ToHashSet(StringComparer.Ordinal);
        return inAny.Count > 0 ? inAny
            : ofSource?.Where(rivals.Contains).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } source ? source
            : null;
    }

    private static HashSet<string> Common(HashSet<string> one, HashSet<string> other) =>
        one.Where(other.Contains).ToHashSet(StringComparer.Ordinal);

    private static bool IsShared(PeriodWord word) =>
        word.Months is { Count: > 1 } months && months.Values.Distinct().Count() > 1;
}
