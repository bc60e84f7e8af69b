using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>What the words over a column say, asked once.</summary>
/// <param name="Text">The header cells from the top, parted by bars.</param>
/// <param name="MayBeQuarter">Whether a bare number from 1 to 4 may be a quarter as well as a month.</param>
/// <param name="Month">The month of the whole table.</param>
internal sealed class HeadingFacts(
    string text,
    CellEvidence evidence,
    Lazy<bool> mayBeQuarter,
    Lazy<PeriodPart?>? month = null
)
{
    /// <summary>What figures may be parted by and the store does not model.</summary>
    public static readonly string[] Unmodelled = ["procedure", "transport", "region", "second-partner"];

    private static readonly TermKind[] Counted =
    [
        TermKind.Flow,
        TermKind.Unit,
        TermKind.Multiplier,
        TermKind.Valuation,
        TermKind.Variant,
        TermKind.Total,
    ];

    private static readonly Lazy<HashSet<string>> DayWords = new(() => Vocabulary.Set("periods", "day"));

    private readonly string[] parts = text.Split(" | ");
    private bool? hasPeriod;
    private List<PeriodPart>? periods;
    private List<string>? unknown;

    public string Text => text;

    public TextEvidence Said { get; } = evidence.Of(text);

    /// <summary>The periods that its parts name.</summary>
    public IReadOnlyList<PeriodPart> Periods => periods ??= [.. parts.SelectMany(PeriodsOf)];

    /// <summary>Whether it says of which period the figures below are; "Year" alone names a column of years.</summary>
    public bool HasPeriod =>
        hasPeriod ??=
            IsYearToDate
            || parts
                .Select(evidence.Of)
                .SelectMany(part => part.Periods.Concat(part.Said.Periods))
                .Any(part =>
                    part.Year is not null
                    || part.Quarter is not null
                    || (part.FirstMonth ?? 1, part.LastMonth ?? 12) != (1, 12)
                );

    /// <summary>Whether it is a year and nothing else.</summary>
    public bool IsYear => Said.Periods is [{ Year: not null, FirstMonth: null, Quarter: null, LastYear: null }];

    /// <summary>Whether it is the word for days and nothing else.</summary>
    public bool IsDay => DayWords.Value.Contains(text.Trim());

    /// <summary>Whether it names the whole of a year without saying which.</summary>
    public bool NamesWholeYear => Periods.Any(part => part is { Year: null, FirstMonth: 1, LastMonth: 12 });

    public bool NamesSingleMonth => Periods.Any(part => part.FirstMonth == part.LastMonth);

    /// <summary>Whether it says nothing at all, known or unknown.</summary>
    public bool IsBare => Said is { Terms.Count: 0, Areas.Count: 0 } && Said.Unexplained.Count == 0;

    /// <summary>What makes its figures evidence: <c>share</c>, <c>growth</c>; null where it names none. "Cumulative" over months
    /// that are named says nothing new.</summary>
    public string? Measure =>
        Said
            .Terms.FirstOrDefault(term =>
                term.Kind == TermKind.Measure
                && !(term.Code == "cumulative" && (NamesRangeOfMonths(term) || IsYearToDate || IsCumulativePeriod))
            )
            .Code;

    /// <summary>What makes its figures a part of the trade; of several limits one that is not of partners.</summary>
    public string? Limit =>
        Said
            .Terms.Where(term => term.Kind == TermKind.Limit && !(PartnerLimits.Are(term.Code) && NamesPartners))
            .OrderBy(term => PartnerLimits.Are(term.Code))
            .FirstOrDefault()
            .Code;

    /// <summary>Whether a part of it is the name of an area, or of what is left of a group.</summary>
    public bool IsNameOfArea => parts.Select(evidence.Of).Any(part => part.Areas.Count > 0 || part.IsRestOfGroup);

    /// <summary>Whether its words for partners are names of groups that are known as a whole.</summary>
    private bool NamesPartners =>
        parts.Any(part => evidence.Of(part).Areas.Count > 0)
        && parts.All(part => evidence.Of(part).Areas.Count > 0 || PartnerLimits.In(part) is null);

    /// <summary>Whether a part of it names a figure.</summary>
    public bool NamesFigure =>
        parts.Any(UnitText.NamesDollars)
        || parts
            .Select(evidence.Of)
            .Any(part =>
                part.Areas.Count > 0
                || part.IsRestOfGroup
                || part.Terms.Any(term => Counted.Contains(term.Kind))
                || part.Names("value", "quantity")
            );

    /// <summary>Whether it names years that need not begin in January.</summary>
    public bool NamesFiscalYears => Names("year", "quarter", "month", "period") && FiscalWords.In(text);

    /// <summary>A heading of codes that names no dimension of its own.</summary>
    public bool NamesCodes => !Names(Unmodelled) && !Names("commodity-code") && CodeWords.EndIn(text);

    /// <summary>Words of it that nothing explains.</summary>
    public IReadOnlyList<string> Unknown => unknown ??= FindUnknown();

    public bool Names(params ReadOnlySpan<string> dimensions) => Said.Names(dimensions);

    public bool Has(TermKind kind) => Said.Has(kind);

    /// <summary>Whether it names one of the dimensions and says nothing else: "same period last year" says more.</summary>
    public bool IsOnlyOf(params ReadOnlySpan<string> dimensions) =>
        Names(dimensions) && HasOnlyDimensions && Said.Unexplained.Count == 0;

    public bool HasOnlyDimensions => Said.Terms.All(term => term.Kind is TermKind.Dimension or TermKind.Filler);

    /// <summary>Whether every word of it is explained.</summary>
    public bool IsExplained => Said.Unexplained.Count == 0;

    /// <summary>Whether it means the months of the year up to that of the table.</summary>
    public bool IsYearToDate => month is not null && YearToDate.Of(text, month.Value, evidence) is not null;

    /// <summary>"2023 cumulative": the same part of it says the period, of which a person may say where it ends.</summary>
    private bool IsCumulativePeriod =>
        parts
            .Select(evidence.Of)
            .Any(part =>
                part.Terms.Any(term => term is { Kind: TermKind.Measure, Code: "cumulative" })
                && part.Said.Periods.Any(said => said.Year is not null && said.FirstMonth == said.LastMonth)
            );

    /// <summary>The 12 months of "last 12 months 2024" are not those of 2024.</summary>
    private bool NamesRangeOfMonths(Term measure) =>
        parts
            .SelectMany(part => evidence.Of(part).Said.Periods)
            .Any(part =>
                part.FirstMonth != part.LastMonth
                && ((part.FirstMonth, part.LastMonth) != (1, 12) || !Counts(measure) || PeriodRemarks.NamesLength(text))
            );

    private bool Counts(Term measure) => text.AsSpan(measure.Start, measure.Length).ContainsAnyInRange('0', '9');

    /// <summary>A part without the words for months of the year up to one.</summary>
    private string WithoutRange(string part) =>
        IsYearToDate && PeriodRemarks.EndOfRange(part) is { } end ? part.Remove(end.Start, end.Length) : part;

    private List<string> FindUnknown()
    {
        List<string> words = [.. parts.Select(WithoutRange).SelectMany(part => evidence.Of(part).Unexplained)];
        return words.Count > 0 ? words : FindShortMarks();
    }

    /// <summary>Parts that are too short to be words and yet say something: "IV", "2024 f", a bare "1" to "4" that may be a
    /// month or a quarter.</summary>
    private List<string> FindShortMarks()
    {
        if (text.Length == 0 || Said.Areas.Count > 0)
        {
            return [];
        }

        var marks = parts
            .Where(part => SeriesName.Of(part, evidence) is null)
            .Select(WithoutRange)
            .Select(evidence.Of)
            .Where(part => part.Periods.Count == 0)
            .SelectMany(part => part.Said.LeftOver)
            .Where(rest => rest.Any(char.IsLetter) && StatusText.BehindPeriod($"0{rest}") is null);
        return [.. marks.Concat(parts.Where(part => part is ['1' or '2' or '3' or '4'] && mayBeQuarter.Value))];
    }

    private IEnumerable<PeriodPart> PeriodsOf(string part) =>
        evidence.Of(part) is { Periods: { Count: > 0 } whole } ? whole : evidence.Of(part).Said.Periods;
}
