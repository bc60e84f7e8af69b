using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>The rules of columns of numbers.</summary>
internal static class NumberRules
{
    /// <summary>Of the Standard International Trade Classification; those of branches and of uses have no more.</summary>
    private const int MaxStandardDigits = 5;

    public const string OwnCodes = "codes of the publisher's own";

    private static readonly RoleRule[] Labels =
    [
        Content(
            "multiplier-numbers",
            column => column.IsNumbers && !column.Heading.HasPeriod && column.Heading.Names("multiplier"),
            _ => RoleAnswer.Label(Dimension.Unit, LabelKind.Multiplier),
            "its heading names powers of ten"
        ),
        Content(
            "commodity-codes",
            HoldsCommodityCodes,
            _ => RoleAnswer.Label(Dimension.Commodity, LabelKind.Code),
            "its heading names codes of commodities and its numbers can be such"
        ),
        Content(
            "codes-of-no-list",
            column => NamesCommodityCodes(column) && !HoldsCommodityCodes(column) && column.Heading.Measure is null,
            _ => RoleAnswer.NotUnderstood("codes of commodities that are in no list"),
            "its heading names codes of commodities and its numbers cannot be such"
        ),
        Content(
            "flow-numbers",
            HoldsFlows,
            _ => RoleAnswer.Label(Dimension.Flow, LabelKind.Code),
            "its heading names flows and its numbers are whole"
        ),
        Content(
            "years",
            column => column.HoldsYears && !column.Heading.NamesFiscalYears,
            _ => RoleAnswer.Label(Dimension.Period, LabelKind.Year),
            "its numbers are years"
        ),
        Content(
            "months",
            column => column.HoldsMonthNumbers && !column.Heading.NamesFiscalYears,
            _ => RoleAnswer.Label(Dimension.Period, LabelKind.Month),
            "its heading names months and its numbers are some"
        ),
        Content(
            "quarters",
            column => column.HoldsQuarterNumbers && !column.Heading.NamesFiscalYears,
            _ => RoleAnswer.Label(Dimension.Period, LabelKind.Quarter),
            "its heading names quarters and its numbers are some"
        ),
        Content(
            "fiscal-numbers",
            column =>
                (column.HoldsYears || column.HoldsMonthNumbers || column.HoldsQuarterNumbers)
                && column.Heading.NamesFiscalYears,
            _ => RoleAnswer.NotUnderstood("parts of years that need not begin in January"),
            "its heading names fiscal years or parts of them, and its numbers do not say which months they are"
        ),
        Content(
            "period-numbers",
            column => column.HoldsPeriodNumbers,
            _ => RoleAnswer.Label(Dimension.Period),
            "its numbers are years with months"
        ),
        Content(
            "area-numbers",
            HoldsAreaCodes,
            column => RoleAnswer.Label(column.AreaCodes.Value!.Value, LabelKind.Code),
            "its numbers are codes of the areas that another column names"
        ),
        Content(
            "commodity-codes-with-zeros",
            column =>
                column.MayLabel
                && column.Heading.Names("commodity")
                && column.Counts.HasLeadingZeros
                && !HoldsCommodityCodes(column)
                && !HoldsAreaCodes(column),
            _ => RoleAnswer.Label(Dimension.Commodity, LabelKind.Code),
            "its heading names commodities and its numbers begin with zeros"
        ),
    ];

    private static readonly RoleRule[] Numberings =
    [
        new(
            "own-codes",
            Precedence.Numbering,
            column => column.MayLabel && NamesAreas(column),
            _ => RoleAnswer.Ignored(OwnCodes),
            "its heading names areas and no list knows its numbers"
        ),
        new(
            "padded-numbers",
            Precedence.Numbering,
            column => column.MayLabel && HoldsPaddedNumbers(column) && !NamesAreas(column),
            _ => RoleAnswer.NotUnderstood("codes of no known list"),
            "its numbers begin with zeros, and no list knows them"
        ),
        new(
            "first-days",
            Precedence.Content,
            column =>
                column.MayLabel && column.Heading.IsDay && column.Texts.Total == 1 && column.Texts.All(TextKind.One),
            _ => RoleAnswer.Ignored("first days of periods"),
            "its heading names days, and all are the first"
        ),
        new(
            "index",
            Precedence.Numbering,
            column => column.IsIndex && !column.Counts.CountsRows && !HoldsPaddedNumbers(column),
            _ => RoleAnswer.Ignored("numbers of records"),
            "it stands left of all else, and its heading is the sign for numbers, or it has none and its whole numbers rise"
        ),
        new(
            "row-numbers",
            Precedence.Numbering,
            column =>
                column.MayLabel
                && column.Counts.CountsRows
                // Of a year of twelve rows the months count the rows too.
                && (column.Counts.Months < column.Counts.Numbers || column.Heading.Unknown.Count == 0)
                && !column.Heading.Has(TermKind.Flow)
                && !column.Heading.Has(TermKind.Unit)
                && !HoldsPaddedNumbers(column)
                && !NamesAreas(column),
            _ => RoleAnswer.Ignored("row numbers"),
            "its numbers count the rows"
        ),
    ];

