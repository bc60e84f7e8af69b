using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Every name of every area, by key and by language.</summary>
internal sealed class AreaNames
{
    private readonly Dictionary<string, List<(Area Area, string Language)>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Mention>> mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, string Language), string> display = [];

    private sealed record Name(string Text, string[] Words, string Key);

    /// <summary>A name as it is looked for inside longer texts.</summary>
    /// <param name="IsAcronym">Written in capitals, and only so taken for a name.</param>
    /// <param name="HasSigns">Written with a comma, semicolon or brackets: "Taiwan, China".</param>
    public sealed record Mention(string[] Words, Area Area, bool IsAcronym, bool HasSigns);

    public AreaNames(JsonElement cldr, JsonElement countries, JsonElement aliases, JsonElement groups)
    {
        Key = new AreaKey(aliases);
        var shortNames = aliases
            .GetProperty("short")
            .EnumerateArray()
            .Select(name => name.GetString()!)
            .ToHashSet(StringComparer.Ordinal);

        // Aliases and groups come first: what they name stands alone.
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (areas, text) in Entries(aliases.GetProperty("names")))
        {
            var name = Read(text);
            own.Add(name.Key);
            foreach (var code in areas.Split('|'))
            {
                Add(name, new Area(code), "");
                display.TryAdd((code, "en"), text);
            }

            if (!areas.Contains('|', StringComparison.Ordinal))
            {
                AddMention(name, new Area(areas), shortNames);
            }
        }

        foreach (var (code, text) in Entries(aliases.GetProperty("labels")))
        {
            var name = Read(text);
            own.Add(name.Key);
            Add(name, new Area(code), "");
        }

        foreach (var group in groups.EnumerateObject())
        {
            var area = new Area(group.Name);
            foreach (var (language, text) in Entries(group.Value.GetProperty("names")))
            {
                var name = Read(text);
                own.Add(name.Key);
                Add(name, area, "");
                display.TryAdd((group.Name, language), text);

                // "Other" is a label of a row and a word of any title.
                if (group.Name != "_OTHER")
                {
                    AddMention(name, area, shortNames);
                }
            }
        }

        foreach (var language in cldr.GetProperty("names").EnumerateObject())
        {
            foreach (var area in language.Value.EnumerateObject())
            {
                // CLDR's plain name over the first alias.
                display[(area.Name, language.Name)] = area.Value[0].GetString()!;
            }
        }

        foreach (var list in new[] { cldr, countries })
        {
            foreach (var language in list.GetProperty("names").EnumerateObject())
            {
                foreach (var (code, text) in Entries(language.Value))
                {
                    var name = Read(text);
                    if (name.Key.Length > 0 && !own.Contains(name.Key))
                    {
                        Add(name, new Area(code), language.Name);
                        AddMention(name, new Area(code), shortNames);
                    }
                }
            }
        }

        foreach (var (code, text) in Entries(aliases.GetProperty("genitives")))
        {
            AddMention(Read(text), new Area(code), shortNames);
        }

        foreach (var list in mentions.Values)
        {
            list.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
        }
    }

    public AreaKey Key { get; }

    /// <summary>The areas of a key; more than one is narrowed by the languages where that leaves any.</summary>
    public IReadOnlyList<Area> Find(string key, IReadOnlyList<string>? languages)
    {
        if (!byKey.TryGetValue(key, out var entries))
        {
            return [];
        }

        var areas = entries.Select(entry => entry.Area).Distinct().ToList();
        if (areas.Count > 1 && languages is not null)
        {
            var narrowed = entries
                .Where(entry =>
                    entry.Language.Length == 0 || languages.Contains(entry.Language, StringComparer.Ordinal)
                )
                .Select(entry => entry.Area)
                .Distinct()
                .ToList();
            areas = narrowed.Count > 0 ? narrowed : areas;
        }

        return areas;
    }

    /// <summary>The areas of the keys nearest to one that is none, nearest first: advice for people. A key of four letters
    /// may differ in one, of eight in two.</summary>
    public IReadOnlyList<Area> Closest(string key, int most) =>
        [
            .. byKey
                .Select(entry => (Distance: EditDistance.Of(key, entry.Key, key.Length / 4), entry.Value))
                .Where(entry => entry.Distance is not null)
                .OrderBy(entry => entry.Distance)
                .SelectMany(entry => entry.Value)
                .Select(entry => entry.Area)
                .Distinct()
                .Take(most),
        ];

    /// <summary>The names that begin with a word, longest first.</summary>
    public IReadOnlyList<Mention> MentionsOf(string firstWord) => mentions.GetValueOrDefault(firstWord) ?? [];

    /// <summary>Every area that has a name to print, by code.</summary>
    public IReadOnlyList<Area> All =>
        [
            .. display
                .Keys.Select(key => key.Item1)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(code => new Area(code)),
        ];

    public string? NameOf(Area area, string language) => display.GetValueOrDefault((area.Code, language));

    private static IEnumerable<(string Name, string Text)> Entries(JsonElement table) =>
        from entry in table.EnumerateObject()
        from text in entry.Value.EnumerateArray()
        select (entry.Name, text.GetString()!);

    private Name Read(string text)
    {
        string[] words = [.. Key.WordsOf(text).Select(word => word.Text)];
        return new Name(text, words, AreaKey.Of(words));
    }

    private void Add(Name name, Area area, string language)
    {
        if (!byKey.TryGetValue(name.Key, out var entries))
        {
            byKey[name.Key] = entries = [];
        }

        if (!entries.Contains((area, language)))
        {
            entries.Add((area, language));
        }
    }

    private void AddMention(Name name, Area area, HashSet<string> shortNames)
    {
        var (text, words, _) = name;
        var letters = text.Count(char.IsLetter);
        if (words.Length == 0 || (letters < 3 && !Word.IsHan(text[0]) && !shortNames.Contains(text)))
        {
            return;
        }

        if (!mentions.TryGetValue(words[0], out var list))
        {
            mentions[words[0]] = list = [];
        }

        var isAcronym = letters <= 5 && !Word.IsHan(text[0]) && text.Where(char.IsLetter).All(char.IsUpper);
        list.Add(new Mention(words, area, isAcronym, text.AsSpan().ContainsAny(",(;")));
    }
}
