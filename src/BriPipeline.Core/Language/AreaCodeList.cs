using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>The public code schemes for areas that publishers print beside names.</summary>
public enum AreaCodeScheme
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    Alpha2,

    /// <summary>ISO 3166-1 alpha-3.</summary>
    Alpha3,

    /// <summary>ISO 3166-1 numeric, equal to UN M49; leading zeros may be lost.</summary>
    Numeric,
}

/// <summary>Areas by name and code. A name is matched exactly, folded or by alias; never by likeness.</summary>
public sealed partial class AreaCodeList
{
    private static readonly Lazy<AreaCodeList> Embedded = new(() => new AreaCodeList());

    /// <summary>"Total of ...", "Всего по странам ...".</summary>
    private static readonly Lazy<Regex> Before = WordPattern.Lazy(() =>
    {
        var preposition = WordPattern.Of(Vocabulary.Phrases("prepositions", "scope", "owner"));
        var countries = WordPattern.Of(Vocabulary.Phrases("words", "countries"));
        return $@"^[\s,:–—-]*(?:{preposition}\s+)?(?:{countries}\s+)?";
    });

    private static readonly Lazy<Regex> Joined = WordPattern.Lazy(() =>
        $@"^(?<one>.+?)\s*{ConnectingWords.Conjunction}\s*(?<two>.+)$"
    );

    private readonly AreaNames names;
    private readonly AreaAdjectives adjectives;
    private readonly AreaCodes codes;
    private readonly AreaGroups groups;
    private readonly string[][] leading;
    private readonly List<string> honours;
    private readonly HashSet<string> harmless;

    private AreaCodeList()
    {
        using var cldr = CodeListResource.Read("CodeLists/cldr-names.json");
        using var countries = CodeListResource.Read("CodeLists/country-names.json");
        using var aliases = CodeListResource.Read("CodeLists/aliases.json");
        using var groupTable = CodeListResource.Read("CodeLists/groups.json");
        var closedList = groupTable.RootElement.GetProperty("groups");
        names = new AreaNames(cldr.RootElement, countries.RootElement, aliases.RootElement, closedList);
        using var adjectiveTable = CodeListResource.Read("CodeLists/adjectives.json");
        adjectives = new AreaAdjectives(adjectiveTable.RootElement, names);
        codes = new AreaCodes(cldr.RootElement, aliases.RootElement);
        groups = new AreaGroups(cldr.RootElement.GetProperty("members"), closedList);
        leading =
        [
            .. Keys(
                    Texts(aliases.RootElement.GetProperty("leading"))
                        .Concat(Vocabulary.Phrases("including").Where(phrase => !phrase.EndsWith('*')))
                )
                .Select(phrase => phrase.Split(' ')),
        ];
        honours = Keys(Texts(aliases.RootElement.GetProperty("honours")));
        var remarks = aliases.RootElement.GetProperty("remarks");
        harmless = [.. Keys(Texts(remarks.GetProperty("harmless")))];
    }

    /// <summary>The embedded list: CLDR names, further names of countries, ISO 3166, aliases and groups.</summary>
    public static AreaCodeList Standard => Embedded.Value;

    /// <summary>Every area that the label may name: none, one, or several (ambiguity is a value).</summary>
    /// <param name="languages">ISO 639-1 codes that break ties between languages; null for any.</param>
    public IReadOnlyList<Area> Find(string label, IReadOnlyList<string>? languages = null)
    {
        var text = label.Trim().TrimStart('-', '–', '—', '•', '·', '*', ' ', '\u00A0');
        // No name is written in digits and signs.
        return !text.Any(c => char.IsAsciiLetter(c) || !char.IsAscii(c)) ? []
            : FindPlain(text, languages) is { Count: > 0 } plain ? (IsOneOfTwo(text, plain, languages) ? [] : plain)
            : WithoutLeading(text) is { } rest ? Find(rest, languages)
            : FindVariant(text, languages);
    }

    /// <summary>The group of which a label that names no area itself is what the listed members leave over; null for any other label.</summary>
    public Area? RestOf(string label) =>
        GroupText.RestOf(label.Trim(), name => FindPlain(name, null)) is { } group && Find(label).Count == 0
            ? group
            : null;

    /// <summary>What names are told apart by: labels of one key are one name.</summary>
    public string KeyOf(string label) => names.Key.Of(label);

