using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A column of labels as its rows are walked: equal cells give one and the same label, so that a long table
/// makes as many labels as it has texts and not as many as it has rows.</summary>
/// <param name="blankIsMember">Whether a blank is a member without a name, and not silence.</param>
internal sealed class LabelColumn(Sheet sheet, ColumnRole role, CellEvidence evidence, bool blankIsMember)
{
    private readonly Dictionary<Cell, RowLabel> known = [];
    private Cell latest;
    private RowLabel? latestLabel;

    public ColumnRole Role => role;

    public int Column => role.Column;

    /// <summary>The label of a row; without one where the cell is blank or holds a mark.</summary>
    public RowLabel Of(int row)
    {
        var place = sheet.AnchorOf(row, role.Column);
        var cell = sheet[place.Row, place.Column];
        if (latestLabel is not { } label || cell != latest)
        {
            latest = cell;
            if (!known.TryGetValue(cell, out label))
            {
                label = Read(cell);
                known.Add(cell, label);
            }

            latestLabel = label;
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
