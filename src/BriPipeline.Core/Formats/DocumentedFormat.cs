using System.Text.Json;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Formats;

/// <summary>A description made ready to be asked whether a heading row is of its format.</summary>
internal sealed class DocumentedFormat
{
    private readonly Dictionary<string, string> named;
    private readonly Dictionary<string, string?> spelled = new(StringComparer.Ordinal);
    private readonly List<(string Key, FormatPattern Pattern)> patterns;
    private string[][]? needed;

    /// <exception cref="JsonException">A heading is described twice.</exception>
    public DocumentedFormat(FormatDescription description)
    {
        Description = description;
        patterns =
        [
            .. description
                .Columns.Keys.Where(FormatPattern.Is)
                .Select(key => (key, new FormatPattern($"^(?:{key[1..^1]})$"))),
        ];
        named = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, column) in description.Columns.Where(column => !FormatPattern.Is(column.Key)))
        {
            foreach (var heading in column.Also.Prepend(key))
            {
                if (!named.TryAdd(heading, key))
                {
                    throw new JsonException($"The heading \"{heading}\" is described twice.");
                }

                var spelling = HeadingSpelling.Of(heading);
                spelled[spelling] = !spelled.TryGetValue(spelling, out var same) || same == key ? key : null;
            }
        }
    }

    public FormatDescription Description { get; }

    /// <summary>For a description that somebody wrote; those that come along are held by tests.</summary>
    /// <exception cref="JsonException">The description contradicts itself or names what there is not.</exception>
    public static DocumentedFormat Checked(FormatDescription description)
    {
        var format = new DocumentedFormat(description);
        FormatDescriptionCheck.Check(description, format.patterns.Select(column => column.Pattern));
        return format;
    }

    /// <summary>The key in the description of each column; null where it is not documented. A blank heading is that of a
    /// column of labels only where figures follow. What a program made of a heading counts where no other column has it.</summary>
    /// <param name="asWritten">What programs made of headings counts for nothing.</param>
    public IReadOnlyList<string?> KeysOf(IReadOnlyList<FormatHeading> headings, bool asWritten = false)
    {
        var keys = headings.Select(heading => KeyOf(heading.Text)).ToArray();
        foreach (
            var (index, key) in headings
                .Index()
                .Where(heading => !asWritten && keys[heading.Index] is null)
                .Select(heading => (heading.Index, Key: RespelledKeyOf(heading.Item.Text)))
                .Where(heading =>
                    heading.Key is not null && (FormatPattern.Is(heading.Key) || !keys.Contains(heading.Key))
                )
                .GroupBy(heading => heading.Key, StringComparer.Ordinal)
                .Where(same => FormatPattern.Is(same.Key!) || !same.Skip(1).Any())
                .SelectMany(same => same)
                .ToList()
        )
        {
            keys[index] = key;
        }

        for (var index = 0; index < keys.Length; index++)
        {
            if (keys[index] is { Length: 0 } && !(index + 1 < keys.Length && IsFigures(keys[index + 1])))
            {
                keys[index] = null;
            }
        }

        return keys;
    }

    /// <summary>What the groups of a heading's expression caught.</summary>
    public IEnumerable<(FormatRole Role, string Text)> Caught(string key, string heading)
    {
        var pattern = patterns.Find(column => column.Key == key).Pattern;
        return (pattern?.MatchOf(heading) ?? pattern?.MatchOf(HeadingSpelling.Parted(heading))) is { } match
            ? pattern!
                .Roles()
                .Where(group => match.Groups[group.Group].Success)
                .Select(group => (group.Role, match.Groups[group.Group].Value.Trim()))
            : [];
    }

    /// <summary>How many of the needed columns that are named in full a row has, and how many there are; cheaper than to look for all.</summary>
    /// <param name="spellings">Of its headings.</param>
    public (int Has, int Of) NamedIn(IReadOnlySet<string> spellings)
    {
        needed ??=
        [
            .. Description
                .Needs.Where(need => !FormatPattern.Is(need))
                .Select(need => Description.Columns[need].Also.Prepend(need).Select(HeadingSpelling.Of).ToArray()),
        ];
        return (needed.Count(need => need.Any(spellings.Contains)), needed.Length);
    }

    /// <summary>Whether there is a column of figures among them.</summary>
    public bool HasFigures(IReadOnlyList<FormatHeading> headings) => KeysOf(headings).Any(IsFigures);

    /// <summary>The needed columns that a row of headings lacks.</summary>
    public IReadOnlyList<string> Lacking(IReadOnlyList<FormatHeading> headings, bool asWritten = false)
    {
        var keys = KeysOf(headings, asWritten).ToHashSet(StringComparer.Ordinal);
        return [.. Description.Needs.Where(need => !keys.Contains(need))];
    }

    private string? KeyOf(string heading) =>
        named.TryGetValue(heading, out var key) ? key
        : heading.Length == 0 ? null
        : patterns.Find(column => column.Pattern.MatchOf(heading) is not null).Key;

    private string? RespelledKeyOf(string heading) =>
        heading.Length == 0 ? null
        : HeadingSpelling.Of(heading) is { Length: > 0 } spelling && spelled.TryGetValue(spelling, out var key) ? key
        : HeadingSpelling.Parted(heading) is var parted && parted != heading ? KeyOf(parted)
        : null;

    private bool IsFigures(string? key) => key is not null && Description.Columns[key].Is == FormatRole.Figures;

    public CodeReader Reader(FormatRole role, FormatList list, SourceProfile profile) =>
        new(role, list, new FormatLists(Description.Lists), profile);
}
