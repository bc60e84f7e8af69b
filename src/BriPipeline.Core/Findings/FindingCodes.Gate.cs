namespace BriPipeline.Core.Findings;

/// <summary>Figures that their own workbook, or what is stored, contradicts (DESIGN section 4, rule 13): none is altered, none is
/// stored, and none replaces a stored one.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode ValueBeyondWorld = new(
        "value-beyond-world",
        Severity.RejectCell,
        "More than a country or the whole world trades",
        "{0} would be {1} in a unit by which {2} is {3}, more than any country, or for a group the whole world, exports and imports in such a time; it was not stored.",
        "Check the unit and power of ten given in the workbook and the profile."
    );

    public static readonly FindingCode ServicesAmongGoods = new(
        "services-among-goods",
        Severity.RejectCell,
        "Services in a table of goods",
        "{0} is trade in services, or a total that may include it: the table lists services at {1}; it was not stored.",
        "Accept the total if it leaves services out; services are not trade in goods."
    );

    public static readonly FindingCode ValueBesideNegatives = new(
        "value-beside-negatives",
        Severity.RejectCell,
        "Figure among negative numbers",
        "{0} stands in a column or row in which several numbers are negative, as at {1}: it may hold changes or balances; it was not stored.",
        "Check what the column or row holds."
    );

    public static readonly FindingCode ValueScale = new(
        "value-scale",
        Severity.RejectCell,
        "Figure out of scale with its neighbours",
        "{0} is {1}, where the periods around it have about {2}: it looks like {3}; it was not stored.",
        "Compare it with the publication and correct the cell."
    );

    public static readonly FindingCode ColumnScale = new(
        "column-scale",
        Severity.RejectCell,
        "Column out of scale with its neighbours",
        "{0} figures of {1} differ from the periods around them in the same way: they look like {2}; they were not stored.",
        "Check the unit of the column."
    );

    public static readonly FindingCode VintageScale = new(
        "vintage-scale",
        Severity.RejectCell,
        "Figure a power of ten away from the one stored",
        "{0} was {1} ({2}) and is now {3}, about {4} times as much, while other figures keep their size; it was not stored and the earlier one stays.",
        "Compare it with the publication and correct the cell."
    );

    public static readonly FindingCode PartContradicted = new(
        "part-contradicted",
        Severity.RejectCell,
        "Figure with which its total does not add up",
        "{0} is {1}, with which {2}, {3} at {4}, does not add up; with {5} in its place, a power of ten away, it does. It was not stored.",
        "Compare it with the publication and correct the cell."
    );

    public static readonly FindingCode WholeContradicted = new(
        "whole-contradicted",
        Severity.RejectCell,
        "Total that its parts contradict",
        "{0} is {1}, and what it is made of adds up to {2}, where other totals of the sheet agree with theirs; it was not stored.",
        "Compare it and its parts with the publication; one of them is wrong."
    );

    public static readonly FindingCode PartnerAboveTotal = new(
        "partner-above-total",
        Severity.RejectCell,
        "Partner above the total",
        "{0} is {1}, more than the total of all partners, {2} at {3}; it was not stored.",
        "Compare both with the publication; the unit or the decimal mark of one may be wrong."
    );

    public static readonly FindingCode TotalBelowPartner = new(
        "total-below-partner",
        Severity.RejectCell,
        "Total below a partner",
        "{0} is {1}, less than {2}, {3} at {4}; it was not stored.",
        "Compare both with the publication; the unit or the decimal mark of one may be wrong."
    );

    public static readonly FindingCode TurnoverDiffers = new(
        "turnover-differs",
        Severity.RejectCell,
        "Exports and imports do not add up to turnover",
        "{0} is {1}, but exports and imports add up to {2} (difference {3}), where most of the sheet agrees; none of the three was stored.",
        "Compare the three figures with the publication; one of them is wrong."
    );

    public static readonly FindingCode ExportsDiffer = new(
        "exports-differ",
        Severity.RejectCell,
        "Domestic exports and re-exports do not add up to exports",
        "{0} is {1}, but domestic exports and re-exports add up to {2} (difference {3}), where most of the sheet agrees; none of the three was stored.",
        "Compare the three figures with the publication; one of them is wrong."
    );

    public static readonly FindingCode EvidenceContradicts = new(
        "evidence-contradicts",
        Severity.RejectCell,
        "Published share or balance disagrees",
        "{0} is {1}, and \"{2}\" is printed at {3} where {4} follows: {5}; most of the column agrees. It was not stored.",
        "Compare the figure and the printed number with the publication; one of them is wrong."
    );

    /// <summary>What keeps a figure out until somebody says "as printed" or "leave out".</summary>
    public static IReadOnlyList<FindingCode> Gate { get; } =
    [
        ValueBeyondWorld,
        ValueBesideNegatives,
        ServicesAmongGoods,
        ValueScale,
        ColumnScale,
        VintageScale,
        PartContradicted,
        WholeContradicted,
        PartnerAboveTotal,
        TotalBelowPartner,
        TurnoverDiffers,
        ExportsDiffer,
        EvidenceContradicts,
    ];
}
