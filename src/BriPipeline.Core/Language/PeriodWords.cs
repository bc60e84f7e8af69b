using System.Globalization;
using System.Text.Json;

namespace BriPipeline.Core.Language;

/// <summary>What one word means inside a period.</summary>
/// <param name="Class">The letter by which the patterns of <see cref="PeriodText"/> know it: <c>Y</c> a year, <c>M</c> a month's
/// name, <c>m</c> a number from 1 to 12, <c>n</c> another of two digits, <c>S</c> YYYYMM, <c>R</c> an ordinal, <c>r</c> a Roman numeral above four, <c>c</c> a number in words, <c>u</c> a word for a year that begins in other months in other countries, <c>v</c> two years in four digits, <c>x</c> any other
/// number, <c>w</c> any other word, else a class of <see cref="Classes"/> or the sign itself.</param>
/// <param name="IsFullName">A month's whole name, not one so short that it may be another word.</param>
/// <param name="Months">Of a month's name: which one it is, language by language.</param>
internal readonly record struct PeriodWord(
    char Class,
    int Value,
    int Start,
    int Length,
    bool IsFullName,
    IReadOnlyDictionary<string, int>? Months = null
);

/// <summary>The words of periods in every language: months from CLDR and the language files.</summary>
internal static class PeriodWords
{
    /// <summary>The keys of period words in language files, with the letters by which patterns know them. Of a word of two
    /// meanings the first counts; one behind a caret is written in capitals.</summary>
    private static readonly (string Key, char Letter)[] Classes =
    [
        ("year", 'y'),
        ("quarter", 'q'),
        ("month", 'o'),
        ("monthSign", 'O'),
        ("monthLetter", 'k'),
        ("half", 'H'),
        ("firstHalf", 'U'),
        ("secondHalf", 'V'),
        ("day", 'D'),
        ("week", 'j'),
        ("until", '-'),
        ("and", '&'),
        ("dropped", 'p'),
        ("apart", 's'),
        ("onwards", 'z'),
        ("ordinalEnding", 'd'),
        ("fiscal", 'f'),
        ("remark", 'h'),
        ("remarkOfMonth", 'g'),
        ("middle", 'e'),
        ("ended", 'l'),
        ("yearEnded", 'L'),
    ];

    private static readonly Lazy<HashSet<string>> Flows = new(() => Vocabulary.Set("flows"));

    private sealed record Meaning(char Class, int Value, bool IsFullName, Dictionary<string, int>? Months = null);

    private sealed record PeriodTable(
        Dictionary<string, Meaning> Words,
        List<(string Stem, Meaning Meaning)> Stems,
        Dictionary<string, int> LengthsByFirstWord,
        Dictionary<string, Meaning> Capitals
    );

    private static readonly Lazy<PeriodTable> Table = new(Load);

    /// <summary>The text as words of periods; droppable words such as "of" and "за" are left out.</summary>
    public static List<PeriodWord> Split(string text)
    {
        var words = Word.Split(text);
        var result = new List<PeriodWord>(words.Count);
        for (var index = 0; index < words.Count; )
        {
            var (meaning, count) =
                Eras.At(words, index, text) is { } era
                    ? (new Meaning(era.Year is null ? 'x' : 'Y', era.Year ?? 0, false), era.Count)
                : words[index].IsNumber ? (NumberAt(words, index, text), 1)
                : NameAt(words, index, text) ?? (new Meaning(ClassOf(words[index]), 0, false), 1);
            // Of "W36" the letter is no word that may be dropped.
            var isGlued =
                count == 1
                && words[index] is { Length: 1, First: >= 'a' and <= 'z' }
                && index + count < words.Count
                && words[index + count] is { IsNumber: true } next
                && next.Start == words[index + count - 1].End;
            if (meaning.Class == 'p' && isGlued)
            {
                meaning = new('w', 0, false);
            }

            if (meaning.Class != 'p')
            {
                var start = words[index].Start;
                result.Add(
                    new PeriodWord(
                        meaning.Class,
                        meaning.Value,
                        start,
                        words[index + count - 1].End - start,
                        meaning.IsFullName,
                        meaning.Months
                    )
                );
            }

            index += count;
        }

        return result;
    }

    private static char ClassOf(Word word) => char.IsLetter(word.First) ? 'w' : word.First;