    /// <summary>Whether the code is that of an area of any list.</summary>
    public bool IsKnown(Area area) => names.NameOf(area, "en") is not null;

    /// <summary>Every area of the list, by code.</summary>
    public IReadOnlyList<Area> All => names.All;

    /// <summary>The area of a code, or null.</summary>
    public Area? FindCode(AreaCodeScheme scheme, string code) => codes.Find(scheme, code);

    /// <summary>The areas whose names come nearest to a label that names none: advice for people, never a choice.</summary>
    public IReadOnlyList<Area> Closest(string label, int most) => names.Closest(names.Key.Of(label), most);

    /// <summary>The areas mentioned in a longer text such as a title: whole words, three letters and more, longest first
    /// where names overlap, in text order. Names that several areas share are left out. Adjectives count beside a flow.</summary>
    public IReadOnlyList<(Area Area, int Start, int Length)> FindIn(string text, IReadOnlyList<Term> terms) =>
        [
            .. WithAdjectives(AreaMentions.Find(text, names, terms), text, terms)
                .Select(mention =>
                    groups.Outside(mention.Area) is { } outside && GroupText.IsOutside(text, mention.Start)
                        ? mention with
                        {
                            Area = outside,
                        }
                        : mention
                ),
        ];

    private IEnumerable<(Area Area, int Start, int Length)> WithAdjectives(
        IReadOnlyList<(Area Area, int Start, int Length)> named,
        string text,
        IReadOnlyList<Term> terms
    ) =>
        named
            .Concat(
                adjectives
                    .Find(text, terms)
                    .Where(one =>
                        !named.Any(name => name.Start < one.Start + one.Length && one.Start < name.Start + name.Length)
                    )
            )
            .OrderBy(mention => mention.Start);

    /// <summary>The area's name in a language; English where that is not known, the code where nothing is.</summary>
    public string NameOf(Area area, string language) =>
        Capital(names.NameOf(area, language) ?? names.NameOf(area, "en") ?? area.Code);

    // CLDR writes "world" as it stands inside a sentence.
    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Every group and region of which members are known, by code.</summary>
    internal IReadOnlyList<Area> Groups => groups.All;

    /// <summary>The day before which a group's plain name meant other members; null where it never did.</summary>
    public DateOnly? NamedSince(Area group) => groups.NamedSince(group);

    /// <summary>Whether a country belongs to a group on the last day of a period.</summary>
    public bool IsMember(Area group, Area country, TimePeriod period) => groups.IsMember(group, country, period.Last);

    /// <summary>The group of all countries outside of a union; null where the list has none.</summary>
    internal Area? OutsideOf(Area union) => groups.Outside(union);

    /// <summary>Whether an area is the group of all countries outside of a union.</summary>
    internal bool IsOutside(Area area) => groups.All.Any(union => groups.Outside(union) == area);

    /// <summary>The unions to which a country belongs today and of which the list has those outside too, the smallest first.</summary>
    internal IEnumerable<Area> UnionsOf(Area country) =>
        groups
            .All.Where(group => groups.Outside(group) is not null && groups.IsMember(group, country, DateOnly.MaxValue))
            // A number in its code is that of the members of a fixed composition.
            .Where(group => !group.Code.Any(char.IsAsciiDigit))
            .OrderBy(group => groups.Members(group, DateOnly.MaxValue).Count);

    /// <summary>Whether an area is a union, or belongs to one today, of which a group is those outside.</summary>
    internal bool Excludes(Area group, Area area) =>
        groups.All.Any(union =>
            groups.Outside(union) == group && (area == union || groups.IsMember(union, area, DateOnly.MaxValue))
        );

    /// <summary>Whether a country ever belonged to a group.</summary>
    internal bool WasMember(Area group, Area country) => groups.WasMember(group, country);

    /// <summary>The members of a group or region on the last day of a period, by code; none where there is no list.</summary>
    public IReadOnlyList<Area> Members(Area group, TimePeriod period) => groups.Members(group, period.Last);

    // "China and Hong Kong" is both, though the name without its conjunction is that of one.
    private bool IsOneOfTwo(string text, IReadOnlyList<Area> found, IReadOnlyList<string>? languages) =>
        Joined.Value.Match(text) is { Success: true } joined
        && FindPlain(joined.Groups["one"].Value, languages) is [{ IsCountry: true } one]
        && FindPlain(joined.Groups["two"].Value, languages) is [{ IsCountry: true } two]
        && one != two
        && found.Any(area => area == one || area == two);

