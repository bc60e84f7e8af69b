using System.Globalization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What is told of a table that is read: what of it is hidden, and which columns are not stored.</summary>
internal static class ColumnFindings
{
    public static IEnumerable<Finding> Of(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    ) => Hidden(sheet, area, roles).Concat(OfColumns(sheet, area, roles, evidence));

    /// <summary>Hidden sheets, columns and rows are read like any other, and said to be hidden.</summary>
    private static IEnumerable<Finding> Hidden(Sheet sheet, TableArea area, IReadOnlyList<ColumnRole> roles)
    {
        var columns = roles
            .Where(role => role.Use == ColumnUse.Figures && sheet.IsColumnHidden(role.Column))
            .Select(role => CellAddress.ColumnLetters(role.Column))
            .ToList();
        var rows = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Count(sheet.IsRowHidden);
        if (sheet.IsHidden)
        {
            yield return Finding.OfSheet(FindingCodes.HiddenRead, sheet, "sheet");
        }

        if (columns.Count > 0)
        {
            yield return Finding.OfSheet(FindingCodes.HiddenRead, sheet, $"columns {string.Join(", ", columns)}");
        }

        if (rows > 0)
        {
            yield return Finding.OfSheet(FindingCodes.HiddenRead, sheet, $"rows ({Number(rows)})");
        }
    }

    private static IEnumerable<Finding> OfColumns(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    ) =>
        from role in roles
        let told = OfColumn(sheet, role, evidence.Book)
        where told is not null
        let finding = IsPartOfOther(role, roles, evidence) ? told with { Ask = null } : told
        select finding.Ask is not { } ask
            ? finding
            : finding with
            {
                Ask = ask.Kind == QuestionKind.Area ? ask with { Options = PartnersMeant(role, roles, evidence) } : ask,
                Figures = Math.Max(1, Numbers(sheet, area, role)),
            };

    /// <summary>Whether a column of a kind of trade stands beside the total of all kinds, or all of the same flow: nobody need say what
    /// it is.</summary>
    private static bool IsPartOfOther(ColumnRole role, IReadOnlyList<ColumnRole> roles, CellEvidence evidence)
    {
        var own = FlowsOf(role);
        return role.Use == ColumnUse.Limited
            && !PartnerLimits.Are(role.Reason)
            && !Goods.Are(role.Reason)
            && roles.Any(other =>
                other.Use == ColumnUse.Figures
                && evidence.Of(other.Heading) is var said
                && (said.Has(TermKind.Total) || (own.Count > 0 && own.SetEquals(FlowsOf(other))))
            );

        HashSet<string> FlowsOf(ColumnRole column) =>
            [.. evidence.Of(column.Heading).Terms.Where(term => term.Kind == TermKind.Flow).Select(term => term.Code)];
    }

    /// <summary>The groups that words for partners over a column may mean, beside the unions that the other headings name.</summary>
    private static List<AskOption> PartnersMeant(
        ColumnRole role,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    ) =>
        [
            .. PartnerLimits
                .Possible(
                    role.Heading,
                    roles
                        .SelectMany(other => evidence.Of(other.Heading).Said.Areas)
                        .Select(mention => mention.Area)
                        .Concat(evidence.Reporter is { } own ? [own] : [])
                )
                .Select(group => new AskOption(group.Code, Why.MayMean, role.Heading)),
        ];

    /// <summary>How many figures hang on what a column is.</summary>
    private static int Numbers(Sheet sheet, TableArea area, ColumnRole role) =>
        Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Count(row => sheet[row, role.Column].Kind == CellKind.Number);

    /// <summary>What is told of one column; null where it is read.</summary>
    public static Finding? OfColumn(Sheet sheet, ColumnRole role, AnswerBook book)
    {
        var letters = CellAddress.ColumnLetters(role.Column);
        var finding = role.Use switch
        {
            ColumnUse.NotUnderstood => At(FindingCodes.HeaderUnexplained, role.Reason, letters),
            ColumnUse.Limited => At(FindingCodes.HeaderLimits, role.Heading, role.Reason, letters),
            ColumnUse.Alternatives when role.Rule == RoleRules.UnclearReach => At(
                FindingCodes.HeaderReachUnclear,
                role.Heading,
                letters
            ),
            ColumnUse.Alternatives or ColumnUse.Label when role.Reason.Length > 0 => At(
                FindingCodes.ColumnUnclear,
                role.Heading,
                letters,
                role.Reason
            ),
            ColumnUse.Evidence or ColumnUse.Ignored => At(
                FindingCodes.ColumnNotStored,
                letters,
                role.Heading,
                role.Reason
            ),
            _ => null,
        };
        return finding is { Ask: { } ask } ? finding.AsAnswered(book.Find(ask)) : finding;

        Finding At(FindingCode code, params string[] arguments) =>
            (
                role.Headers.Count == 0
                    ? Finding.OfSheet(code, sheet, arguments)
                    : Finding.OfCell(code, sheet, role.Headers[^1], arguments)
            ) with
            {
                Ask = ColumnAnswers.AskOf(role),
            };
    }

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);
}
