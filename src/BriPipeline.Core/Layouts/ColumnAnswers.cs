using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What a person may say that a column is, and what it is then.</summary>
internal static class ColumnAnswers
{
    private static readonly Dictionary<string, RoleAnswer> Roles = new(StringComparer.Ordinal)
    {
        ["figures"] = RoleAnswer.Figures,
        ["share"] = RoleAnswer.NotStored(ColumnUse.Evidence, "share"),
        ["partner"] = RoleAnswer.Label(Dimension.Partner),
        ["reporter"] = RoleAnswer.Label(Dimension.Reporter),
        ["commodity"] = RoleAnswer.Label(Dimension.Commodity),
        ["commodity-code"] = RoleAnswer.Label(Dimension.Commodity, LabelKind.Code),
        ["period"] = RoleAnswer.Label(Dimension.Period),
        ["flow"] = RoleAnswer.Label(Dimension.Flow),
        ["unit"] = RoleAnswer.Label(Dimension.Unit),
        ["note"] = RoleAnswer.Ignored("notes"),
    };

    /// <summary>Figures of what the heading names, a part of all goods.</summary>
    private const string Goods = "goods";

    private static readonly IReadOnlyList<AskOption> Numbers =
    [
        .. new[] { "figures", Goods, "share", "commodity-code", "period", "note" }.Select(role => new AskOption(
            role,
            Why.Common
        )),
    ];

    private static readonly IReadOnlyList<AskOption> Texts =
    [
        .. new[] { "partner", "commodity", "reporter", "period", "flow", "unit", "note" }.Select(role => new AskOption(
            role,
            Why.Common
        )),
    ];

    private static readonly IReadOnlyList<AskOption> Codes =
    [
        .. new[] { "commodity-code", "partner", "reporter", "period", "flow", "unit", "note" }.Select(
            role => new AskOption(role, Why.Common)
        ),
    ];

    private static readonly IReadOnlyList<AskOption> OfAreas =
    [
        .. new[] { "reporter", "partner", "note" }.Select(role => new AskOption(role, Why.Common)),
    ];

    /// <summary>What is asked of a column; null where only another file can say what it is.</summary>
    public static Ask? AskOf(ColumnRole role) =>
        role switch
        {
            { Use: ColumnUse.Limited } when PartnerLimits.Are(role.Reason) => new(QuestionKind.Area, role.Heading, []),
            { Use: ColumnUse.Limited } => new(QuestionKind.Limit, role.Heading, [new(Ask.No, Why.Common)]),
            { Use: ColumnUse.NotUnderstood } => new(QuestionKind.Column, About(role.Reason, role.Column), Numbers),
            { Use: ColumnUse.Label, Dimension: Dimension.Unmodelled } => new(
                QuestionKind.Column,
                About(role.Heading, role.Column),
                OptionsOf(role.Kind)
            ),
            _ => null,
        };

    /// <summary>What a column of labels may be.</summary>
    public static IReadOnlyList<AskOption> OptionsOf(LabelKind kind) => kind == LabelKind.Code ? Codes : Texts;

    /// <summary>The words that a column is known by; its letters where it has none.</summary>
    public static string About(string words, int column) =>
        words.Any(char.IsLetter) ? words : $"{CellAddress.ColumnLetters(column)} {words}".Trim();

    /// <summary>The column as a person said that it is.</summary>
    public static ColumnRole Apply(ColumnRole role, AnswerBook book)
    {
        if (book.IsEmpty || AskOf(role) is not { } ask || book.Find(ask) is not { } answer)
        {
            return role;
        }

        var goods =
            answer == Goods ? role.Heading
            : role.Use == ColumnUse.Limited && CommodityText.OfCode(answer) is { } code ? code.Code
            : null;
        var partner = ask.Kind == QuestionKind.Area && answer != Ask.LeaveOut ? answer : null;
        if (goods is not null || partner is not null || answer == Ask.No)
        {
            return As(role, RoleAnswer.Figures) with
            {
                Said =
                    goods is not null ? [new(Dimension.Commodity, LabelKind.Words, goods, Reach.Column)]
                    : partner is not null ? [new(Dimension.Partner, LabelKind.Code, partner, Reach.Column)]
                    : [],
            };
        }

        return !Roles.TryGetValue(answer, out var said) ? role
            // Digits alone are no name of goods.
            : said.Dimension == Dimension.Commodity
            && (role.Kind == LabelKind.Code || role.Use == ColumnUse.NotUnderstood)
                ? As(role, Roles["commodity-code"])
            : As(role, said);
    }

    /// <summary>Columns of areas that often differ, as a person said which of them are the reporters.</summary>
    public static IReadOnlyList<ColumnRole> ApplyAreas(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    )
    {
        var decided = roles.ToList();
        while (AreaColumns.Unclear(sheet, area, decided, evidence) is var (one, other))
        {
            var said = new[] { one, other }.FirstOrDefault(role => Said(role) is "reporter" or "note");
            if (said is null || (said == other && Said(one) is null))
            {
                break;
            }

            decided[decided.IndexOf(said)] = As(said, Roles[Said(said)!]);
        }

        return decided;

        string? Said(ColumnRole role) => evidence.Book.Find(AskOfArea(role));
    }

    /// <summary>What is asked of two columns of areas that often differ: what the first is; where it holds partners, what the other is.</summary>
    public static Ask AskOfAreas(ColumnRole one, ColumnRole other, AnswerBook book) =>
        AskOfArea(book.Find(AskOfArea(one)) == "partner" ? other : one);

    private static Ask AskOfArea(ColumnRole role) =>
        new(QuestionKind.Column, About(role.Heading, role.Column), OfAreas);

    private static ColumnRole As(ColumnRole role, RoleAnswer said) =>
        role with
        {
            Use = said.Use,
            Dimension = said.Dimension,
            Kind = said.Kind,
            Reason = said.Reason,
            Rule = "answered",
        };
}
