using System.Text.Json;

namespace BriPipeline.Core.Observations.CodeLists;

/// <summary>Every name of every area, by key and by language.</summary>
internal sealed class AreaNames
{
    private readonly Dictionary<string, List<(Area Area, string Language)>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Mention>> mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, string Language), string> display = [];
    private readonly HashSet<(string Code, string Language)> fromCldr = [];

    /// <summary>A name as it is looked for inside longer texts.</summary>
    /// <param name="IsAcronym">Written in capitals, and only so taken for a name.</param>
    public sealed record Mention(string[] Words, Area Area, bool IsAcronym, string Language);

    public AreaNames(JsonElement cldr, JsonElement aliases, JsonElement groups)
    {
        Key = new AreaKey(aliases);
        var shortNames = aliases
            .GetProperty("short")
            .EnumerateArray()
            .Select(name => name.GetString()!)
            .ToHashSet(StringComparer.Ordinal);

        // Aliases and groups come first: what they name stands alone.
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (areas, name) in Entries(aliases.GetProperty("names")))
        {
            foreach (var code in areas.Split('|'))
            {
                own.Add(Add(name, new Area(code), ""));
                Display(new Area(code), "en", name);
            }

            if (!areas.Contains('|', StringComparison.Ordinal))
            {
                AddMention(name, new Area(areas), "", shortNames);
            }
        }

        foreach (var (code, name) in Entries(aliases.GetProperty("labels")))
        {
            own.Add(Add(name, new Area(code), ""));
        }

        foreach (var group in groups.EnumerateObject())
        {
            foreach (var (language, name) in Entries(group.Value.GetProperty("names")))
            {
                own.Add(Add(name, new Area(group.Name), ""));
                Display(new Area(group.Name), language, name);
                if (group.Name != "_OTHER")
                {
                    AddMention(name, new Area(group.Name), "", shortNames);
                }
            }
        }

        foreach (var language in cldr.GetProperty("names").EnumerateObject())
        {
            foreach (var (code, name) in Entries(language.Value))
            {
                var area = new Area(code);
                DisplayOver(area, language.Name, name);
                if (!own.Contains(Key.Of(name)))
                {
                    Add(name, area, language.Name);
                    AddMention(name, area, language.Name, shortNames);
                }
            }
        }

        foreach (var (code, name) in Entries(aliases.GetProperty("genitives")))
        {
            AddMention(name, new Area(code), "", shortNames);
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

    /// <summary>The names that begin with a word, longest first.</summary>
    public IReadOnlyList<Mention> MentionsOf(string firstWord) => mentions.GetValueOrDefault(firstWord) ?? [];

    public string? NameOf(Area area, string language) => display.GetValueOrDefault((area.Code, language));

    private static IEnumerable<(string Name, string Text)> Entries(JsonElement table) =>
        from entry in table.EnumerateObject()
        from text in entry.Value.EnumerateArray()
        select (entry.Name, text.GetString()!);

    private string Add(string name, Area area, string language)
    {
        var key = Key.Of(name);
        if (!byKey.TryGetValue(key, out var entries))
        {
            byKey[key] = entries = [];
        }

        if (!entries.Contains((area, language)))
        {
            entries.Add((area, language));
        }

        return key;
    }

    private void AddMention(string name, Area area, string language, HashSet<string> shortNames)
    {
        var words = Key.WordsOf(name).Select(word => word.Text).ToArray();
        var letters = name.Count(char.IsLetter);
        if (words.Length == 0 || (letters < 3 && !Word.IsHan(name[0]) && !shortNames.Contains(name)))
        {
            return;
        }

        if (!mentions.TryGetValue(words[0], out var list))
        {
            mentions[words[0]] = list = [];
        }

        var isAcronym = letters <= 5 && !Word.IsHan(name[0]) && name.Where(char.IsLetter).All(char.IsUpper);
        list.Add(new Mention(words, area, isAcronym, language));
    }

    private void Display(Area area, string language, string name) => display.TryAdd((area.Code, language), name);

    // CLDR's first name over the first alias.
    private void DisplayOver(Area area, string language, string name)
    {
        if (!fromCldr.Add((area.Code, language)))
        {
            return;
        }

        display[(area.Code, language)] = name;
    }
}