    private static Meaning NumberAt(List<Word> words, int index, string text)
    {
        var word = words[index];
        if (
            word.Length > 6
            || !int.TryParse(word.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        )
        {
            return new('x', 0, false);
        }

        // "allcountriesjune2026" is one name: its digits are part of it. "IMP2022" are imports of a year.
        var isGlued =
            index > 0
            && words[index - 1].End == word.Start
            && char.IsLetter(text[word.Start - 1])
            && NameAt(words, index - 1, text) is null
            && !Flows.Value.Contains(words[index - 1].Folded);
        // "VK10" is the number of a table, "trade10" may be the month of one.
        var isCode = isGlued && words[index - 1].Length <= 2 && char.IsUpper(text[words[index - 1].Start]);
        return word.Length switch
        {
            1 or 2 when isCode => new('x', value, false),
            1 or 2 when value is >= 1 and <= 12 => new('m', value, false),
            2 => new('n', Eras.ShortYear(value, text) ?? value, false),
            4 when value is >= 1900 and <= 2100 && !isGlued => new('Y', value, false),
            6 when value / 100 is >= 1900 and <= 2100 && value % 100 is >= 1 and <= 12 && !isGlued => new(
                'S',
                value,
                false
            ),
            4 when value % 100 == (value / 100) + 1 => new('v', value, false),
            _ => new('x', value, false),
        };
    }

    private static (Meaning Meaning, int Count)? NameAt(List<Word> words, int index, string text)
    {
        // "KW" is a week in German, "kw" a quarter in Polish.
        if (
            Table.Value.Capitals.TryGetValue(words[index].Folded, out var abbreviation)
            && !text.AsSpan(words[index].Start, words[index].Length).ContainsAnyInRange('a', 'z')
        )
        {
            return (abbreviation, 1);
        }

        var longest = Math.Min(
            Table.Value.LengthsByFirstWord.GetValueOrDefault(words[index].Folded, 1),
            words.Count - index
        );
        for (var count = longest; count > 0; count--)
        {
            var name =
                count == 1
                    ? words[index].Folded
                    : string.Join(' ', words.GetRange(index, count).Select(word => word.Folded));
            if (Table.Value.Words.TryGetValue(name, out var meaning))
            {
                return (meaning, count);
            }
        }

        var word = words[index].Folded;
        foreach (var (stem, meaning) in Table.Value.Stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return (meaning, 1);
            }
        }

        return null;
    }

    private static PeriodTable Load()
    {
        var table = new PeriodTable(
            new(StringComparer.Ordinal),
            [],
            new(StringComparer.Ordinal),
            new(StringComparer.Ordinal)
        );
        using var cldr = CodeListResource.Read("CodeLists/cldr-months.json");
        foreach (var language in cldr.RootElement.GetProperty("months").EnumerateObject())
        {
            foreach (var (index, month) in language.Value.EnumerateArray().Index())
            {
                AddMonth(table, Texts(month.GetProperty("full")), language.Name, index + 1, isFullName: true);
                AddMonth(table, Texts(month.GetProperty("short")), language.Name, index + 1, isFullName: false);
            }
        }

        foreach (var (language, month, name) in Vocabulary.ByLanguage("months"))
        {
            AddMonth(table, [name], language, int.Parse(month, CultureInfo.InvariantCulture), isFullName: true);
        }

        AddAll(table, FiscalYears.Words, new('u', 0, false));
        foreach (var (key, letter) in Classes)
        {
            AddAll(table, Vocabulary.Phrases("periods", key), new(letter, 0, false));
        }

        for (var months = 2; months <= 12; months++)
        {
            AddAll(table, Vocabulary.Phrases("words", $"number {months}"), new('c', months, false));
        }

        for (var month = 5; month <= 12; month++)
        {
            AddAll(table, Vocabulary.Phrases("words", $"roman {month}"), new('r', month, false));
        }

        foreach (var (number, name) in Vocabulary.Section("ordinals"))
        {
            AddAll(table, [name], new('R', number[0] - '0', false));
        }

        return table;
    }

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.EnumerateArray().Select(text => text.GetString()!);

    // "May" and "mai" are other words too.
    private static bool IsUnmistakable(string name) => name.Length > 3 || Word.IsHan(name[0]);

    private static void AddMonth(
        PeriodTable table,
        IEnumerable<string> names,
        string language,
        int month,
        bool isFullName
    )
    {
        foreach (var name in names)
        {
            AddAll(table, [name], new('M', month, isFullName, new(StringComparer.Ordinal)));
            table.Words.GetValueOrDefault(Key(name))?.Months?.TryAdd(language, month);
        }
    }

    private static string Key(string text) => string.Join(' ', Word.Split(text).Select(word => word.Folded));

    // A word of two meanings keeps the first: months stand before all else.
    private static void AddAll(PeriodTable table, IEnumerable<string> names, Meaning meaning)
    {
        foreach (var text in names)
        {
            var isStem = text.EndsWith('*');
            var words = Word.Split(text.TrimEnd('*').TrimStart('^'));
            var key = string.Join(' ', words.Select(word => word.Folded));
            if (text[0] == '^')
            {
                table.Capitals.TryAdd(key, meaning);
            }
            else if (isStem)
            {
                table.Stems.Add((key, meaning));
            }
            else
            {
                var first = words[0].Folded;
                table.LengthsByFirstWord[first] = Math.Max(
                    words.Count,
                    table.LengthsByFirstWord.GetValueOrDefault(first, 1)
                );
                table.Words.TryAdd(key, meaning with { IsFullName = meaning.IsFullName && IsUnmistakable(key) });
            }
        }
    }
}
