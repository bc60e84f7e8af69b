using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Walks the rows of a table and gives each figure the labels of its row and column.</summary>
internal sealed class TableCells
{
    private readonly Sheet sheet;
    private readonly RowKind[] kinds;
    private readonly TableArea area;
    private readonly IReadOnlyList<ColumnRole> columns;
    private readonly CellEvidence evidence;
    private readonly IReadOnlyList<int> sample;
    private readonly List<ColumnRole> labelColumns;
    private readonly FigureColumns figures;
    private readonly IReadOnlyList<FigureColumn> figureColumns;

    public TableCells(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        IReadOnlyList<ColumnRole> columns,
        CellEvidence evidence
    )
    {
        this.sheet = sheet;
        this.kinds = kinds;
        this.area = area;
        this.columns = columns;
        this.evidence = evidence;
        sample = ColumnStatistics.Sample(kinds, area);
        labelColumns =
        [
            .. columns
                .Where(column =>
                    column is { Use: ColumnUse.Label, Dimension: not (Dimension.Unit or Dimension.Status) }
                )
                .OrderBy(column => GoodsColumns.LevelOf(sheet, sample, column)),
        ];
        figures = new(sheet, columns, evidence, YearToDate.MonthOf(sheet, area), IsMostlyFilled, HoldsMoney, AreSums);
        figureColumns = PartnersAcross.Apply(sheet, area, figures.All, evidence);
    }

    public IEnumerable<LabelledCell> Of(TableLayout table)
    {
        var rowColumns = labelColumns.ConvertAll(column => new LabelColumn(
            sheet,
            column,
            evidence,
            (
                column.Dimension is Dimension.Unmodelled or Dimension.Variant
                || column is { Dimension: Dimension.Commodity, Kind: LabelKind.Code }
            ) && IsMostlyFilled(column),
            column.Dimension is Dimension.Partner or Dimension.Period or Dimension.Flow
                && CarriedDownLabels.Hold(
                    sheet,
                    kinds,
                    area,
                    sample,
                    column.Column,
                    [
                        .. labelColumns
                            .Where(other =>
                                other != column
                                && other.Dimension
                                    is Dimension.Partner
                                        or Dimension.Flow
                                        or Dimension.Period
                                        or Dimension.Commodity
                            )
                            .Select(other => other.Column),
                    ],
                    mayBeOne: column.Dimension == Dimension.Period && NamesYears(column)
                )
        ));
        var nested = NestedRows.Of(sheet, kinds, area, labelColumns, figureColumns, evidence);
        var headings = new RowHeadings(sheet, evidence);
        var total = new GrandTotal(sheet, columns, evidence);
        // In a table with a line a figure the rows above and below are no list of partners.
        var group = labelColumns.TrueForAll(column => column.Dimension == Dimension.Partner)
            ? new OpenGroup(sheet, evidence, figureColumns)
            : null;
        var carried = YearsOver(labelColumns);
        var begun = new BegunYears();
        var remnant = LoneFlow.Find(sheet, kinds, area, evidence, [.. figureColumns.Select(figure => figure.Column)]);
        for (var row = area.FirstBodyRow; row <= area.LastBodyRow; row++)
        {
            if (kinds[row] is RowKind.Attributes or RowKind.Shifted)
            {
                continue;
            }

            if (kinds[row] != RowKind.Figures)
            {
                if (headings.Read(row))
                {
                    carried = YearsOver(labelColumns);
                    begun = new();
                }

                if (remnant is { } place && place.Row == row)
                {
                    headings.Forbid(place);
                }

                continue;
            }

            // Names that hold for rows below are taken from each row.
            var labels = RowLabels(row, rowColumns, headings, carried, begun);
            nested?.Complete(row, labels);
            if (sheet.DoubtfulRows.Contains(row))
            {
                continue;
            }

            if (
                group is not null
                && labels.FindAll(label => label is { Dimension: Dimension.Partner, Kind: LabelKind.Words })
                    is [var partner]
                && group.Of(row, partner) is { } open
            )
            {
                labels.Add(open);
            }

            if (total.Of(row, labels) is { } grand)
            {
                labels.Add(grand);
            }

            foreach (var column in figures.StatusesOfAll)
            {
                if (column.Of(row).Label is { } status)
                {
                    labels.Add(status);
                }
            }

            foreach (var (column, columnLabels, beside) in figureColumns)
            {
                var cell = sheet[row, column];
                if (!cell.IsBlank)
                {
                    var own = beside.Count == 0 ? labels : [.. labels, .. LabelsOf(row, beside)];
                    yield return new(table, new(row, column), cell, own, columnLabels);
                }
            }
        }
    }

    private static IEnumerable<Label> LabelsOf(int row, IReadOnlyList<LabelColumn> columns) =>
        columns.Select(column => column.Of(row).Label).OfType<Label>();

    /// <summary>The years that stand over columns of months, as the first to hold for them.</summary>
    private Dictionary<int, Label> YearsOver(List<ColumnRole> labelColumns) =>
        labelColumns
            .Where(column => column is { Dimension: Dimension.Period, Kind: LabelKind.Words, Headers.Count: > 0 })
            .SelectMany(column =>
                TextLabels
                    .Of(sheet, column.Headers[^1], Reach.Column, evidence)
                    .Where(label => evidence.Of(label.Text).Periods is [{ Year: not null, FirstMonth: null }])
                    .Select(label => (column.Column, label))
            )
            .ToDictionary(pair => pair.Column, pair => pair.label);

