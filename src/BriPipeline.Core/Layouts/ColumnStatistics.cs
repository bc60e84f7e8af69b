using System.Globalization;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What the cells of a column look like, from a sample of its rows of figures.</summary>
internal sealed class ColumnStatistics
{
    private const int SampledRows = 400;

    private int counted;
    private int lastNumber;
    private readonly List<double> numbers;
    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);

    private ColumnStatistics(IReadOnlyList<int> rows) => (Rows, numbers) = (rows, new(rows.Count));

    /// <summary>The rows that were looked at.</summary>
    public IReadOnlyList<int> Rows { get; }

    public int Filled { get; private set; }
    public int Numbers { get; private set; }
    public int Marks { get; private set; }
    public int Years { get; private set; }
    public int Months { get; private set; }
    public int Dates { get; private set; }
    public int Whole { get; private set; }
    public bool HasLeadingZeros { get; private set; }
    public bool CountsRows { get; private set; } = true;

    /// <summary>Distinct texts, numbers as text behind them. Most columns of figures are known without these.</summary>
    public IReadOnlyCollection<string> Distinct
    {
        get
        {
            distinct.UnionWith(numbers.Distinct().Select(number => Cell.OfNumber(number).Raw));
            numbers.Clear();
            return distinct;
        }
    }

    public bool IsMostlyNumbers => Numbers > 0 && Numbers + Marks >= 0.6 * Filled;

    /// <summary>Share of the distinct texts of which something holds.</summary>
    public double Share(Func<string, bool> holds) =>
        Distinct.Count == 0 ? 0 : (double)Distinct.Count(holds) / Distinct.Count;

    /// <summary>Rows to look at: the first ones, then evenly to the end.</summary>
    public static IReadOnlyList<int> Sample(RowKind[] kinds, TableArea area)
    {
        var figures = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Where(row => kinds[row] == RowKind.Figures);
        var step = Math.Max(1, figures.Count() / (SampledRows / 2));
        return [.. figures.Where((_, i) => i < SampledRows / 2 || i % step == 0)];
    }

    public static ColumnStatistics Of(Sheet sheet, int column, IReadOnlyList<int> rows, CellEvidence evidence)
    {
        var statistics = new ColumnStatistics(rows);
        foreach (var row in rows)
        {
            var anchor = sheet.AnchorOf(row, column);
            var cell = sheet[anchor.Row, anchor.Column];
            if (!cell.IsBlank)
            {
                statistics.Add(cell, evidence);
            }
        }

        // "Total" may stand in the column of numbers.
        statistics.CountsRows &= statistics.counted > 2 && statistics.counted >= 0.8 * statistics.Filled;
        return statistics;
    }

    private void Add(Cell cell, CellEvidence evidence)
    {
        Filled++;
        if (evidence.IsMissing(cell))
        {
            Marks++;
            CountsRows = false;
            return;
        }

        if (cell.Kind == CellKind.Number)
        {
            numbers.Add(cell.Number);
        }
        else
        {
            distinct.Add(evidence.TextOf(cell));
        }

        if (cell.Kind == CellKind.Date)
        {
            Dates++;
        }

        var whole = CellEvidence.WholeNumber(cell);
        if (CellEvidence.IsNumber(cell) || cell.Kind == CellKind.Error || evidence.IsMarkedFigure(cell))
        {
            Numbers++;
            var isYear = CellEvidence.YearWithDecimal(cell) is not null;
            Whole += isYear || CellEvidence.IsWhole(cell) || Ordinal(cell) is not null ? 1 : 0;
            Years += isYear || evidence.YearOrNumber(cell) is >= 1900 and <= 2100 ? 1 : 0;
            Months += whole is >= 1 and <= 12 ? 1 : 0;
            HasLeadingZeros |= cell.Kind == CellKind.Text && cell.Text is ['0', >= '0' and <= '9', ..];
        }

        if ((whole ?? Ordinal(cell)) is { } number)
        {
            // Of a long table only some rows are looked at after the first.
            counted++;
            CountsRows &= number == counted || (counted > SampledRows / 2 && number > lastNumber);
            lastNumber = number;
        }
        else
        {
            CountsRows &= CellEvidence.IsText(cell);
        }
    }

    /// <summary>The number of a list written with its sign: "1.", "2)".</summary>
    private static int? Ordinal(Cell cell) =>
        cell.Kind == CellKind.Text
        && cell.Text!.AsSpan().Trim() is [.. var digits, '.' or ')']
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
