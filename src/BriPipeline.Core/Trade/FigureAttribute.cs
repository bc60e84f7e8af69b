namespace BriPipeline.Core.Trade;

/// <summary>What an attribute says, and so what becomes of it when figures meet.</summary>
public enum AttributeKind
{
    /// <summary>How the figure was counted. A figure computed from two has it where both agree; a reprint that says another
    /// brings something new.</summary>
    Qualifier,

    /// <summary>A remark. A figure computed from others has its own; a reprint that says another brings something new.</summary>
    Remark,

    /// <summary>Codes of what is open about it. A figure computed from others has those of all; a reprint takes its own.</summary>
    Doubt,

    /// <summary>A name. A reprint under another name brings nothing new.</summary>
    Label,
}

/// <summary>A text that is carried with a figure: a column of the store, and of whatever is handed out.</summary>
/// <param name="Name">Of the property and of the column in the tables.</param>
/// <param name="Called">As findings call it.</param>
/// <param name="About">As the API describes it, a few words; null where it is not handed out.</param>
public sealed record FigureAttribute(
    string Name,
    AttributeKind Kind,
    string Called,
    string? About,
    Func<FigureFields, string?> Get,
    Func<FigureFields, string?, FigureFields> With
)
{
    /// <summary>Every attribute, in the order of the columns.</summary>
    public static IReadOnlyList<FigureAttribute> All { get; } =
    [
        new(
            nameof(FigureFields.Valuation),
            AttributeKind.Qualifier,
            "valuation",
            "FOB, CIF or another basis",
            figure => figure.Valuation,
            (figure, text) => figure with { Valuation = text }
        ),
        new(
            nameof(FigureFields.TradeSystem),
            AttributeKind.Qualifier,
            "trade system",
            "General or special trade",
            figure => figure.TradeSystem,
            (figure, text) => figure with { TradeSystem = text }
        ),
        new(
            nameof(FigureFields.Nomenclature),
            AttributeKind.Qualifier,
            "nomenclature",
            "Nomenclature and year of the code",
            figure => figure.Nomenclature,
            (figure, text) => figure with { Nomenclature = text }
        ),
        new(
            nameof(FigureFields.Note),
            AttributeKind.Remark,
            "note",
            "The publisher's remark",
            figure => figure.Note,
            (figure, text) => figure with { Note = text }
        ),
        new(
            nameof(FigureFields.Doubt),
            AttributeKind.Doubt,
            "doubt",
            "Codes of the findings that are open about it",
            figure => figure.Doubt,
            (figure, text) => figure with { Doubt = text }
        ),
        new(
            nameof(FigureFields.PartnerLabel),
            AttributeKind.Label,
            "partner's name",
            "The partner as published",
            figure => figure.PartnerLabel,
            (figure, text) => figure with { PartnerLabel = text }
        ),
        new(
            nameof(FigureFields.CommodityLabel),
            AttributeKind.Label,
            "commodity's name",
            null,
            figure => figure.CommodityLabel,
            (figure, text) => figure with { CommodityLabel = text }
        ),
    ];
}
