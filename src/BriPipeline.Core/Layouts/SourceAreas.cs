using System.Text.RegularExpressions;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Observations.CodeLists;

namespace BriPipeline.Core.Layouts;

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

    /// <summary>Every area that the label may name: none, one, or several. The number of a list says nothing: "1. China".</summary>
    public IReadOnlyList<Area> Find(string label)
    {
        var found = Named(label);
        return found.Count == 0 && ListNumber().Match(label) is { Success: true } number
            ? Named(label[number.Length..])
            : found;
    }

    private IReadOnlyList<Area> Named(string label) =>
        aliases.Count > 0 && aliases.TryGetValue(AreaCodeList.Standard.KeyOf(label), out var own)
            ? own
            : AreaCodeList.Standard.Find(label, profile.Languages);

    [GeneratedRegex(@"^\s*[0-9]{1,3}\s*[.)]\s*(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex ListNumber();
}
