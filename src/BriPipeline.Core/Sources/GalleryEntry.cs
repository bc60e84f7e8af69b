namespace BriPipeline.Core.Sources;

/// <summary>An office or organisation that publishes trade by partner: what its publications leave unsaid, and where that was seen.</summary>
public sealed record GalleryEntry
{
    /// <summary>The short name that is proposed for the source.</summary>
    public required string Name { get; init; }

    /// <summary>The name for people: <c>en</c>, <c>ru</c>, <c>kk</c>, <c>zh</c>.</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    public required string Publisher { get; init; }

    /// <summary>The area that reports; null for bodies that publish the trade of many.</summary>
    public required string? Reporter { get; init; }

    /// <summary>ISO 639-1 codes of the languages of its publications.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Other words by which it is looked for, as abbreviations.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Headings or titles that only its tables have, as printed: all of them stand in a table that may be its own.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    public ProfileDefaults? Defaults { get; init; }
    public IReadOnlyDictionary<string, string>? Missing { get; init; }
    public int? FiscalYearStartsIn { get; init; }
    public IReadOnlyList<ProfileFile>? Files { get; init; }

    /// <summary>Pages by their addresses, and publications by their names, that say so.</summary>
    public required IReadOnlyList<string> Seen { get; init; }

    /// <summary>A profile of a source that publishes as this office does.</summary>
    /// <param name="name">Of the source.</param>
    public SourceProfile ToProfile(string name) =>
        new()
        {
            Name = name,
            Publisher = Publisher,
            Reporter = Reporter,
            Languages = Languages,
            Defaults = Defaults,
            Missing = Missing,
            FiscalYearStartsIn = FiscalYearStartsIn,
            Files = Files,
        };
}
