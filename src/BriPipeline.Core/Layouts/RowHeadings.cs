using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Rows of words between rows of figures head those below them, each dimension until another heading of its kind.
/// A heading that limits, that announces shares or growth, or that is not understood, forbids the rows below it.</summary>
internal sealed class RowHeadings(Sheet sheet, CellEvidence evidence)
{
    private static readonly Dimension[] Sections = [Dimension.Flow, Dimension.Unit, Dimension.Period];

    private readonly Dictionary<Dimension, Label> said = [];
    private readonly HashSet<(Dimension, string)> seen = [];
    private Label? opened;
    private Label? forbidding;
    private bool flowHasFigures;
    private string? flowMargin;
    private string? partnerMargin;
    private HashSet<Dimension> saidBefore = [];

    /// <summary>Whether any heading holds for the next row of figures.</summary>
    public bool SayAnything => said.Count > 0 || forbidding is not null;

    /// <summary>The headings that hold for the next row of figures.</summary>
    public IEnumerable<Label> Labels => forbidding is null ? said.Values : said.Values.Append(forbidding);

    /// <summary>The group that was named right above the row, where the row is its total and not that of all partners.</summary>
    public Label? GroupOfTotal(List<Label> row)
    {
        var group = opened;
        opened = null;
        return
            group is not null
            && row.Exists(label => label.Dimension == Dimension.Partner && evidence.Of(label.Text).Has(TermKind.Total))
            ? group
            : null;
    }

    /// <summary>Takes in the name of a row of figures: "Exports, total" heads the partners below it. A name that is no
    /// partner's may be such a heading too, and ends the flow that was said before: "Balance", any unknown one.</summary>
    public void Head(int row, Label label, IReadOnlyList<Label> more)
    {
        for (var i = 0; i < more.Count; i++)
        {
            if (more[i] is { Dimension: Dimension.Flow } flow)
            {
                flowHasFigures = true;
                (flowMargin, partnerMargin) = (Margin(flow.Text), null);
                Say(flow with { Address = new(row, flow.Address!.Value.Column) });
            }
        }

        if (
            label is not { Dimension: Dimension.Partner, Kind: LabelKind.Words }
            || more.Any(other => other.Dimension == Dimension.Flow)
            || !said.ContainsKey(Dimension.Flow)
        )
        {
            return;
        }

        if (evidence.Of(label.Text).Areas.Count > 0)
        {
            partnerMargin = Margin(label.Text);
        }

        // Set in as the partners above it, below a flow that is not, it is one of them.
        var isListed = partnerMargin is not null && partnerMargin != flowMargin && partnerMargin == Margin(label.Text);
        if (
            evidence.Of(label.Text) is { Areas.Count: 0 } found
            && (
                (flowHasFigures && !isListed)
                || found.Terms.Any(term => term is { Kind: TermKind.Measure, Code: not "cumulative" })
            )
        )
        {
            forbidding = label with { Dimension = Dimension.Unmodelled, Heading = null };
            saidBefore = [.. said.Keys];
        }
    }

    /// <summary>What stands before a name: blanks, the number of a list.</summary>
    private static string Margin(string text) =>
        string.Concat(text.TakeWhile(c => !char.IsLetter(c)).Select(c => char.IsDigit(c) ? '1' : c))
            .Replace("11", "1", StringComparison.Ordinal);

    /// <summary>Forbids the rows below a heading that may stand over its own column only.</summary>
    public void Forbid(CellAddress place)
    {
        forbidding = new(Dimension.Unmodelled, LabelKind.Words, sheet[place.Row, place.Column].Raw, Reach.Block, place);
        saidBefore = [.. said.Keys];
    }

    /// <summary>Takes in a row of words; false where it says nothing.</summary>
    public bool Read(int row)
    {
        var speaks = false;
        for (var column = 1; column <= sheet.LastColumn(row); column++)
        {
            var cell = sheet[row, column];
            // Bare numbers between rows of figures number the columns of a new page.
            if (cell.IsBlank || cell.Kind == CellKind.Error || CellEvidence.WholeNumber(cell) is < 1900)
            {
                continue;
            }

            var place = new CellAddress(row, column);
            foreach (var label in TextLabels.Of(sheet, place, Reach.Block, evidence))
            {
                speaks = true;
                Say(label);
            }

            if (cell.Kind == CellKind.Text && evidence.Of(cell.Text!).Unexplained.Count > 0)
            {
                // The rows below may be those of the unknown name.
                said.Remove(Dimension.Partner);
            }

            if (cell.Kind == CellKind.Text && Forbids(cell.Text!, place))
            {
                speaks = true;
                forbidding = new(Dimension.Unmodelled, LabelKind.Words, cell.Text!, Reach.Block, place);
                saidBefore = [.. said.Keys];
            }
        }

        return speaks;
    }

    /// <summary>A section that was not there before, beside one that was, ends what an earlier heading forbade; one that
    /// comes again may lie within it ("Services", "Exports").</summary>
    private void Say(Label label)
    {
        said[label.Dimension] = label;
        opened = label.Dimension == Dimension.Partner ? label : opened;
        var isNew = seen.Add((label.Dimension, Folding.Fold(label.Text)));
        if (isNew && Sections.Contains(label.Dimension) && saidBefore.Contains(label.Dimension))
        {
            forbidding = null;
        }
    }

    private static bool HasMonths(string text) =>
        ReadText.Of(text).Periods.Any(part => part.FirstMonth != part.LastMonth);

    /// <summary>An unknown name in a list of partners may be one without figures; below a heading, or across the table,
    /// it is a heading itself.</summary>
    private bool Forbids(string text, CellAddress place)
    {
        var found = evidence.Of(text);
        if (found.Areas.Count > 0 || PartnerLimits.IsName(found.Said))
        {
            return false;
        }

        return found.Has(TermKind.Limit)
            || found.Terms.Any(term => term.Kind == TermKind.Measure && (term.Code != "cumulative" || !HasMonths(text)))
            || (
                evidence.Of(text).Unexplained.Count > 0
                && (said.Keys.Any(Sections.Contains) || sheet.AnchorOf(place.Row, place.Column + 1) == place)
            );
    }
}
