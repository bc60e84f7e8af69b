using BriPipeline.Core.Observations;
using BriPipeline.Core.Observations.CodeLists;

namespace BriPipeline.Core.Layouts;

/// <summary>Areas as one source names them: its own aliases first, then the list of all.</summary>
internal sealed class SourceAreas(SourceProfile profile)
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

    /// <summary>Every area that the label may name: none, one, or several.</summary>
    public IReadOnlyList<Area> Find(string label) =>
        aliases.Count > 0 && aliases.TryGetValue(AreaCodeList.Standard.KeyOf(label), out var own)
            ? own
            : AreaCodeList.Standard.Find(label, profile.Languages);
}
