using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>Every rule of what a column of a table is. All are asked; see <see cref="RoleVerdict"/>.</summary>
internal static class RoleRules
{
    public const string UnclearReach = "group-heading-unclear";

    private static readonly RoleRule[] ByPlace =
    [
        new(
            UnclearReach,
            Precedence.Placement,
            column => column.Table.ReachesUnclearly(column.Column),
            _ => RoleAnswer.NotStored(ColumnUse.Alternatives, "how far the heading above reaches"),
            "a heading over several columns does not say where it ends"
        ),
        new(
            "header-shifted",
            Precedence.Placement,
            column => column.IsNumbers && column.Table.Contradictions.HeaderIsShifted,
            _ =>
                RoleAnswer.NotStored(
                    ColumnUse.Alternatives,
                    "a column of figures has no heading, and a heading no figures"
                ),
            "a column of numbers has no heading, and a heading of figures has no column of numbers"
        ),
        new(
            "flows-differ",
            Precedence.Placement,
            column => column.Table.Contradictions.OtherFlow.Contains(column.Column),
            _ => RoleAnswer.NotStored(ColumnUse.Alternatives, "its headings name different flows"),
            "a heading and one below it name different flows"
        ),
        new(
            "shares-named-figures",
            Precedence.Placement,
            column => column.Table.Contradictions.SharesNamedFigures.Contains(column.Column),
            _ =>
                RoleAnswer.NotStored(
                    ColumnUse.Alternatives,
                    "by their numbers one is the share of the other, by their headings not"
                ),
            "its numbers are the shares of another column, and its heading names figures"
        ),
        new(
            "codes-of-a-neighbour",
            Precedence.Peers,
            column => column.MatchingLabel is not null,
            column => RoleAnswer.Ignored($"codes of column {column.MatchingLabel}"),
            "it differs where a column of labels differs, and only there"
        ),
        new(
            "regions-of-areas",
            Precedence.Peers,
            column => column.Table.Areas.AreRegions(column.Column),
            _ => RoleAnswer.Ignored("regions of the areas in another column"),
            "it names the region in which the area of another column lies"
        ),
        new(
            "goods-again",
            Precedence.Peers,
            column => column.RepeatsGoods,
            _ => RoleAnswer.Ignored("goods of another column"),
            "it says what a column of goods says, or that these are others"
        ),
        new(
            "series-keys",
            Precedence.Peers,
            column => column.HoldsSeriesKeys,
            _ => RoleAnswer.Ignored("keys of series"),
            "it holds keys of series, and the rows say what they are without them"
        ),
        new(
            "names-of-codes",
            Precedence.Peers,
            column => column.MatchingLabel is null && column.NamesCodes,
            _ => RoleAnswer.Label(Dimension.Commodity),
            "it has one text for each code of a column of commodities, and each comes again"
        ),
        new(
            "texts-of-names",
            Precedence.Peers,
            column =>
                column.MatchingLabel is null
                && !column.NamesCodes
                && !column.RepeatsGoods
                && !column.MayTellLinesApart
                && !column.MayBePartsOfYears
                && !column.MayBePowers
                && column.GoodsKind is null
                && ExplainedTexts.By(column) is not null,
            column => RoleAnswer.Ignored($"one for each name in column {ExplainedTexts.By(column)}"),
            "each name in another column has one of its texts, as often as it comes again"
        ),
        new(
            "goods-and-groups",
            Precedence.Peers,
            column => column.MatchingLabel is null && column.GoodsKind is not null,
            column => RoleAnswer.Label(Dimension.Commodity, column.GoodsKind!.Value),
            "its heading may stand over goods and some of its texts are such, or those of another column of goods lie in its own"
        ),
        new(
            "codes-of-lines",
            Precedence.Peers,
            column =>
                column.MatchingLabel is null
                && !column.HoldsAllMonths
                && (column.MayTellLinesApart || column.MayBePartsOfYears),
            _ => RoleAnswer.Label(Dimension.Unmodelled, LabelKind.Code),
            "a few whole numbers that come again and again left of the figures, or from 1 to 12 beside years"
        ),
        new(
            "months-beside-years",
            Precedence.Peers,
            column => column.MatchingLabel is null && column.HoldsAllMonths,
            _ => RoleAnswer.Label(Dimension.Period, LabelKind.Month),
            "all numbers from 1 to 12 and no other beside a column of years"
        ),
        new(
            "powers-beside-units",
            Precedence.Peers,
            column => column.MatchingLabel is null && column.MayBePowers,
            _ => RoleAnswer.Label(Dimension.Unmodelled),
            "nothing but 0, 3, 6 and 9 beside a column of units"
        ),
    ];

    private static readonly RoleRule[] Remarks =
    [
        new(
            "statuses",
            Precedence.Remark,
            column =>
                column.IsText
                && column.Heading.Names("status", "obs-status")
                && !column.Heading.Names("note")
                && column.StatusKind is not null,
            column => RoleAnswer.Label(Dimension.Status, column.StatusKind!.Value),
            "its heading names statuses and its texts are some"
        ),
        new(
            "notes",
            Precedence.Remark,
            column =>
                !column.IsAreaNames
                && column.Heading.Names("note", "status", "obs-status")
                && (column.Heading.Names("note") || !column.Holds(TextKind.Flow))
                && (column.IsNumbers || column.Heading.Names("note") || column.StatusKind is null),
            _ => RoleAnswer.Ignored("notes"),
            "its heading names notes, or statuses that its texts are not"
        ),
        new(
            "frequencies",
            Precedence.Remark,
            column => column.IsText && !NamesNotes(column) && NamesFrequencies(column),
            _ => RoleAnswer.Label(Dimension.Frequency),
            "its heading names frequencies and its texts are some"
        ),
        new(
            "attributes",
            Precedence.Remark,
            column =>
                column.IsText
                && !NamesNotes(column)
                && !NamesFrequencies(column)
                && column.Heading.Names("attribute", "frequency"),
            _ => RoleAnswer.Ignored("attributes of series"),
            "its heading names attributes of series"
        ),
    ];

    private static readonly RoleRule[] AreaNames =
    [
        .. from dimension in new[] { Dimension.Reporter, Dimension.Partner, Dimension.Unmodelled }
        select new RoleRule(
            $"area-names-{Word(dimension)}",
            Precedence.Content,
            column => column.Table.Areas[column.Column] == dimension,
            _ => RoleAnswer.Label(dimension),
            "its texts are names of areas"
        ),
    ];

    public static readonly IReadOnlyList<RoleRule> All =
    [
        .. ByPlace,
        .. Remarks,
        .. AreaNames,
        .. TextRules.All,
        .. NumberRules.All,
    ];

    private static string Word(Dimension dimension) =>
        dimension == Dimension.Unmodelled ? "second" : dimension.ToString().ToLowerInvariant();

    private static bool NamesNotes(ColumnFacts column) => column.Heading.Names("note", "status", "obs-status");

    private static bool NamesFrequencies(ColumnFacts column) =>
        column.Heading.Names("frequency") && column.Holds(TextKind.Frequency);
}
