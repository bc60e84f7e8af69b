using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>A line of title above a table, or the name of its sheet, as the rules of titles see it.</summary>
/// <param name="Place">Null where it stands in no cell.</param>
/// <param name="CommodityIsSaid">Whether the table, its declarations or the profile say of which commodity the figures are.</param>
/// <param name="Reporter">The profile's reporter.</param>
/// <param name="MeasuresOfColumns">The measures that columns of the table hold beside its figures.</param>
/// <param name="LimitsOfColumns">What headings say to limit some columns, where those of all others name flows without a limit.</param>
internal sealed record TitleLine(
    string Text,
    CellAddress? Place,
    bool IsCaption,
    bool CommodityIsSaid,
    string? Reporter,
    CellEvidence Evidence,
    IReadOnlySet<string>? MeasuresOfColumns = null,
    IReadOnlySet<string>? LimitsOfColumns = null
)
{
    /// <summary>A longer text above a table is prose.</summary>
    private const int MaxLength = 160;

    public TextEvidence Said { get; } = Evidence.Of(Text);

    public IReadOnlyList<string> Unexplained { get; } =
    [.. Evidence.Of(Text).Unexplained.Where(word => !IsDevelopment(Text, Evidence.Of(Text), word))];

    /// <summary>Whether it is a title over figures: neither the name of a sheet nor prose.</summary>
    public bool IsTitle => IsCaption && !IsProse;

    /// <summary>Sentences about the release are not titles: they are long, or name no flow, period or unit.</summary>
    public bool IsProse =>
        Text.Length > MaxLength
        || (
            Text.TrimEnd().EndsWith('.')
            && Text.Count(char.IsWhiteSpace) >= 5
            && !Said.Has(TermKind.Flow)
            && !Said.Has(TermKind.Unit)
            && !Said.Terms.Any(term => term is { Kind: TermKind.Filler, Code: "trade" })
            && Said.Periods.Count == 0
            && Said.Said.Periods.Count == 0
        );

    public bool IsPublisher { get; } = PublisherLine.Is(Text, Evidence);

    /// <summary>Whether it says of which measures and units the columns are, value among them: "million euro, changes in %".</summary>
    public bool ListsMeasures =>
        Said.Has(TermKind.Unit)
        && Said.Terms.All(term =>
            term.Kind != TermKind.Measure || term.Code == "share" || MeasuresOfColumns?.Contains(term.Code) == true
        );

    /// <summary>What it says to limit the figures of the table: neither what holds for some of its columns only, nor words for a group
    /// of partners ("extra-EU", "third countries"), which totals are of and named partners are not.</summary>
    public string? Limit =>
        Said
            .Terms.FirstOrDefault(term =>
                term.Kind == TermKind.Limit
                && LimitsOfColumns?.Contains(term.Code) != true
                && !PartnerLimits.Are(term.Code)
            )
            .Code;

    /// <summary>The measure that it announces in place of values; null where it announces none.</summary>
    public string? Measure =>
        Said
            .Terms.FirstOrDefault(term =>
                term.Kind == TermKind.Measure
                && TitleRules.Measures.Contains(term.Code)
                && !IsDevelopment(Text, Said, Text.Substring(term.Start, term.Length))
            )
            .Code;

    // Of figures in a unit it says no more than that they are of several periods.
    private static bool IsDevelopment(string text, TextEvidence said, string word) =>
        (said.Has(TermKind.Unit) || said.Has(TermKind.Multiplier))
        && !text.Contains('%', StringComparison.Ordinal)
        && DevelopmentWords.Contain(word);
}
