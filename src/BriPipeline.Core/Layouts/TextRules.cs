using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>The rules of columns of words that are not names of areas.</summary>
internal static class TextRules
{
    /// <summary>Fewer names with numbers before them may be a list of anything.</summary>
    private const int MinCoded = 5;

    private static readonly string[] Commodities = ["commodity", "commodity-code"];
    private static readonly string[] Partners = ["partner", "area"];
    private static readonly string[] Periods = ["period", "year", "month", "quarter"];

    private static readonly RoleRule[] ByContent =
    [
        Content(
            "dates",
            column => column.HoldsDates && !column.HoldsTimes && column.Heading.Limit != "days",
            _ => RoleAnswer.Label(Dimension.Period),
            "its cells are dates"
        ),
        Content(
            "times",
            column => column.HoldsDates && column.HoldsTimes,
            _ => RoleAnswer.Ignored("times of day"),
            "its cells are dates with times of the day, which periods have not"
        ),
        Content(
            "periods",
            column => column.HoldsPeriods && !column.IsOfEarlierFigures,
            column => RoleAnswer.Label(Dimension.Period, column.HoldsMonths ? LabelKind.YearMonth : column.PeriodKind),
            "its texts are periods"
        ),
        Content(
            "periods-of-earlier-figures",
            column => column.HoldsPeriods && column.IsOfEarlierFigures,
            _ => RoleAnswer.NotStored(ColumnUse.Evidence, "earlier"),
            "its texts are the earlier periods of figures whose headings say the same, \"previous year\" beside \"year\""
        ),
        Content(
            "commodity-codes-and-names",
            column =>
                column.Texts.Total >= MinCoded
                && column.Texts.Share(TextKind.CodedCommodity) >= ColumnFacts.NearUnanimousShare
                && !column.Heading.Names("commodity-code")
                && !column.HoldsPeriods,
            _ => RoleAnswer.Label(Dimension.Commodity),
            "its texts are names behind codes of the Harmonized System"
        ),
        Content(
            "flows",
            column => column.Holds(TextKind.Flow),
            _ => RoleAnswer.Label(Dimension.Flow),
            "its texts are flows"
        ),
        Content(
            "flow-codes",
            column => !column.Holds(TextKind.Flow) && column.Heading.Names("flow") && column.HoldsFlowCodes,
            _ => RoleAnswer.Label(Dimension.Flow, LabelKind.Code),
            "its heading names flows and its texts are their codes"
        ),
        Content(
            "variants",
            column => column.HoldsVariants,
            _ => RoleAnswer.Label(Dimension.Variant),
            "its texts tell series apart, as seasonally adjusted"
        ),
        Content(
            "multipliers",
            column => column.Holds(TextKind.Multiplier),
            _ => RoleAnswer.Label(Dimension.Unit, LabelKind.Multiplier),
            "its texts are powers of ten"
        ),
        Content(
            "units",
            column => column.HoldsUnits && !column.Holds(TextKind.Flow) && !column.Heading.Names("multiplier"),
            _ => RoleAnswer.Label(Dimension.Unit),
            "its texts are units, without a flow"
        ),
        Content(
            "area-codes",
            column => column.AreaCodes.Value is not null && !column.Heading.Names("unit", "multiplier"),
            column => RoleAnswer.Label(column.AreaCodes.Value!.Value, LabelKind.Code),
            "its texts are codes of areas"
        ),
    ];

    private static readonly RoleRule[] ByHeading =
    [
        Heading("multiplier-heading", ["multiplier"], [], RoleAnswer.Label(Dimension.Unit, LabelKind.Multiplier)),
        Heading("unit-heading", ["unit"], ["multiplier"], RoleAnswer.Label(Dimension.Unit)),
        Heading("area-code-heading", ["area-code"], ["unit", "multiplier"], RoleAnswer.Ignored(NumberRules.OwnCodes)),
        Heading(
            "commodity-code-heading",
            ["commodity-code"],
            ["area-code", "unit", "multiplier"],
            RoleAnswer.Label(Dimension.Commodity, LabelKind.Code)
        ),
        Heading(
            "commodity-heading",
            ["commodity"],
            ["commodity-code", "area-code", "unit", "multiplier"],
            RoleAnswer.Label(Dimension.Commodity)
        ),
        .. from rule in new[]
        {
            Heading("unmodelled-heading", HeadingFacts.Unmodelled, OfTrade, RoleAnswer.Label(Dimension.Unmodelled)),
            Heading("valuation-heading", HeadingFacts.Unmodelled, OfTrade, RoleAnswer.Ignored("valuation")),
        }
        select rule with
        {
            Needs = column =>
                rule.Needs(column) && column.HoldsOneValuation == (rule.Gives(column).Use == ColumnUse.Ignored),
        },
        Heading("reporter-heading", ["reporter"], NotAreas, RoleAnswer.Label(Dimension.Reporter)),
        Heading("partner-heading", Partners, [.. NotAreas, "reporter"], RoleAnswer.Label(Dimension.Partner)),
        Heading("flow-heading", ["flow"], [.. NotAreas, "reporter", .. Partners], RoleAnswer.Label(Dimension.Flow)),
        new(
            "period-heading",
            Precedence.Heading,
            column =>
                column.IsText
                && column.Heading.Names(Periods)
                && !column.Heading.Names([.. NotAreas, "reporter", "flow", .. Partners]),
            column => RoleAnswer.Label(Dimension.Period, column.PeriodKind),
            "its heading names periods"
        ),
    ];