    // "RU" abbreviates the United Kingdom's name in Spanish, and is the code of Russia: both, until a language is known.
    private IReadOnlyList<Area> FindPlain(string text, IReadOnlyList<string>? languages)
    {
        // "EU (27)" is a name, and its number no footnote mark.
        var found = text.EndsWith(')')
            ? names.Find(AreaKey.Of(names.Key.WordsOf(text).Select(word => word.Text)), languages)
            : [];
        found = found.Count > 0 ? found : names.Find(names.Key.Of(text), languages);
        return
            languages is null
            && found.Count > 0
            && text.Length == 2
            && FindCode(AreaCodeScheme.Alpha2, text) is { } area
            ? [.. found.Union([area])]
            : found;
    }

    private string? WithoutLeading(string text)
    {
        var words = names.Key.WordsOf(text);
        return Array.Find(leading, phrase => words.Count > phrase.Length && AreaKey.IsAt(words, 0, phrase)) is { } found
            ? text[words[found.Length].Start..]
            : null;
    }

    private IReadOnlyList<Area> FindVariant(string text, IReadOnlyList<string>? languages)
    {
        if (FindBehindCode(text, languages) is { } coded)
        {
            return [coded];
        }

        if (GroupText.Find(text, groups, name => FindPlain(name, languages)) is { Count: > 0 } group)
        {
            return group;
        }

        if (Remark().Match(text) is { Success: true } remark)
        {
            return FindBesideRemark(
                remark.Groups["name"].Value.Trim(),
                remark.Groups["remark"].Value.Trim(),
                languages
            );
        }

        if (
            text.Split(',') is [var name, var title]
            && FindPlain($"{title.Trim()} {name.Trim()}", languages) is { Count: > 0 } inverted
        )
        {
            return inverted;
        }

        var read = ReadText.Of(text);
        return FindWithoutHonour(text, languages) is { Count: > 0 } plain ? plain
            : FindGroupOfTotal(text, read.Terms, languages) is { Count: > 0 } total ? total
            : FindQualified(text, read, languages) is { Count: > 0 } qualified ? qualified
            : NamesInLanguages.Find(text, part => FindPlain(part, null));
    }

    /// <summary>"720 China", "CN - China": the country behind three digits of a publisher's own list, or behind its own letters.</summary>
    private Area? FindBehindCode(string text, IReadOnlyList<string>? languages) =>
        Coded().Match(text) is { Success: true } coded
        && Find(coded.Groups["name"].Value, languages) is [{ IsCountry: true } area]
        && (char.IsAsciiDigit(text[0]) || codes.IsCodeOf(area, coded.Groups["code"].Value))
            ? area
            : null;

    /// <summary>"Total, of which:", "Total (estimates)": what stands behind says that a list follows, or how sure the figures are.</summary>
    private IReadOnlyList<Area> FindQualified(string text, ReadText read, IReadOnlyList<string>? languages)
    {
        var end = text.TrimEnd(':', ',', '.', ' ', '\n', ')').Length;
        if (
            ConnectingWords
                .FindIn(text)
                .FirstOrDefault(word => word.Connection == Connection.Including && word.End >= end && word.Start > 0) is
            { } list
        )
        {
            return Find(text[..list.Start].TrimEnd(':', ',', ';', '-', '–', '—', ' ', '\n', '('), languages);
        }

        return
            read.Terms.Any(term => term.Kind == TermKind.Total)
            && read.Terms.Any(term => StatusText.OfWord(term.Code) is not null)
            && read.Terms.All(term => term.Kind == TermKind.Total || StatusText.OfWord(term.Code) is not null)
            && read.LeftOver.Count == 0
            ? [Area.World]
            : [];
    }

    /// <summary>"Total, Africa", "СНГ - всего": the total of a group is the group's row.</summary>
    private IReadOnlyList<Area> FindGroupOfTotal(
        string text,
        IReadOnlyList<Term> terms,
        IReadOnlyList<string>? languages
    )
    {
        foreach (var total in terms.Where(term => term.Kind == TermKind.Total))
        {
            var rest =
                total.Start == 0 ? Before.Value.Replace(text[total.Length..], "")
                : total.Start + total.Length == text.Length ? text[..total.Start].TrimEnd(' ', ',', ':', '-', '–', '—')
                : "";
            if (rest.Length == 0)
            {
                continue;
            }

            var found = FindPlain(rest, languages);
            found = found.Count > 0 ? found : GroupText.Find(rest, groups, name => FindPlain(name, languages));
            if (found.Count > 0)
            {
                return found.All(area => area.IsGroup && area != Area.World && area.Code != "_OTHER") ? found : [];
            }
        }

        return [];
    }