    private bool NamesYears(ColumnRole column) =>
        sample
            .Select(row => sheet[row, column.Column])
            .All(cell =>
                cell.IsBlank || evidence.Of(cell.Raw).Periods is [{ Year: not null, FirstMonth: null, Quarter: null }]
            );

    private bool IsMostlyFilled(ColumnRole column) => sample.Count(row => IsFilled(row, column)) * 2 > sample.Count;

    private bool HoldsMoney(ColumnRole column) =>
        sample
            .Select(row => sheet.AnchorOf(row, column.Column))
            .SelectMany(place => evidence.Of(sheet[place.Row, place.Column].Raw).Terms)
            .Any(term => term.Kind == TermKind.Unit && new Unit(term.Code).IsMoney);

    /// <summary>Whether the figures of a column are the sums of those of two others in all rows that have all three.</summary>
    private bool AreSums(ColumnRole one, ColumnRole other, ColumnRole sum)
    {
        const int least = 3;
        var rows = (
            from row in sample
            let first = FigureText.Read(sheet[row, one.Column], null)
            let second = FigureText.Read(sheet[row, other.Column], null)
            let total = FigureText.Read(sheet[row, sum.Column], null)
            where first is not null && second is not null && total is not null
            select (
                Apart: Math.Abs(first.Value + second.Value - total.Value),
                Digit: (decimal)
                    Math.Pow(10, -Math.Max(first.Value.Scale, Math.Max(second.Value.Scale, total.Value.Scale)))
            )
        ).ToList();
        return rows.Count >= least && rows.TrueForAll(row => row.Apart <= 1.5m * row.Digit);
    }

    private bool IsFilled(int row, ColumnRole column)
    {
        var place = sheet.AnchorOf(row, column.Column);
        return !sheet[place.Row, place.Column].IsBlank;
    }

    private List<Label> RowLabels(
        int row,
        List<LabelColumn> columns,
        RowHeadings headings,
        Dictionary<int, Label> carried,
        BegunYears begun
    )
    {
        var labels = new List<Label>(columns.Count + 4);
        LabelColumn? lacking = null;
        foreach (var column in columns)
        {
            var found = column.Of(row);
            if (found.Label is not { } label)
            {
                lacking = column.Dimension == Dimension.Period ? column : lacking;
                continue;
            }

            labels.Add(label);
            if (found.More.Count > 0)
            {
                labels.AddRange(found.More);
            }

            headings.Head(row, label, found.More);
            if (
                found.NamesMonthsOnly
                && (carried.GetValueOrDefault(column.Column) ?? begun.YearOf(column.Column, found.Period)) is { } year
            )
            {
                labels.Add(year);
            }
            else if (found.Period is { Year: not null } whole && !found.NamesYearOnly)
            {
                carried.Remove(column.Column);
                begun.Begin(column.Column, whole, label);
            }
            else if (found.NamesYearOnly)
            {
                carried[column.Column] = label;
            }
        }

        // A blank code is a mistake only beside a name.
        if (!labels.Exists(label => label.Dimension == Dimension.Commodity && label.Text.Length > 0))
        {
            labels.RemoveAll(label => label.Dimension == Dimension.Commodity);
        }

        if (headings.GroupOfTotal(labels) is { } group)
        {
            labels.Add(group);
        }

        if (labels.Count == 0 && columns.Count > 0)
        {
            // A row without any name of its own is nobody's.
            labels.AddRange(
                headings.Labels.Where(heading => heading.Dimension is not (Dimension.Partner or Dimension.Period))
            );
            if (lacking is not null)
            {
                labels.Add(lacking.Nameless);
            }

            return labels;
        }

        if (headings.SayAnything)
        {
            AddHeadings(labels, headings.Labels);
        }

        if (lacking is not null)
        {
            // A year without its month, or a month without its year, is not the other's, nor that of the column.
            labels.RemoveAll(label => label.Dimension == Dimension.Period);
            labels.Add(lacking.Nameless);
        }

        return labels;
    }

    private void AddHeadings(List<Label> labels, IEnumerable<Label> headings)
    {
        var isResidual = labels.Exists(label =>
            label.Dimension == Dimension.Partner && evidence.Of(label.Text).Areas.Any(area => area.Code == "_OTHER")
        );
        var isTotal = labels.Exists(label =>
            label.Dimension == Dimension.Partner && evidence.Of(label.Text).Areas.Contains(Area.World)
        );
        foreach (var heading in headings)
        {
            // "Other" below "Africa" is a residual of Africa; "Total" below "Third countries" may be theirs.
            if (
                labels.TrueForAll(label => label.Dimension != heading.Dimension || Adds(heading))
                || (isResidual && heading.Dimension == Dimension.Partner)
                || (
                    isTotal
                    && heading.Dimension == Dimension.Partner
                    && PartnerLimits.IsName(evidence.Of(heading.Text).Said)
                )
            )
            {
                labels.Add(heading);
            }
        }
    }

    /// <summary>A heading that completes the row's own label, or forbids it, stands beside it.</summary>
    private static bool Adds(Label heading) => heading.Dimension is Dimension.Period or Dimension.Unmodelled;
}
