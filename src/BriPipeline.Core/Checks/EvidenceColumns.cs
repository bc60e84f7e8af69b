using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Checks;

/// <summary>Published shares, growth and balances against the figures they describe. Which column they describe is found
/// by arithmetic: the one, of those nearest first, from which most of them follow.</summary>
internal static class EvidenceColumns
{
    /// <summary>Fewer numbers in agreement may be chance.</summary>
    private const int Least = 4;

    /// <summary>What a column of each measure may print of a figure.</summary>
    private static readonly (string Measure, string Said, Func<FigureSet, Observation, Follows?> Of)[] Readings =
    [
        ("share", "its share of the total", (figures, figure) => Ratio(figure, Total(figures, figure), 100, 0)),
        ("share", "its share of the total", (figures, figure) => Ratio(figure, Total(figures, figure), 1, 0)),
        .. Growth(
            "the ratio to the year before",
            (figures, figure) => Earlier(figures, figure, figure.Key.Period.YearEarlier)
        ),
        .. Growth(
            "the ratio to the period before",
            (figures, figure) => Earlier(figures, figure, figure.Key.Period.Before)
        ),
        ("balance", "exports less imports", Balance),
    ];

    public static IEnumerable<Doubt> Ratios(CheckSubject subject) => Check(subject, measure => measure != "balance");

    public static IEnumerable<Doubt> Balances(CheckSubject subject) => Check(subject, measure => measure == "balance");

    private static IEnumerable<Doubt> Check(CheckSubject subject, Func<string, bool> isAsked)
    {
        foreach (var table in subject.Tables)
        {
            var columns = table.Columns.Where(column => column.Use == ColumnUse.Evidence).ToList();
            if (columns.Count == 0)
            {
                continue;
            }

            var places = new Dictionary<CellAddress, Observation>();
            foreach (var figure in subject.Figures.All.Where(figure => figure.Provenance.Sheet == table.Sheet.Name))
            {
                places.TryAdd(figure.Provenance.Cell, figure);
            }

            foreach (var column in columns)
            {
                foreach (var doubt in OfColumn(subject.Figures, table, column, places, isAsked))
                {
                    yield return doubt;
                }
            }
        }
    }

    private static IEnumerable<Doubt> OfColumn(
        FigureSet figures,
        TableLayout table,
        ColumnRole column,
        Dictionary<CellAddress, Observation> places,
        Func<string, bool> isAsked
    )
    {
        List<Row> best = [];
        foreach (
            var (_, said, of) in Readings.Where(reading =>
                isAsked(reading.Measure) && Means(column.Reason, reading.Measure)
            )
        )
        {
            foreach (var described in Described(table, column))
            {
                var rows = Rows(figures, table, column, described, places, said, of).ToList();
                best = rows.Count(row => row.IsMet) > best.Count(row => row.IsMet) ? rows : best;
            }
        }

        var met = best.Count(row => row.IsMet);
        if (met < Least || met * 3 < best.Count * 2)
        {
            yield break;
        }

        foreach (var row in best.Where(row => !row.IsMet))
        {
            foreach (var doubt in Contradict(figures, row, column.Reason))
            {
                yield return doubt;
            }
        }
    }

    /// <summary>A share or balance contradicts the figures that it was made of, but those that a sum proves; growth, whose
    /// earlier figure may since be revised, only makes one doubtful.</summary>
    private static IEnumerable<Doubt> Contradict(FigureSet figures, Row row, string measure) =>
        from figure in measure == "balance" ? Flows(figures, row.Figure) : [row.Figure]
        let contradicts = measure is "share" or "balance" && !Totals.Prove(figures, figure)
        select new Doubt(
            contradicts ? FindingCodes.EvidenceContradicts : FindingCodes.EvidenceDiffers,
            figure.Provenance,
            figure.Value,
            Show.Key(figure.Key),
            Show.Money(figure),
            row.At.Raw,
            Show.Place(row.At),
            row.Expected.ToString("0.###", CultureInfo.InvariantCulture),
            row.Said
        );

