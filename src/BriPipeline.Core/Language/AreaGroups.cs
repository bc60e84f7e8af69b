using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Who belongs to a group, from when to when: M49 regions from CLDR, the others from <c>groups.json</c>.</summary>
internal sealed class AreaGroups
{
    private readonly Dictionary<string, List<Membership>> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Area Within, Area Without)> differences = new(StringComparer.Ordinal);

    private readonly Dictionary<string, DateOnly> namedSince = new(StringComparer.Ordinal);

    private sealed record Membership(Area Country, DateOnly Joined, DateOnly LastDay);

    public AreaGroups(JsonElement regions, JsonElement groups)
    {
        foreach (var region in regions.EnumerateObject())
        {
            members[region.Name] =
            [
                .. Countries(regions, region.Name)
                    .Order(StringComparer.Ordinal)
                    .Select(code => new Membership(new Area(code), DateOnly.MinValue, DateOnly.MaxValue)),
            ];
        }

        foreach (var group in groups.EnumerateObject())
        {
            if (group.Value.TryGetProperty("namedSince", out var since))
            {
                namedSince[group.Name] = DateOnly.ParseExact(
                    since.GetString()!,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture
                );
            }

            if (group.Value.TryGetProperty("members", out var list))
            {
                members[group.Name] = [.. list.EnumerateArray().Select(member => Parse(member.GetString()!))];
                members[group.Name].Sort((left, right) => string.CompareOrdinal(left.Country.Code, right.Country.Code));
            }
            else if (group.Value.TryGetProperty("within", out var within))
            {
                differences[group.Name] = (
                    new Area(within.GetString()!),
                    new Area(group.Value.GetProperty("without").GetString()!)
                );
            }
        }
    }

    /// <summary>By code; the world is no group.</summary>
    public IReadOnlyList<Area> All =>
        [
            .. members
                .Keys.Concat(differences.Keys)
                .Select(code => new Area(code))
                .Where(area => area.IsGroup && area != Area.World)
                .OrderBy(area => area.Code, StringComparer.Ordinal),
        ];

    /// <summary>The day before which the group's plain name meant other members; null where it never did.</summary>
    public DateOnly? NamedSince(Area group) => namedSince.TryGetValue(group.Code, out var since) ? since : null;

    /// <summary>The group of all countries that do not belong to a group; null where the list has none.</summary>
    public Area? Outside(Area group) =>
        differences
            .Where(difference => difference.Value == (Area.World, group))
            .Select(difference => (Area?)new Area(difference.Key))
            .FirstOrDefault();

    public bool IsMember(Area group, Area country, DateOnly day) =>
        differences.TryGetValue(group.Code, out var difference)
            ? IsMember(difference.Within, country, day) && !IsMember(difference.Without, country, day)
            : members.TryGetValue(group.Code, out var list)
                && list.Exists(member => member.Country == country && member.Joined <= day && day <= member.LastDay);

    /// <summary>Whether a country ever belonged to a group.</summary>
    public bool WasMember(Area group, Area country) =>
        differences.TryGetValue(group.Code, out var difference)
            ? WasMember(difference.Within, country) && !WasMember(difference.Without, country)
            : members.TryGetValue(group.Code, out var list) && list.Exists(member => member.Country == country);

    /// <summary>The members on a day, by code.</summary>
    public IReadOnlyList<Area> Members(Area group, DateOnly day) =>
        differences.TryGetValue(group.Code, out var difference)
            ? [.. Members(difference.Within, day).Except(Members(difference.Without, day))]
        : members.TryGetValue(group.Code, out var list)
            ?
            [
                .. list.Where(member => member.Joined <= day && day <= member.LastDay)
                    .Select(member => member.Country)
                    .Distinct(),
            ]
        : [];

    private static IEnumerable<string> Countries(JsonElement regions, string code) =>
        char.IsAsciiLetter(code[0]) ? [code]
        : regions.TryGetProperty(code, out var parts)
            ? parts
                .EnumerateArray()
                .SelectMany(part => Countries(regions, part.GetString()!))
                .Distinct(StringComparer.Ordinal)
        : [];

    private static Membership Parse(string member)
    {
        var dates = member[3..].TrimStart(':').Split('/');
        return new Membership(
            new Area(member[..3]),
            dates[0].Length == 0 ? DateOnly.MinValue : Day(dates[0]),
            dates.Length == 1 ? DateOnly.MaxValue : Day(dates[1])
        );
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
