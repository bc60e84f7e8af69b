using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A column of labels as its rows are walked: equal cells give one and the same label, so that a long table
/// makes as many labels as it has texts and not as many as it has rows.</summary>
/// <param name="blankIsMember">Whether a blank is a member without a name, and not silence.</param>
internal sealed class LabelColumn(Sheet sheet, ColumnRole role, CellEvidence evidence, bool blankIsMember)
{
    private readonly Dictionary<string, RowLabel> known = new(StringComparer.Ordinal);
    private readonly bool isMerged = sheet.MergedRanges.Count > 0;
    private Cell latest;
    private RowLabel? latestLabel;

    public int Column => role.Column;

    /// <summary>The label of a row; without one where the cell is blank or holds a mark.</summary>
    public RowLabel Of(int row)
    {
        var place = isMerged ? sheet.AnchorOf(row, role.Column) : new(row, role.Column);
        var cell = sheet[place.Row, place.Column];
        // Equal texts of a sheet are most often one and the same string.
        var isSameText = cell.Kind == CellKind.Text && ReferenceEquals(cell.Text, latest.Text);
        if (latestLabel is not { } label || (!isSameText && cell != latest))
        {
            latest = cell;
            latestLabel = label = Find(cell);
        }

        return label;
    }

    private RowLabel Find(Cell cell)
    {
        // What a date stands for depends on its format too.
        if (cell.Kind == CellKind.Date)
        {
            return Read(cell);
        }

        if (!known.TryGetValue(cell.Raw, out var label))
        {
            label = Read(cell);
            known.Add(cell.Raw, label);
        }

        return label;
    }

    private RowLabel Read(Cell cell)
    {
        if (!blankIsMember && (cell.IsBlank || evidence.IsMissing(cell)))
        {
            return default;
        }

        var text = cell.Kind == CellKind.Date ? TextLabels.DateText(cell) : cell.Raw;
        var label = new Label(
            role.Dimension!.Value,
            role.Kind,
            text,
            EvidenceRank.Header,
            new(Label.OwnRow, role.Column),
            role.Heading
        );
        var periods = label.Dimension == Dimension.Period ? evidence.Of(text).Periods : [];
        return new(
            label,
            NamesMonthsOnly: periods is [{ Year: null }, ..],
            NamesYearOnly: periods is [{ Year: not null, FirstMonth: null, Quarter: null }, ..]
        );
    }
}

/// <summary>A label of a row, with what it leaves for other rows to say: months need the year of a row above.</summary>
internal readonly record struct RowLabel(Label? Label, bool NamesMonthsOnly, bool NamesYearOnly);
