using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Where the header of a table contradicts itself or the figures below it, so that no heading can be believed to stand
/// over its own column.</summary>
internal sealed class Contradictions
{
    /// <summary>Half a unit of a share with one decimal, and a little more.</summary>
    private const double ShareTolerance = 0.06;

    /// <summary>Fewer rows in proportion may be chance.</summary>
    private const int MinRows = 3;

    private readonly Sheet sheet;
    private readonly CellEvidence evidence;

    /// <summary>The figures of each column of numbers, row by row.</summary>
    private readonly Dictionary<int, double?[]> values;

    public Contradictions(Sheet sheet, TableArea area, CellEvidence evidence, IReadOnlyList<ColumnFacts> columns)
    {
        (this.sheet, this.evidence) = (sheet, evidence);
        var numbers = columns.Where(column => column.Counts.IsMostlyNumbers).ToList();
        values = numbers.ToDictionary(
            column => column.Column,
            column => column.Counts.Rows.Select(row => Value(sheet[row, column.Column])).ToArray()
        );
        HeaderIsShifted = IsShiftedRight(area, columns, numbers) || IsShiftedLeft(columns, numbers);
        OtherFlow = FindOtherFlows(numbers);
        SharesNamedFigures = FindShares(numbers).Union(FindGrowth(numbers)).ToHashSet();
    }

    /// <summary>Whether the header stands a column beside its figures: a column of numbers has no heading, and a heading of
    /// figures stands over an empty column or over names.</summary>
    public bool HeaderIsShifted { get; }

    /// <summary>Columns below a heading whose sub-headings name another flow.</summary>
    public IReadOnlySet<int> OtherFlow { get; }

    /// <summary>Columns of which one holds the shares or the growth of others, where the headings say it the other way round.</summary>
    public IReadOnlySet<int> SharesNamedFigures { get; }

    private bool IsShiftedRight(TableArea area, IReadOnlyList<ColumnFacts> columns, List<ColumnFacts> numbers)
    {
        var bare = numbers.FindIndex(column => column.Headers.Count == 0);
        var filled = columns.Select(column => column.Column).ToHashSet();
        return bare >= 0
            && Enumerable
                .Range(1, sheet.ColumnCount)
                .Where(column => column > numbers[bare].Column && !filled.Contains(column))
                .Any(column =>
                    area.HeaderRows.Any(row =>
                        sheet.AnchorOf(row, column) == new CellAddress(row, column)
                        && !sheet[row, column].IsBlank
                        && !evidence.Of(sheet[row, column].Raw).Names("note", "status", "obs-status")
                    )
                );
    }

    private static bool IsShiftedLeft(IReadOnlyList<ColumnFacts> columns, List<ColumnFacts> numbers) =>
        numbers.Count > 1
        && numbers[^1].Headers.Count == 0
        && columns.Any(column =>
            !column.Counts.IsMostlyNumbers
            && column.Column < numbers[0].Column
            && column.Texts.Share(TextKind.Area) >= ColumnFacts.MajorityShare
            && (column.Heading.HasPeriod || column.Heading.NamesFigure)
            && !column.Heading.Names("reporter", "partner", "area", "area-code")
            && column.Heading.Said.Areas.Count == 0
        );

    private HashSet<int> FindOtherFlows(List<ColumnFacts> numbers)
    {
        var headings = new HashSet<CellAddress>();
        foreach (var column in numbers)
        {
            for (var i = 1; i < column.Headers.Count; i++)
            {
                if (OnlyFlow(column.Headers[i]) is { } flow)
                {
                    headings.UnionWith(
                        column.Headers.Take(i).Where(over => OnlyFlow(over) is { } other && other != flow)
                    );
                }
            }
        }

        return [.. numbers.Where(column => column.Headers.Any(headings.Contains)).Select(column => column.Column)];
    }

    /// <summary>Exports or imports, with all that is counted among them; null where a heading names both or neither.</summary>
    private TradeFlow? OnlyFlow(CellAddress place)
    {
        var sides = evidence
            .Of(sheet[place.Row, place.Column].Raw)
            .Terms.Where(term => term.Kind == TermKind.Flow)
            .Select(term => Enum.Parse<TradeFlow>(term.Code).General())
            .Distinct()
            .ToList();
        return sides is [TradeFlow.X or TradeFlow.M] ? sides[0] : null;
    }