    private static readonly RoleRule[] Figures =
    [
        new(
            "measure",
            Precedence.Heading,
            column => column.IsNumbers && column.Heading.Measure is not null,
            column => RoleAnswer.NotStored(ColumnUse.Evidence, column.Heading.Measure!),
            "its heading names shares, growth or another measure"
        ),
        new(
            "limit",
            Precedence.Heading,
            column => column.IsNumbers && column.Heading.Measure is null && column.Heading.Limit is not null,
            column => RoleAnswer.NotStored(ColumnUse.Limited, column.Heading.Limit!),
            "its heading names a part of the trade"
        ),
        new(
            "unknown-words",
            Precedence.Weak,
            column => column.IsNumbers && column.Heading.Unknown.Count > 0 && !column.IsSeriesOfFile,
            column => RoleAnswer.NotStored(ColumnUse.NotUnderstood, string.Join(", ", column.Heading.Unknown)),
            "words of its heading are not known"
        ),
        new(
            "nothing-counted",
            Precedence.Weak,
            column => column.IsNumbers && column.Heading.Unknown.Count == 0 && !SaysWhatItCounts(column),
            column =>
                RoleAnswer.NotStored(
                    ColumnUse.NotUnderstood,
                    column.Heading.Text.Length == 0 ? "no heading" : column.Heading.Text
                ),
            "its heading does not say what it counts"
        ),
        new(
            "converted-quantity",
            Precedence.Weak,
            column => IsReadable(column) && column.IsSecondQuantity,
            column => RoleAnswer.NotStored(ColumnUse.NotUnderstood, column.Heading.Text),
            "its heading is a unit alone, beside quantities that have their own in each row"
        ),
        new(
            "month-lacking",
            Precedence.Weak,
            column => IsReadable(column) && column.Table.LacksMonth(column),
            column => RoleAnswer.NotStored(ColumnUse.NotUnderstood, column.Heading.Text),
            "columns of the same year beside it name their months, and it does not"
        ),
        new(
            "multiplier-lacking",
            Precedence.Weak,
            column => IsReadable(column) && column.Table.LacksMultiplier(column),
            column => RoleAnswer.NotStored(ColumnUse.NotUnderstood, column.Heading.Text),
            "columns beside it name their power of ten, and it does not"
        ),
        new(
            "figures",
            Precedence.Remainder,
            column => column.IsNumbers,
            _ => RoleAnswer.Figures,
            "its heading says what it counts, or it is the only column of numbers"
        ),
    ];

    public static IReadOnlyList<RoleRule> All { get; } = [.. Labels, .. Numberings, .. Figures, .. GoodsRules.All];

    private static bool NamesCommodityCodes(ColumnFacts column) =>
        column.IsNumbers
        && !column.Heading.HasPeriod
        && column.Heading.Names("commodity-code")
        && column.IsMostly(column.Counts.Whole);

    /// <summary>"Number of products at HS 6" counts codes and holds none.</summary>
    private static bool HoldsCommodityCodes(ColumnFacts column) =>
        NamesCommodityCodes(column)
        && column.Heading.Measure is null
        && (
            column.Holds(TextKind.HarmonizedCode)
            || IsOfNoHarmonized(Classifications.In(column.Heading.Text))
            || (
                IsOfNoHarmonized(column.Table.Classification)
                && column.MayLabel
                && column.Counts.Distinct.All(code => code.Trim().Length <= MaxStandardDigits)
            )
        );

    private static bool IsOfNoHarmonized(string? classification) =>
        classification is Classifications.Standard or Classifications.Other;

    private static bool HoldsFlows(ColumnFacts column) =>
        column.MayLabel
        && column.Heading.Names("flow")
        && column.Heading.HasOnlyDimensions
        && !HoldsCommodityCodes(column);

    private static bool HoldsAreaCodes(ColumnFacts column) =>
        column.MayLabel
        && !HoldsCommodityCodes(column)
        && !HoldsFlows(column)
        && !column.HoldsYears
        && !column.HoldsMonthNumbers
        && !column.HoldsQuarterNumbers
        && !column.HoldsPeriodNumbers
        && column.AreaCodes.Value is not null;

    private static bool HoldsPaddedNumbers(ColumnFacts column) =>
        column.Counts.HasLeadingZeros && column.Counts.Months < column.Counts.Numbers;

    private static bool NamesAreas(ColumnFacts column) =>
        column.Heading.Names("area-code", "partner", "reporter", "area", "second-partner")
        && !column.Heading.IsNameOfArea
        && !column.Heading.Has(TermKind.Flow);

    /// <summary>"Month" beside "Cumulative": the month of the title.</summary>
    private static bool IsMonthOfTable(ColumnFacts column) =>
        column.Heading.IsOnlyOf("month")
        && column.Table.Columns.Any(other => other.Column != column.Column && other.Heading.IsYearToDate);

    /// <summary>Of several columns of numbers only those with a heading of a figure are figures.</summary>
    private static bool SaysWhatItCounts(ColumnFacts column) =>
        column.Table.NumberColumns <= 1
        || column.Heading.HasPeriod
        || column.Heading.NamesFigure
        || IsMonthOfTable(column)
        || (column.Table.MonthsAcross && column.Heading.NamesWholeYear);

    private static bool IsReadable(ColumnFacts column) =>
        column.IsNumbers && column.Heading.Unknown.Count == 0 && SaysWhatItCounts(column);

    private static RoleRule Content(
        string name,
        Func<ColumnFacts, bool> needs,
        Func<ColumnFacts, RoleAnswer> gives,
        string why
    ) => new(name, Precedence.Content, needs, gives, why);
}
