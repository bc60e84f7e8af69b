using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A column of labels as its rows are walked: equal cells give one and the same label, so that a long table
/// makes as many labels as it has texts and not as many as it has rows.</summary>
/// <param name="blankIsMember">Whether a blank is a member without a name, and not silence.</param>
/// <param name="carries">Whether a name holds for the rows below it too, where its cell is blank.</param>
internal sealed class LabelColumn(
    Sheet sheet,
    ColumnRole role,
    CellEvidence evidence,
    bool blankIsMember,
    bool carries = false,
    bool isOfQuantity = false
)
{
    private readonly Dictionary<string, RowLabel> known = new(StringComparer.Ordinal);
    private readonly bool isMerged = sheet.MergedRanges.Count > 0;
    private Cell latest;
    private RowLabel? latestLabel;
    private RowLabel carried;

    public int Column => role.Column;

    public Dimension Dimension => role.Dimension!.Value;

    /// <summary>The label of a row that says nothing where others have their name.</summary>
    public Label Nameless => new(Dimension, role.Kind, "", Reach.Row, new(Label.OwnRow, role.Column), role.Heading);

    /// <summary>The label of a row; without one where the cell is blank or holds a mark.</summary>
    public RowLabel Of(int row)
    {
        var own = OwnOf(row);
        if (!carries)
        {
            return own;
        }

        carried = own.Label is null ? carried : own;
        return own.Label is null && sheet[row, role.Column].IsBlank ? carried : own;
    }

    private RowLabel OwnOf(int row)
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

    /// <summary>A row among partners that names a flow, with figures of its own: "Exports, total". Gives what it calls the
    /// partners; null for any other row.</summary>
    private string? IsFlowRow(string text)
    {
        var found = evidence.Of(text);
        var total = found.Terms.FirstOrDefault(term => term.Kind == TermKind.Total);
        return
            found.Has(TermKind.Flow)
            && found.Said.Areas.Count == 0
            && found.Terms.All(term =>
                term.Kind is TermKind.Flow or TermKind.Total or TermKind.Valuation or TermKind.Filler
                || term is { Kind: TermKind.Dimension, Code: "value" }
            )
            && found.Said.LeftOver.Count == 0
            ? (total.Length > 0 ? text.Substring(total.Start, total.Length) : text)
            : null;
    }

    private RowLabel Read(Cell cell)
    {
        // "X" is a mark, and the code of exports.
        var isMissing = cell.IsBlank || (role.Kind != LabelKind.Code && evidence.IsMissing(cell));
        if (!blankIsMember && isMissing)
        {
            return default;
        }

        var text = evidence.TextOf(cell);
        var label = new Label(
            role.Dimension!.Value,
            role.Kind,
            text,
            Reach.Row,
            new(Label.OwnRow, role.Column),
            role.Heading
        )
        {
            IsOfQuantity = isOfQuantity,
        };
        if (role.ReporterAmong is { } reporter && evidence.Of(text).Areas is [var only] && only == reporter)
        {
            label = label with { Dimension = Dimension.Reporter };
        }

        List<Label> more = [];
        if (label.Dimension == Dimension.Partner && CellEvidence.UnitBeside(text) is { } unitText)
        {
            label = label with { Text = text[..^unitText.Length].TrimEnd() };
            more.Add(label with { Dimension = Dimension.Unit, Text = unitText });
        }
        else if (label.Dimension == Dimension.Flow)
        {
            more.AddRange(
                TextLabels
                    .Of(text, Reach.Row, label.Address, evidence)
                    .Where(also => also.Dimension is Dimension.Unit or Dimension.Variant)
                    .Select(also => also with { Heading = role.Heading })
            );
        }

        if (label.Dimension == Dimension.Partner && role.Kind == LabelKind.Words && IsFlowRow(label.Text) is { } total)
        {
            more.Add(label with { Dimension = Dimension.Flow });
            label = label with { Text = total };
        }

        var periods = label.Dimension == Dimension.Period ? evidence.Of(text).Periods : [];
        return new(
            label,
            more,
            NamesMonthsOnly: periods is [{ Year: null }, ..],
            NamesYearOnly: periods is [{ Year: not null, FirstMonth: null, Quarter: null }, ..],
            Period: periods is [var single] ? single : null
        );
    }
}

/// <summary>A label of a row, with what it leaves for other rows to say: months need the year of a row above.</summary>
/// <param name="More">What the same text says of other dimensions: "Export (USD thousand)", "China (thousand dollars)".</param>
internal readonly record struct RowLabel(
    Label? Label,
    IReadOnlyList<Label> More,
    bool NamesMonthsOnly,
    bool NamesYearOnly,
    PeriodPart? Period = null
);
