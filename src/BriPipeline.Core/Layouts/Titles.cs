using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What is told of a title.</summary>
/// <param name="Rules">The names of the rules that tell it.</param>
/// <param name="Answer">What a person said of its words; null where nobody did.</param>
internal sealed record TitleVerdict(Finding Finding, string Rules, string? Answer)
{
    public bool Refuses => Finding.Code.Severity == Severity.RejectWorkbook;

    /// <summary>Whether a person said that the figures are to be stored.</summary>
    public bool IsLifted => Answer is not (null or Ask.LeaveOut);

    /// <summary>The commodity to which the words limit the figures, where a person named one.</summary>
    public Label? Commodity =>
        IsLifted && Answer != Ask.No ? new(Dimension.Commodity, LabelKind.Words, Answer!, Reach.Caption) : null;
}

/// <summary>What the titles of a table, its sheet's name among them, forbid or leave open.</summary>
internal sealed class Titles(SourceProfile profile, string fileName, CellEvidence evidence)
{
    private readonly bool commodityIsDefault =
        profile.DefaultsFor(fileName).Commodity is { Length: > 0 } and not "TOTAL";

    /// <summary>Asks every rule of every title. Where one refuses the table, nothing is told of words that are not known:
    /// no figure depends on them.</summary>
    public IReadOnlyList<TitleVerdict> Judge(FoundTable table)
    {
        var told = LinesOf(table).SelectMany(title => Judge(table, title)).ToList();
        return told.FindAll(verdict => verdict is { Refuses: true, IsLifted: false }) is { Count: > 0 } refusals
            ? refusals
            : told;
    }

    /// <summary>Rules that tell the same of a title tell it once.</summary>
    private IEnumerable<TitleVerdict> Judge(FoundTable table, TitleLine title) =>
        from rule in TitleRules.All
        let words = rule.Finds(title)
        where words is not null
        group (rule.Name, words) by rule.Code into told
        let words = string.Join(", ", told.Select(one => one.words).Distinct(StringComparer.Ordinal))
        let arguments = told.Key == FindingCodes.CaptionUnexplained ? new[] { words } : [title.Text, words]
        let ask = told.Key.Severity == Severity.RejectWorkbook
            ? new Ask(QuestionKind.Limit, words, [new(Ask.No, Why.Common)])
            : null
        let finding = title.Place is { } cell
            ? Finding.OfCell(told.Key, table.Sheet, cell, arguments)
            : Finding.OfSheet(told.Key, table.Sheet, arguments)
        select new TitleVerdict(
            finding with
            {
                Ask = ask,
            },
            string.Join(", ", told.Select(one => one.Name)),
            ask is null ? null : profile.Book.Find(ask)
        );

    private IEnumerable<TitleLine> LinesOf(FoundTable table)
    {
        var (sheet, area, _, roles, pinned) = table;
        // A pinned layout names the columns of figures, and is silent of those beside them.
        var measures = pinned is not null
            ? TitleRules.Measures.ToHashSet(StringComparer.Ordinal)
            : roles
                .Where(role => role.Use == ColumnUse.Evidence)
                .Select(role => role.Reason)
                .ToHashSet(StringComparer.Ordinal);
        var limits = LimitsOfColumns(roles);
        var commodityIsSaid =
            commodityIsDefault
            || roles.Any(role => role.Dimension == Dimension.Commodity)
            || TableContext.Declared(sheet, area, evidence).Any(label => label.Dimension == Dimension.Commodity);
        return TableContext
            .Captions(sheet, area)
            .Select(caption => (caption.Text, caption.Place, IsCaption: true))
            .Append((sheet.Name, null, false))
            .Select(line => new TitleLine(
                line.Text,
                line.Place,
                line.IsCaption,
                commodityIsSaid,
                profile.Reporter,
                evidence,
                measures,
                limits
            ));
    }

    /// <summary>What limits some columns by their own headings, where each of the others names a flow and no limit: the title lists
    /// all of them.</summary>
    private HashSet<string> LimitsOfColumns(IReadOnlyList<ColumnRole> roles)
    {
        var figures = roles.Where(role => role.Use == ColumnUse.Figures).ToList();
        return
            figures.Count > 0
            && figures.TrueForAll(role => evidence.Of(role.Heading) is var said && said.Has(TermKind.Flow))
            ? roles
                .Where(role => role.Use == ColumnUse.Limited)
                .Select(role => role.Reason)
                .ToHashSet(StringComparer.Ordinal)
            : [];
    }
}