    private static readonly RoleRule[] Others =
    [
        new(
            "some-areas",
            Precedence.Weak,
            column => column.IsText && HoldsSomeAreas(column) && !NamesListedCommodities(column),
            _ => RoleAnswer.Label(Dimension.Partner),
            "a fifth of its texts are names of areas, and no other column has such"
        ),
        new(
            "status-texts",
            Precedence.Weak,
            column =>
                column.IsText
                && column.Texts.Total > 1
                && column.Texts.All(TextKind.Status)
                && !column.Texts.All(TextKind.Truth)
                && !HoldsSomeAreas(column),
            _ => RoleAnswer.Label(Dimension.Status),
            "all its texts are statuses"
        ),
        new(
            "yes-or-no",
            Precedence.Weak,
            column => column.IsText && column.Texts.All(TextKind.Truth),
            _ => RoleAnswer.Ignored("yes or no"),
            "its texts are true or false"
        ),
        new(
            "one-text",
            Precedence.Weak,
            column =>
                column.IsText
                && column.Texts.Total <= 1
                && !column.Texts.All(TextKind.Truth)
                && !column.Texts.Any(TextKind.Limiting)
                && !HoldsSomeAreas(column),
            _ => RoleAnswer.Ignored("one text throughout"),
            "it holds one text, which limits nothing"
        ),
        new(
            "commodities-of-title",
            Precedence.Weak,
            NamesListedCommodities,
            _ => RoleAnswer.Label(Dimension.Commodity),
            "a title says that the table lists commodities, and no other column names them"
        ),
        new(
            "names-of-goods",
            Precedence.Weak,
            column => column.Table.NamesGoods(column) && !NamesListedCommodities(column) && !HoldsSomeAreas(column),
            _ => RoleAnswer.Label(Dimension.Commodity),
            "most of its texts are in the words of names of goods, and nothing says that it is anything else"
        ),
        // What differs from row to row and is not known may be a commodity, a region, a company.
        new(
            "unknown-texts",
            Precedence.Remainder,
            column => column.IsText,
            _ => RoleAnswer.Label(Dimension.Unmodelled),
            "its texts differ, and nothing says what they are"
        ),
    ];

    public static IReadOnlyList<RoleRule> All { get; } = [.. ByContent, .. ByHeading, .. Others];

    private static string[] OfTrade => ["area-code", "unit", "multiplier", .. Commodities];

    private static string[] NotAreas => [.. OfTrade, .. HeadingFacts.Unmodelled];

    private static bool HoldsSomeAreas(ColumnFacts column) =>
        column.Table.Areas.IsEmpty && column.Texts.Share(TextKind.Place) > 0.2;

    private static bool NamesListedCommodities(ColumnFacts column) =>
        column.IsText
        && column.Table.ListsCommodities
        && column.Heading.IsExplained
        && !column.Heading.Has(TermKind.Dimension)
        && column.Texts.Total > 2
        && !column.Counts.CountsRows
        && column.Table.Areas.IsEmpty
        // Numbers beside the names may be their codes.
        && !column.Table.Columns.Any(other =>
            other.Column < column.Column && other.Counts.IsMostlyNumbers && !other.Counts.CountsRows
        )
        && !column.Table.Columns.Any(other => other.Heading.Names(Commodities));

    private static RoleRule Content(
        string name,
        Func<ColumnFacts, bool> needs,
        Func<ColumnFacts, RoleAnswer> gives,
        string why
    ) => new(name, Precedence.Content, column => column.IsText && needs(column), gives, why);

    private static RoleRule Heading(string name, string[] words, string[] others, RoleAnswer gives) =>
        new(
            name,
            Precedence.Heading,
            column => column.IsText && column.Heading.Names(words) && !column.Heading.Names(others),
            _ => gives,
            $"its heading names {string.Join(" or ", words)}"
        );
}
