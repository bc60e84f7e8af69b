using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>What a single text of a column may be. One text may be several of these.</summary>
internal enum TextKind
{
    Area,

    /// <summary>An area that is neither "total" nor "other", which may be those of anything.</summary>
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

    /// <summary>The number one.</summary>
    One,
    Valuation,
    ValuationOrTotal,
    Status,

    /// <summary>A whole number from 1 to 12.</summary>
    MonthNumber,

    /// <summary>Digits that can be a code of the Harmonized System.</summary>
    HarmonizedCode,

    /// <summary>"27 - Mineral fuels": a code, or a range of chapters, before a name; or the total of all.</summary>
    CodedCommodity,

    /// <summary>A name in the words of names of goods.</summary>
    Goods,

    /// <summary>A text that says something else than the name of goods does: a flow, an area, a way of transport.</summary>
    NoGoods,

    /// <summary>The same, but for a region or a group of areas.</summary>
    NoGoodsNorRegion,
    Frequency,
    Truth,

    /// <summary>A text that limits what is counted, or that is not known and may do so.</summary>
    Limiting,
}

/// <summary>How many distinct texts of a column are of each kind, each kind counted once.</summary>
internal sealed class TextCounts(ColumnStatistics column, CellEvidence evidence)
{
    private static readonly TermKind[] OfFigures =
    [
        TermKind.Flow,
        TermKind.Unit,
        TermKind.Multiplier,
        TermKind.Measure,
        TermKind.Valuation,
        TermKind.Variant,
    ];

    private static readonly Dictionary<TextKind, Func<string, TextEvidence, bool>> Tests = new()
    {
        [TextKind.Area] = (_, of) => of.Areas.Count > 0,
        [TextKind.Place] = (_, of) => of.Areas.Any(area => area != Area.World && area.Code != "_OTHER"),
        [TextKind.Total] = (_, of) => of.Has(TermKind.Total),
        [TextKind.Period] = (_, of) => of.Periods.Count > 0,
        [TextKind.PartOfYear] = (_, of) => of.Periods is [{ Year: null }],
        [TextKind.YearMonth] = (text, of) =>
            text.Trim().Length == 6 && of.Periods is [{ Year: not null, FirstMonth: not null }],
        [TextKind.MaybeMonth] = (_, of) => of.Periods.Any(PeriodText.IsMonth),
        [TextKind.OnePeriod] = (_, of) => of.Periods is [_],
        [TextKind.TwoPeriods] = (_, of) => of.Periods is [_, _, ..],
        [TextKind.Flow] = (_, of) => of.Has(TermKind.Flow) && IsExplained(of),
        [TextKind.Variant] = (_, of) => of.Has(TermKind.Variant),
        [TextKind.VariantOrBasis] = (_, of) =>
            of.Has(TermKind.Variant)
            || (of.Terms.Count > 0 && of.Terms.All(term => term.Kind == TermKind.Filler) && IsExplained(of)),
        [TextKind.Unit] = (_, of) => of.Has(TermKind.Unit) && IsExplained(of),
        [TextKind.Measured] = (_, of) => of.Has(TermKind.Unit) || of.Has(TermKind.Measure),
        [TextKind.Multiplier] = (_, of) =>
            of is { Areas.Count: 0 }
            && of.Has(TermKind.Multiplier)
            && of.Terms.All(term => term.Kind is TermKind.Multiplier or TermKind.Filler)
            && IsExplained(of),
        [TextKind.Power] = (text, _) => text is "0" or "3" or "6" or "9",
        [TextKind.One] = (text, _) => text == "1",
        [TextKind.Valuation] = (_, of) => of.Has(TermKind.Valuation),
        [TextKind.ValuationOrTotal] = (_, of) => of.Has(TermKind.Valuation) || of.Has(TermKind.Total),
        [TextKind.Status] = (text, _) => StatusText.Read(text, LabelKind.Words) is not null,
        [TextKind.MonthNumber] = (text, _) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 12,
        [TextKind.HarmonizedCode] = (text, _) => HarmonizedSystem.MayBeCode(text),
        [TextKind.CodedCommodity] = (text, of) =>
            CommodityText.IsCodeAndName(text) || of.Terms is [{ Kind: TermKind.Total }],
        [TextKind.Goods] = (text, of) =>
            of is { Areas.Count: 0, Periods.Count: 0 }
            && !of.Has(TermKind.Flow)
            && !of.Has(TermKind.Unit)
            && (
                CommodityNames.AreWordsOf(text)
                || of.Terms.Any(term => term.Kind == TermKind.Limit && Layouts.Goods.Are(term.Code))
            ),
        [TextKind.NoGoods] = (text, of) =>
            of.Areas.Any(area => area != Area.World && area.Code != "_OTHER") || SaysOther(text, of),
        [TextKind.NoGoodsNorRegion] = (text, of) => of.Areas.Any(area => area.IsCountry) || SaysOther(text, of),
        [TextKind.Frequency] = (text, _) => FrequencyText.IsOne(text),
        [TextKind.Truth] = (text, of) => bool.TryParse(text, out _),
        [TextKind.Limiting] = (_, of) => of.Has(TermKind.Limit) || !IsExplained(of),
    };

    private readonly Dictionary<TextKind, int> counts = [];

    public int Total => column.Distinct.Count;

    public int Of(TextKind kind)
    {
        if (!counts.TryGetValue(kind, out var count))
        {
            count = column.Distinct.Count(text => Is(kind, text));
            counts.Add(kind, count);
        }

        return count;
    }

    public bool Any(TextKind kind) => Of(kind) > 0;

    /// <summary>Whether all texts are of a kind; also where there is none.</summary>
    public bool All(TextKind kind) => Total == 0 || (Is(kind, column.Distinct.First()) && Of(kind) == Total);

    public double Share(TextKind kind) => Total == 0 ? 0 : (double)Of(kind) / Total;

    private bool Is(TextKind kind, string text) => Tests[kind](text, evidence.Of(evidence.Respelled(text)));

    private static bool SaysOther(string text, TextEvidence of) =>
        of.Periods.Count > 0
        || of.Terms.Any(term => OfFigures.Contains(term.Kind))
        || (
            of.Terms.Any(term =>
                term.Kind == TermKind.Limit && term.Code != "excluding" && !Layouts.Goods.Are(term.Code)
            ) && !CommodityNames.AreWordsOf(text)
        );

    private static bool IsExplained(TextEvidence of) => of.Unexplained.Count == 0;
}