    private static IEnumerable<Observation> Flows(FigureSet figures, Observation figure) =>
        new[] { TradeFlow.X, TradeFlow.M }.Select(flow => figures.Find(figure, flow: flow)).OfType<Observation>();

    /// <summary>An index of value is growth.</summary>
    private static bool Means(string reason, string measure) =>
        reason == measure || (reason == "index" && measure == "growth");

    /// <summary>The columns of figures that a column of evidence may describe: on its left before its right, nearest first.</summary>
    private static IEnumerable<int> Described(TableLayout table, ColumnRole evidence) =>
        table
            .Columns.Where(column => column.Use == ColumnUse.Figures)
            .OrderBy(column => column.Column > evidence.Column)
            .ThenBy(column => Math.Abs(column.Column - evidence.Column))
            .Select(column => column.Column);

    private static IEnumerable<Row> Rows(
        FigureSet figures,
        TableLayout table,
        ColumnRole column,
        int described,
        Dictionary<CellAddress, Observation> places,
        string said,
        Func<FigureSet, Observation, Follows?> of
    )
    {
        for (var row = table.FirstBodyRow; row <= table.LastBodyRow; row++)
        {
            var cell = table.Sheet[row, column.Column];
            if (
                Number(cell) is { } number
                && number != 0
                && places.TryGetValue(table.Sheet.AddressOf(row, described), out var figure)
                && of(figures, figure) is var (expected, slack)
            )
            {
                var last = 1m;
                for (var i = FigureText.Decimals(cell, number); i > 0 && i < 20; i--)
                {
                    last /= 10;
                }

                yield return new(
                    new(table.Sheet.Name, table.Sheet.AddressOf(row, column.Column), cell.Raw),
                    figure,
                    expected,
                    said,
                    Math.Abs(number - expected) <= (last * 0.51m) + slack
                );
            }
        }
    }

    private static decimal? Number(Cell cell) =>
        cell.Kind != CellKind.Text
            ? FigureText.Read(cell, null)
            : NumberText.Read(cell.Text!, '.') ?? NumberText.Read(cell.Text!, ',');

    private static IEnumerable<(string, string, Func<FigureSet, Observation, Follows?>)> Growth(
        string said,
        Func<FigureSet, Observation, Observation?> earlier
    ) =>
        new[] { (100m, 0m), (100m, -100m), (1m, 0m), (1m, -1m) }.Select(form =>
            (
                "growth",
                said,
                (Func<FigureSet, Observation, Follows?>)(
                    (figures, figure) => Ratio(figure, earlier(figures, figure), form.Item1, form.Item2)
                )
            )
        );

    private static Follows? Ratio(Observation figure, Observation? other, decimal times, decimal plus)
    {
        if (other is not { Value: > 0 } || figure.Value <= 0 || ReferenceEquals(figure, other))
        {
            return null;
        }

        var ratio = figure.Value / other.Value * times;
        var apart = (Tolerance.Of(figure) / figure.Value) + (Tolerance.Of(other) / other.Value);
        return new(ratio + plus, ratio * apart);
    }

    private static Follows? Balance(FigureSet figures, Observation figure)
    {
        if (
            figures.Find(figure, flow: TradeFlow.X) is not { } exports
            || figures.Find(figure, flow: TradeFlow.M) is not { } imports
        )
        {
            return null;
        }

        var unit = 1m;
        for (var i = 0; i < figure.Multiplier; i++)
        {
            unit *= 10;
        }

        return new((exports.Value - imports.Value) / unit, (Tolerance.Of(exports) + Tolerance.Of(imports)) / unit);
    }

    private static Observation? Total(FigureSet figures, Observation figure) =>
        figures.Find(figure, partner: Area.World);

    private static Observation? Earlier(FigureSet figures, Observation figure, TimePeriod? period) =>
        period is { } earlier ? figures.Find(figure, period: earlier) : null;

    /// <summary>What should be printed, and how far rounding may take it.</summary>
    private sealed record Follows(decimal Expected, decimal Slack);

    private readonly record struct Row(Provenance At, Observation Figure, decimal Expected, string Said, bool IsMet);
}