    private HashSet<int> FindShares(List<ColumnFacts> numbers)
    {
        var pairs = (
            from shares in numbers.Where(MayBeShares)
            from figures in numbers
            where figures != shares && IsInProportion(shares, figures)
            select (Shares: shares, Figures: figures)
        ).ToList();
        // Two columns in proportion may be figures both; not beside others whose headings are exchanged.
        var exchanged = pairs.Exists(pair => pair.Figures.Heading.Measure == "share")
            ? pairs.SelectMany(pair => new[] { pair.Shares, pair.Figures })
            : [];
        return [.. exchanged.Concat(InPlaceOfShares(numbers)).Select(column => column.Column)];
    }

    /// <summary>Columns that may hold the shares that stand under no heading of shares, where such a heading stands over
    /// numbers that are none.</summary>
    private IEnumerable<ColumnFacts> InPlaceOfShares(List<ColumnFacts> numbers)
    {
        var others = numbers.FindAll(column =>
            column.Heading.Measure == "share" && values[column.Column].Any(value => value > 100 + ShareTolerance)
        );
        return others.Count == 0
            ? []
            : numbers.Where(column =>
                IsNamedFigures(column)
                && (MayBeShares(column) || others.Exists(figures => IsInProportion(column, figures)))
            );
    }

    /// <summary>Columns that hold the growth from one column to another under a heading of figures, where a heading of growth
    /// stands over one of these.</summary>
    private HashSet<int> FindGrowth(List<ColumnFacts> numbers)
    {
        var misnamed = numbers.FindAll(column => column.Heading.Measure is "growth" or "share");
        return
        [
            .. from growth in numbers.Where(IsNamedFigures)
            from one in misnamed
            from other in numbers
            where other != one && other != growth
            where IsGrowth(growth, one, other) || IsGrowth(growth, other, one)
            from column in new[] { growth, other }
            select column.Column,
        ];
    }

    /// <summary>Whether a column is what was added, in percent. Of three columns that are each the ratio of the others it cannot
    /// be told which is which.</summary>
    private bool IsGrowth(ColumnFacts growth, ColumnFacts earlier, ColumnFacts later)
    {
        var rows = (
            from row in Enumerable.Range(0, growth.Counts.Rows.Count)
            let printed = values[growth.Column][row]
            let before = values[earlier.Column][row]
            let after = values[later.Column][row]
            where printed is not null && before > 0 && after is not null
            select Math.Abs(printed.Value - ((after.Value / before.Value * 100) - 100))
        ).ToList();
        return rows.Count >= MinRows && rows.TrueForAll(apart => apart <= ShareTolerance);
    }

    private static bool IsNamedFigures(ColumnFacts column) =>
        column.Heading.Measure is null && (column.Heading.HasPeriod || column.Heading.NamesFigure);

    private bool MayBeShares(ColumnFacts column)
    {
        if (!IsNamedFigures(column))
        {
            return false;
        }

        var (count, most, sum) = (0, double.MinValue, 0.0);
        foreach (var figure in values[column.Column])
        {
            if (figure is not { } value)
            {
                continue;
            }

            if (value < 0)
            {
                return false;
            }

            (count, most, sum) = (count + 1, Math.Max(most, value), sum + value);
        }

        // Where one row is the total of the others, that is what must be 100.
        return count >= MinRows
            && (
                Math.Abs(most - 100) <= ShareTolerance
                || (Math.Abs(sum - 100) <= count * ShareTolerance && Math.Abs((2 * most) - sum) > ShareTolerance)
            );
    }

    /// <summary>Whether the one is the other divided by one number, and that other one is no share itself.</summary>
    private bool IsInProportion(ColumnFacts shares, ColumnFacts figures)
    {
        var pairs = (
            from row in Enumerable.Range(0, shares.Counts.Rows.Count)
            let share = values[shares.Column][row]
            let figure = values[figures.Column][row]
            where share is not null && figure is not null
            select (Share: share.Value, Figure: figure.Value)
        ).ToList();
        var factor = pairs.Sum(pair => pair.Share) / pairs.Sum(pair => pair.Figure);
        return pairs.Count >= MinRows
            && pairs.Count * 2 > shares.Counts.Numbers
            && pairs.Select(pair => pair.Share).Distinct().Count() >= MinRows
            && double.IsFinite(factor)
            && Math.Abs(pairs.Max(pair => pair.Figure) - pairs.Max(pair => pair.Share)) > ShareTolerance
            && pairs.TrueForAll(pair => Math.Abs(pair.Share - (factor * pair.Figure)) <= ShareTolerance);
    }

    private static double? Value(Cell cell) =>
        cell.Kind == CellKind.Number ? cell.Number : (double?)FigureText.Read(cell, null);
}
