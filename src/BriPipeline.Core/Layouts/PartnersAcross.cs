using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>"China exports", "Korea exports" over columns: whose trade it is, but below "exports by country" of a source that has one
/// reporter, with whom.</summary>
internal static class PartnersAcross
{
    /// <summary>Fewer may be reporters that a file compares.</summary>
    private const int MinAreas = 3;

    public static IReadOnlyList<FigureColumn> Apply(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<FigureColumn> columns,
        CellEvidence evidence
    )
    {
        var over = columns.SelectMany(column => column.Labels).ToList();
        var owners = over.FindAll(label => label.Dimension == Dimension.Reporter);
        return
            evidence.Reporter is { } reporter
            && owners.Select(label => label.Text).Distinct(StringComparer.Ordinal).Skip(MinAreas - 1).Any()
            && owners.TrueForAll(label => StandsBeforeFlow(label) && !evidence.Of(label.Text).Areas.Contains(reporter))
            && !over.Exists(label => label.Dimension == Dimension.Partner)
            && ListsPartnersOf(reporter)
            ? [.. columns.Select(column => column with { Labels = [.. column.Labels.Select(WithPartner)] })]
            : columns;

        // "Chinese exports" and "China's exports" are owned.
        bool StandsBeforeFlow(Label label) =>
            label is { Reach: Reach.Column, Address: { } place }
            && sheet[place.Row, place.Column].Raw.Trim() is var text
            && text.StartsWith(label.Text, StringComparison.Ordinal)
            && evidence.Of(label.Text).Areas.Count == 1
            && ReadText.Of(text) is { LeftOver.Count: 0, Areas: [_] } said
            // The "R" of "R Korea" is no word of its own.
            && said.Terms.Where(term => term.Start >= label.Text.Length).ToList() is [{ Kind: TermKind.Flow } flow]
            && !text[label.Text.Length..flow.Start].Any(char.IsLetterOrDigit);

        bool ListsPartnersOf(Area own)
        {
            var titles = TableContext.Captions(sheet, area).Select(caption => caption.Text).ToList();
            return titles.Exists(title =>
                    evidence.Of(title) is var said && said.Has(TermKind.Flow) && said.Names("area", "partner")
                )
                && titles
                    .SelectMany(title =>
                        ReadText.Of(title).Areas.Select(mention => (title, mention.Area, mention.Start))
                    )
                    .All(one => one.Area == own && !ConnectingWords.PartnerFollows(one.title, one.Start));
        }
    }

    private static Label WithPartner(Label label) =>
        label.Dimension == Dimension.Reporter ? label with { Dimension = Dimension.Partner } : label;
}