    private IReadOnlyList<Area> FindBesideRemark(string name, string remark, IReadOnlyList<string>? languages)
    {
        // "Bolivia (Plurinational State of)"
        if (FindPlain($"{remark} {name}", languages) is { Count: > 0 } inverted)
        {
            return inverted;
        }

        // "Third countries (outside the EU)"
        if (PartnerLimits.IsName(ReadText.Of(name)) && Find(remark, languages) is [var outside] && IsOutside(outside))
        {
            return [outside];
        }

        var areas = Find(name, languages);
        // "The countries of the European Union (EU-27)"
        if (
            areas is [{ IsGroup: true } group]
            && Find(remark, languages) is [var edition]
            && IsEditionOf(group, edition)
        )
        {
            return [edition];
        }

        return areas.Count == 1 && IsHarmless(remark, areas[0]) ? areas : [];
    }

    private static bool IsEditionOf(Area group, Area edition) =>
        edition.Code.StartsWith(group.Code, StringComparison.Ordinal)
        && edition.Code.Length > group.Code.Length
        && char.IsAsciiDigit(edition.Code[group.Code.Length]);

    private static bool Changes(TermKind kind) =>
        kind is TermKind.Flow or TermKind.Measure or TermKind.Unit or TermKind.Multiplier or TermKind.Limit;

    // A remark may be dropped where it says the same, says what is included, lists a group's members, or is known.
    private bool IsHarmless(string remark, Area area)
    {
        var words = names.Key.WordsOf(remark);
        var firstWord = words.Count == 0 ? "" : words[0].Text;
        var key = names.Key.Of(remark);
        if (harmless.Contains(firstWord) || harmless.Contains(key) || codes.IsCodeOf(area, remark))
        {
            return true;
        }

        if (area.Code[0] == '_' && MemberList().IsMatch(remark))
        {
            return true;
        }

        if (PeriodText.Read(remark).Count > 0 || Lexicon.Read(remark).Any(term => Changes(term.Kind)))
        {
            return false;
        }

        if (Find(remark) is { Count: > 0 } named)
        {
            // "Serbia (Europe)" says where it lies.
            return named.Count == 1
                && (named[0] == area || (named[0].IsGroup && groups.IsMember(named[0], area, DateOnly.MaxValue)));
        }

        // What is not known may be a part of it: an emirate, a free zone, a province.
        return false;
    }

    private IReadOnlyList<Area> FindWithoutHonour(string text, IReadOnlyList<string>? languages)
    {
        var key = names.Key.Of(text.Split(',') is [var name, var title] ? $"{title} {name}" : text);
        foreach (var honour in honours)
        {
            var bare =
                key.StartsWith(honour, StringComparison.Ordinal) && key[honour.Length..] is [' ', .. var behind]
                    ? behind
                : key.EndsWith(honour, StringComparison.Ordinal) && key[..^honour.Length] is [.. var before, ' ']
                    ? before
                : null;
            if (bare is not null && names.Find(bare, languages) is [{ IsCountry: true }] found)
            {
                return found;
            }
        }

        return [];
    }

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.EnumerateArray().Select(text => text.GetString()!);

    private List<string> Keys(IEnumerable<string> phrases) =>
        [
            .. phrases
                .Select(names.Key.Of)
                .Where(key => key.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(key => key.Length),
        ];

    [GeneratedRegex(
        @"^(?<name>[^(]+)\((?<remark>.*)\)[^()\p{L}]*$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Remark();

    [GeneratedRegex(
        @"^(?<code>\d{3}|[A-Z]{2,3})(\s+|\s*[-–—:.]\s*)(?<name>\p{L}.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Coded();

    // "(AT, BE, BG)", "(AT-01/1995, GB-01/1973->01/2020)"
    [GeneratedRegex(@"^[A-Z]{2}[-0-9/>\s]*(?:,\s*[A-Z]{2}[-0-9/>\s]*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex MemberList();
}
