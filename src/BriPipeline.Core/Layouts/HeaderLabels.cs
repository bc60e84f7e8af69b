using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Finds for a column the header cells that speak of it: straight up, through merged ranges, and up to the left
/// where a group heading stands only over the first column of its group.</summary>
internal sealed partial class HeaderLabels(
    Sheet sheet,
    TableArea area,
    IReadOnlySet<int> figureColumns,
    CellEvidence evidence
)
{
    private HashSet<int>? unclear;
    private Dictionary<int, CellAddress>? centred;

    /// <summary>Places of the header cells over a column, from the top.</summary>
    public IReadOnlyList<CellAddress> Over(int column)
    {
        var cells = new List<CellAddress>();
        for (var i = 0; i < area.HeaderRows.Count; i++)
        {
            if (Find(i, column) is { } cell && !cells.Contains(cell))
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    /// <summary>The words over a column: its header cells from the top, parted by bars.</summary>
    public string Heading(int column) =>
        string.Join(
            " | ",
            Over(column)
                .Select(place => sheet[place.Row, place.Column])
                .Select(cell => Identifier().Replace(evidence.TextOf(cell).Trim(), " "))
        );

    /// <summary>Where one word of an identifier ends and the next begins: "CountryOfOrigin", "HSCode".</summary>
    [GeneratedRegex(
        @"(?<=^\w*[a-z])(?=[A-Z]\w{2,}$)|(?<=^[A-Z]{2,}\d*)(?=[A-Z][a-z]{2,}$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Identifier();

    /// <summary>Whether a heading over several columns cannot be told to start where it stands: columns to its left repeat
    /// those of its group, or its group repeats itself. Then it is centred, or a heading is lacking.</summary>
    public bool ReachesUnclearly(int column) =>
        figureColumns.Contains(column) && (unclear ??= FindUnclear()).Contains(column);

    private HashSet<int> FindUnclear()
    {
        var found = new HashSet<int>();
        var last = area.HeaderRows.Count - (Centred.Count > 0 ? 2 : 1);
        for (var i = area.Blocks.Count > 0 ? 1 : 0; i < last; i++)
        {
            var columns = figureColumns.Where(column => IsLabelledBelow(i, column)).Order().ToList();
            var groups = columns
                .Select(column => (Column: column, Anchor: Find(i, column), Below: Below(i, column)))
                .ToList();
            var carried = groups.FindAll(one => one.Anchor is { } anchor && IsCarried(anchor, one.Column));
            var bare = groups.FindAll(one => one.Anchor is null && sheet[area.HeaderRows[i], one.Column].IsBlank);
            var repeats = groups
                .Where(one => one.Anchor is not null)
                .GroupBy(one => (one.Anchor, one.Below))
                .Any(group => group.Skip(1).Any() && group.Any(one => carried.Contains(one)));
            if (
                carried.Count > 0 && repeats
                || bare.Exists(one =>
                    one.Below.Length > 0 && groups.Exists(other => other.Anchor is not null && other.Below == one.Below)
                )
            )
            {
                found.UnionWith(groups.Select(one => one.Column));
            }
        }

        return found;
    }

    /// <summary>Headings of the row above the last that are written somewhere over their group, by columns of figures: where the
    /// headings below them come round again, and one heading stands over each round, it is that of the round.</summary>
    private Dictionary<int, CellAddress> Centred => centred ??= FindCentred();

    /// <summary>A currency without a power of ten, written over the middle: other tables may say the power, and it does not.</summary>
    private bool IsBareUnit(string text) =>
        evidence.Of(text) is var said && said.Has(TermKind.Unit) && !said.Has(TermKind.Multiplier);

    private Dictionary<int, CellAddress> FindCentred()
    {
        if (area.HeaderRows.Count < 2 || (area.HeaderRows.Count == 2 && area.Blocks.Count > 0))
        {
            return [];
        }

        var (row, below) = (area.HeaderRows[^2], area.HeaderRows[^1]);
        var columns = figureColumns.Order().ToList();
        // A column that numbers the rows is of no round.
        if (
            columns.Count > 0
            && sheet[row, columns[0]].IsBlank
            && columns.TrueForAll(column =>
                column == columns[0] || sheet[below, column].Raw.Trim() != sheet[below, columns[0]].Raw.Trim()
            )
        )
        {
            columns.RemoveAt(0);
        }

        var texts = columns.ConvertAll(column => sheet[below, column].Raw.Trim());
        var length = texts.Count == 0 ? 0 : texts.IndexOf(texts[0], 1);
        var anchors = columns.Where(column => !sheet[row, column].IsBlank).ToList();
        if (
            length < 2
            || texts.Count % length != 0
            || anchors.Count != texts.Count / length
            || anchors.Exists(column => IsMerged(new(row, column)) || IsBareUnit(sheet[row, column].Raw))
            || texts.Exists(text => text.Length == 0)
            || !texts.Index().All(text => text.Item == texts[text.Index % length])
        )
        {
            return [];
        }

        var rounds = columns.Chunk(length).ToList();
        return rounds.TrueForAll(round => anchors.Count(round.Contains) == 1)
            ? rounds
                .SelectMany(round =>
                    round.Select(column => (column, Anchor: new CellAddress(row, anchors.Find(round.Contains))))
                )
                .ToDictionary(one => one.column, one => one.Anchor)
            : [];
    }

    /// <summary>Whether an unmerged heading holds for a column to the right of where it stands.</summary>
    private bool IsCarried(CellAddress anchor, int column) => anchor.Column != column && !IsMerged(anchor);

    private string Below(int headerIndex, int column) =>
        string.Join(
            " | ",
            Enumerable
                .Range(headerIndex + 1, area.HeaderRows.Count - headerIndex - 1)
                .Select(row => Find(row, column))
                .Select(cell => cell is { } found ? sheet[found.Row, found.Column].Raw.Trim() : "")
        );

    private CellAddress? Find(int headerIndex, int column)
    {
        var row = area.HeaderRows[headerIndex];
        if (headerIndex == 0 && area.Blocks.Count > 0)
        {
            var block = area.Blocks.FirstOrDefault(block => block.First <= column && column <= block.Last);
            return figureColumns.Contains(column) && block.First > 0 ? new(row, block.First) : null;
        }

        if (headerIndex == area.HeaderRows.Count - 2 && Centred.TryGetValue(column, out var heading))
        {
            return heading;
        }

        var anchor = sheet.AnchorOf(row, column);
        if (!sheet[anchor.Row, anchor.Column].IsBlank)
        {
            return anchor.Row >= area.HeaderRows[0] ? anchor : null;
        }

        if (
            !figureColumns.Contains(column)
            || headerIndex == area.HeaderRows.Count - 1
            || !IsLabelledBelow(headerIndex, column)
        )
        {
            return null;
        }

        for (var left = column - 1; left >= 1 && figureColumns.Contains(left); left--)
        {
            var other = sheet.AnchorOf(row, left);
            if (!sheet[other.Row, other.Column].IsBlank)
            {
                // A label with nothing below it is that column's own, not the heading of a group.
                return IsLabelledBelow(headerIndex, left) && !IsMerged(other) ? other : null;
            }
        }

        return null;
    }

    private bool IsLabelledBelow(int headerIndex, int column)
    {
        for (var i = headerIndex + 1; i < area.HeaderRows.Count; i++)
        {
            if (!sheet[area.HeaderRows[i], column].IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A merged heading says itself how far it reaches.</summary>
    private bool IsMerged(CellAddress cell) => sheet.AnchorOf(cell.Row, cell.Column + 1) == cell;
}
