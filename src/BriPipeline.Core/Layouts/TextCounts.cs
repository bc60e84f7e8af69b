using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>What a single text of a column may be. One text may be several of these.</summary>
internal enum TextKind
{
    Area,

    /// <summary>An area that is not "total", which may be the total of anything.</summary>
    Place,
    Total,
    Period,

    /// <summary>A period without a year.</summary>
    PartOfYear,

    /// <summary>Six digits that are a year and a month.</summary>
    YearMonth,

    /// <summary>A text that can be read as a month.</summary>
    MaybeMonth,

    /// <summary>"2001-05": one reading only.</summary>
    OnePeriod,

    /// <summary>"2001-02": two years, or a month.</summary>
    TwoPeriods,
    Flow,
    Variant,

    /// <summary>A variant, or the plain one beside it: "customs basis" beside "balance of payments basis".</summary>
    VariantOrBasis,
    Unit,

    /// <summary>A unit or a measure.</summary>
    Measured,
    Multiplier,
    Power,
    Valuation,
    ValuationOrTotal,
    Status,

    /// <summary>A whole number from 1 to 12.</summary>
    MonthNumber,

    /// <summary>Digits that can be a code of the Harmonized System.</summary>
    HarmonizedCode,

    /// <summary>"27 - Mineral fuels": a code, or a range of chapters, before a name; or the total of all.</summary>
    CodedCommodity,
    Frequency,
    Truth,

    /// <summary>A text that limits what is counted, or that is not known and may do so.</summary>
    Limiting,
}

/// <summary>How many distinct texts of a column are of each kind, each kind counted once.</summary>
internal sealed class TextCounts(IReadOnlyCollection<string> texts, CellEvidence evidence)
{
    private static readonly Dictionary<TextKind, Func<string, TextEvidence, CellEvidence, bool>> Tests = new()
    {
        [TextKind.Area] = (_, of, _) => of.Areas.Count > 0,
        [TextKind.Place] = (_, of, _) => of.Areas.Any(area => area != Area.World),
        [TextKind.Total] = (_, of, _) => of.Has(TermKind.Total),
        [TextKind.Period] = (_, of, _) => of.Periods.Count > 0,
        [TextKind.PartOfYear] = (_, of, _) => of.Periods is [{ Year: null }],
        [TextKind.YearMonth] = (text, of, _) =>
            text.Trim().Length == 6 && of.Periods is [{ Year: not null, FirstMonth: not null }],
        [TextKind.MaybeMonth] = (_, of, _) => of.Periods.Any(PeriodText.IsMonth),
        [TextKind.OnePeriod] = (_, of, _) => of.Periods is [_],
        [TextKind.TwoPeriods] = (_, of, _) => of.Periods is [_, _, ..],
        [TextKind.Flow] = (text, of, evidence) => of.Has(TermKind.Flow) && IsExplained(text, evidence),
        [TextKind.Variant] = (_, of, _) => of.Has(TermKind.Variant),
        [TextKind.VariantOrBasis] = (text, of, evidence) =>
            of.Has(TermKind.Variant)
            || (
                of.Terms.Count > 0 && of.Terms.All(term => term.Kind == TermKind.Filler) && IsExplained(text, evidence)
            ),
        [TextKind.Unit] = (text, of, evidence) => of.Has(TermKind.Unit) && IsExplained(text, evidence),
        [TextKind.Measured] = (_, of, _) => of.Has(TermKind.Unit) || of.Has(TermKind.Measure),
        [TextKind.Multiplier] = (text, of, evidence) =>
            of is { Areas.Count: 0 }
            && of.Has(TermKind.Multiplier)
            && of.Terms.All(term => term.Kind is TermKind.Multiplier or TermKind.Filler)
            && IsExplained(text, evidence),
        [TextKind.Power] = (text, _, _) => text is "0" or "3" or "6" or "9",
        [TextKind.Valuation] = (_, of, _) => of.Has(TermKind.Valuation),
        [TextKind.ValuationOrTotal] = (_, of, _) => of.Has(TermKind.Valuation) || of.Has(TermKind.Total),
        [TextKind.Status] = (text, _, _) => StatusText.Read(text, LabelKind.Words) is not null,
        [TextKind.MonthNumber] = (text, _, _) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 12,
        [TextKind.HarmonizedCode] = (text, _, _) => HarmonizedSystem.MayBeCode(text),
        [TextKind.CodedCommodity] = (text, of, _) =>
            CommodityText.IsCodeAndName(text) || of.Terms is [{ Kind: TermKind.Total }],
        [TextKind.Frequency] = (text, _, _) => FrequencyText.IsOne(text),
        [TextKind.Truth] = (text, _, _) => bool.TryParse(text, out _),
        [TextKind.Limiting] = (text, of, evidence) => of.Has(TermKind.Limit) || !IsExplained(text, evidence),
    };

    private readonly Dictionary<TextKind, int> counts = [];

    public int Total => texts.Count;

    public int Of(TextKind kind)
    {
        if (!counts.TryGetValue(kind, out var count))
        {
            var test = Tests[kind];
            count = texts.Count(text => test(text, evidence.Of(text), evidence));
            counts.Add(kind, count);
        }

        return count;
    }

    public bool Any(TextKind kind) => Of(kind) > 0;

    /// <summary>Whether all texts are of a kind; also where there is none.</summary>
    public bool All(TextKind kind) => Of(kind) == Total;

    public double Share(TextKind kind) => Total == 0 ? 0 : (double)Of(kind) / Total;

    private static bool IsExplained(string text, CellEvidence evidence) => evidence.Unexplained(text).Count == 0;
}
