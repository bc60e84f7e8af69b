using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Sources;

/// <summary>Areas as one source names them: its own aliases first, then the list of all.</summary>
internal sealed partial class SourceAreas(SourceProfile profile)
{
    private readonly Dictionary<string, IReadOnlyList<Area>> aliases = (
        profile.Aliases ?? new Dictionary<string, string>(StringComparer.Ordinal)
    )
        .GroupBy(
            alias => AreaCodeList.Standard.KeyOf(alias.Key),
            alias => new Area(alias.Value),
            StringComparer.Ordinal
        )
        .ToDictionary(names => names.Key, IReadOnlyList<Area> (names) => [.. names.Distinct()], StringComparer.Ordinal);

    /// <summary>Every area that the label may name: none, one, or several. The number or letter of a list, or a code of the publisher's
    /// own, says nothing: "1. China", "A-China", "5700 - China"; a code of a list before a name must be able to mean the same: "CHN: China".</summary>
    public IReadOnlyList<Area> Find(string label)
    {
        var found = Named(label);
        return found.Count > 0 ? found
            : ListNumber().Match(label) is { Success: true } number ? Named(label[number.Length..])
            : Coded().Match(label) is { Success: true } coded
                ? Both(coded.Groups["code"].Value, coded.Groups["name"].Value)
            : found;
    }

    private List<Area> Both(string code, string name) =>
        Enum.GetValues<AreaCodeScheme>()
            .Select(scheme => AreaCodeList.Standard.FindCode(scheme, code))
            .OfType<Area>()
            .ToList()
            is { Count: > 0 } known
            ? [.. Named(name).Intersect(known)]
            : [];

    private IReadOnlyList<Area> Named(string label) =>
        aliases.Count > 0 && aliases.TryGetValue(AreaCodeList.Standard.KeyOf(label), out var own)
            ? own
            : AreaCodeList.Standard.Find(label, profile.Languages);

    [GeneratedRegex(
        @"^\s*([\[(](?<code>[A-Z]{2,3}|[0-9]{3})[\])]\s*|(?<code>[A-Z]{2,3}|[0-9]{3})(\s*[-:–—]\s*|\s+))(?<name>\p{L}.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Coded();

    [GeneratedRegex(
        @"^\s*([0-9]{1,3}\s*[.)]|[0-9]{1,2}\s*[-–—]|[0-9]{4,5}\s*[-:–—]|[A-H]\s*[-–—)]|[IVX]{2,4}\s*[.)-]|I\s*[.)-])\s*(?=\p{L})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ListNumber();
}
