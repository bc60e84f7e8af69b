using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>Why the figures under a label cannot be stored.</summary>
/// <param name="Arguments">Of the code's template; <c>#</c> stands for the count of figures.</param>
internal sealed record Refusal(FindingCode Code, string Subject, CellAddress? Place, string[] Arguments);

/// <summary>A status that says that a figure is missing.</summary>
internal sealed record MissingLabel(string Text, MarkMeaning Meaning);

/// <summary>What a set of labels says: each dimension it speaks of, or why it cannot be taken.</summary>
internal sealed record LabelReading
{
    public Area? Reporter { get; init; }
    public Area? Partner { get; init; }
    public string? PartnerLabel { get; init; }
    public TradeFlow? Flow { get; init; }
    public Unit? Unit { get; init; }
    public int? Multiplier { get; init; }
    public Commodity? Commodity { get; init; }
    public string? CommodityLabel { get; init; }
    public PeriodPart? Period { get; init; }
    public Frequency? Frequency { get; init; }
    public string? Variant { get; init; }
    public string? Valuation { get; init; }

    /// <summary>Of all figures of the period: provisional or estimated; null where the label does not say.</summary>
    public ObservationStatus? Status { get; init; }

    /// <summary>That there is no figure, whatever stands in its cell.</summary>
    public MissingLabel? Missing { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>The dimensions that the labels speak of, one bit each.</summary>
    public int Says { get; init; }

    public static LabelReading Nothing { get; } = new();

    /// <summary>Both readings as one; the refusal of either, and one more where they contradict each other.</summary>
    public LabelReading With(LabelReading other)
    {
        if ((Refusal ?? other.Refusal) is { } refusal)
        {
            return this with { Refusal = refusal };
        }

        var period = (Period, other.Period) switch
        {
            ({ } one, { } two) => PeriodComposition.Combine(one, two),
            var (one, two) => one ?? two,
        };
        var contradiction =
            Contradiction("period", Period, other.Period, period is not null)
            ?? Contradiction("flow", Flow, other.Flow)
            ?? Contradiction("partner", Partner, other.Partner)
            ?? Contradiction("reporter", Reporter, other.Reporter)
            ?? Contradiction("commodity", Commodity, other.Commodity)
            ?? Contradiction("unit", Unit, other.Unit)
            ?? Contradiction("multiplier", Multiplier, other.Multiplier);
        return new()
        {
            Reporter = Reporter ?? other.Reporter,
            Partner = Partner ?? other.Partner,
            PartnerLabel = PartnerLabel ?? other.PartnerLabel,
            Flow = Flow ?? other.Flow,
            Unit = Unit ?? other.Unit,
            Multiplier = Multiplier ?? other.Multiplier,
            Commodity = Commodity ?? other.Commodity,
            CommodityLabel = CommodityLabel ?? other.CommodityLabel,
            Period = period,
            Frequency = Frequency ?? other.Frequency,
            Variant = Variant ?? other.Variant,
            Valuation = Valuation ?? other.Valuation,
            Status = Status ?? other.Status,
            Missing = Missing ?? other.Missing,
            Refusal = contradiction,
            Says = Says | other.Says,
        };
    }

    private static Refusal? Contradiction<T>(string dimension, in T? one, in T? other, bool agree = false)
        where T : struct =>
        one is not { } left || other is not { } right || agree || left.Equals(right)
            ? null
            : new(FindingCodes.DimensionUnclear, dimension, null, [dimension, $"{Show(left)} / {Show(right)}", "#"]);

    private static string Show<T>(T value)
        where T : struct => value is PeriodPart part ? PeriodComposition.Show(part) : value.ToString()!;
}
