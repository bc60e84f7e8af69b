using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What the columns of a table say together: which hold numbers, which names of areas, and what stands over some of
/// them that others lack.</summary>
internal sealed class TableFacts
{
    private readonly Sheet sheet;
    private readonly RowKind[] kinds;
    private readonly TableArea area;
    private readonly CellEvidence evidence;
    private readonly HashSet<int> numberColumns;
    private readonly HeaderLabels headers;
    private readonly AreaColumns areas;
    private readonly Contradictions contradictions;

    /// <summary>The years over columns that are parted into months or quarters, with the rows in which those stand.</summary>
    private readonly HashSet<(int? Year, int Row)> partsOfYears;

    /// <summary>The header rows in which half of the columns have their power of ten.</summary>
    private readonly List<int> multiplierRows;

    private readonly Lazy<bool> listsCommodities;
    private readonly Lazy<string?> classification;
    private readonly Lazy<GoodsAcross> goodsAcross;

    public TableFacts(Sheet sheet, RowKind[] kinds, TableArea area, CellEvidence evidence)
    {
        (this.sheet, this.kinds, this.area, this.evidence) = (sheet, kinds, area, evidence);
        var rows = ColumnStatistics.Sample(kinds, area);
        var counts = Enumerable
            .Range(1, sheet.ColumnCount)
            .Select(column => (Column: column, Counts: ColumnStatistics.Of(sheet, column, rows, evidence)))
            .Where(one => one.Counts.Filled > 0)
            .ToList();
        numberColumns = [.. counts.Where(one => one.Counts.IsMostlyNumbers).Select(one => one.Column)];
        headers = new(sheet, area, numberColumns, evidence);
        evidence.Expand(FusedHeadings.Expand(HeaderTexts()));
        evidence.Expand(
            MonthLetters.Expand(
                HeaderTexts()
                    .Concat(
                        counts
                            .Select(one => one.Counts)
                            .Where(found => !found.IsMostlyNumbers)
                            .SelectMany(found => found.Distinct)
                    )
            )
        );
        foreach (var texts in counts.Where(one => NumeralsBelowYears(one.Column)).Select(one => one.Counts.Distinct))
        {
            evidence.Expand(RomanMonths.Expand(texts, AreQuarters));
        }

        evidence.Expand(RomanMonths.Expand(HeaderTexts(), AreQuarters));
        evidence.Expand(UnitLetters.OfHeadings([.. HeaderTexts()], evidence));
        foreach (var texts in counts.Where(one => !one.Counts.IsMostlyNumbers).Select(one => one.Counts.Distinct))
        {
            evidence.Expand(FirstDays.Expand(texts));
        }

        var units = counts.Where(one =>
            !one.Counts.IsMostlyNumbers && evidence.Of(headers.Heading(one.Column)).Names("unit")
        );
        evidence.Expand(UnitLetters.OfUnits(units.SelectMany(one => one.Counts.Distinct), evidence));
        var periods = counts.Select(one => one.Counts).Where(HoldsPeriods).SelectMany(found => found.Distinct);
        evidence.Expand(Footnotes.Expand(HeaderTexts().Concat(periods), sheet, area, evidence));
        var names = counts.Select(one => one.Counts).Where(found => !found.IsMostlyNumbers);
        evidence.Expand(GluedMarks.Expand(names.SelectMany(found => found.Distinct), sheet, area, evidence));

        listsCommodities = new(FindListsCommodities);
        classification = new(() =>
            Classifications.Around(
                TableContext.Captions(sheet, area).Select(caption => caption.Text).Append(sheet.Name)
            )
        );
        goodsAcross = new(() => new(Columns!));
        var mayBeQuarter = new Lazy<bool>(FindMayBeQuarter);
        var month = new Lazy<PeriodPart?>(() => YearToDate.MonthOf(sheet, area));
        Columns = [.. counts.Select(one => Facts(one.Column, one.Counts))];
        contradictions = new(sheet, area, evidence, Columns);
        MonthsAcross = Columns.Any(column => column.Counts.IsMostlyNumbers && column.Heading.NamesSingleMonth);
        areas = AreaColumns.Of(sheet, area, evidence, Columns);
        partsOfYears =
        [
            .. numberColumns
                .Select(headers.Over)
                .SelectMany(over =>
                    over.Where(place => NamesPartOfYear([place])).Select(place => (YearOf(over), place.Row))
                ),
        ];
        multiplierRows = [.. area.HeaderRows.Where(NamesMultipliers)];

        bool AreQuarters() =>
            TableContext.Captions(sheet, area).Any(caption => evidence.Of(caption.Text).Names("quarter"));

        // A list of sections of goods has numerals too, and no years among them.
        bool NumeralsBelowYears(int column)
        {
            var cells = Enumerable
                .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
                .Select(row => sheet[row, column])
                .Where(cell => !cell.IsBlank)
                .ToList();
            return cells.Exists(IsYear)
                && cells.TrueForAll(cell => IsYear(cell) || RomanText.Read(cell.Raw) is not null);
        }

        bool IsYear(Cell cell) =>
            CellEvidence.IsYear(cell)
            || evidence.Of(cell.Raw).Periods is [{ Year: not null, FirstMonth: null, Quarter: null }];

        ColumnFacts Facts(int column, ColumnStatistics found)
        {
            var heading = new HeadingFacts(HeadingOf(column, found), evidence, mayBeQuarter, month);
            return new(
                column,
                found,
                new(found, evidence),
                headers.Over(column),
                heading,
                new(() => areas!.CodesIn(column, found, heading)),
                this
            );
        }
    }

    /// <summary>Every column that holds something, from the left.</summary>
    public IReadOnlyList<ColumnFacts> Columns { get; }

    public AreaColumns Areas => areas;

    public int NumberColumns => numberColumns.Count;

    /// <summary>Whether single months stand over columns, so that "year" beside them is theirs.</summary>
    public bool MonthsAcross { get; }

    public Sheet Sheet => sheet;

    /// <summary>All rows of figures.</summary>
    public IEnumerable<int> Rows =>
        Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Where(row => kinds[row] == RowKind.Figures);

    /// <summary>The code of a series after which the file is named.</summary>
    public string? SeriesOfFile => evidence.SeriesOfFile;

    /// <summary>Whether a title says that the table lists commodities, and not ways of transport or places of the reporter.</summary>
    public bool ListsCommodities => listsCommodities.Value;

    /// <summary>The classification of goods that the captions or the sheet's name name; null where they name none.</summary>
    public string? Classification => classification.Value;

    /// <summary>Which headings over columns of figures name goods, where no column does.</summary>
    public GoodsAcross GoodsAcross => goodsAcross.Value;

    /// <summary>Whether a column is the one that names goods, by its texts alone: of several the one that tells most apart.</summary>
    public bool NamesGoods(ColumnFacts column) =>
        MayNameGoods(column)
        && !Columns.Any(other =>
            other.Heading.Names("commodity", "commodity-code")
            || (
                other != column
                && MayNameGoods(other)
                && (other.Texts.Total, column.Column).CompareTo((column.Texts.Total, other.Column)) > 0
            )
        )
        && !TableContext.Captions(sheet, area).Any(caption => evidence.Of(caption.Text).Names(HeadingFacts.Unmodelled));

    /// <summary>"Other" of anything.</summary>
    public bool IsResidual(string text) => evidence.Of(text).Areas is [{ Code: "_OTHER" }];

    public bool IsTotal(string text) => evidence.Of(text).Has(TermKind.Total);

    private static bool MayNameGoods(ColumnFacts column)
    {
        const int least = 4;
        return column.IsText
            && !column.Heading.Has(TermKind.Dimension)
            && column.Texts.Total >= least
            && column.Holds(TextKind.Goods);
    }

    public Contradictions Contradictions => contradictions;

    /// <summary>Whether it cannot be told how far the heading over a column reaches.</summary>
    public bool ReachesUnclearly(int column) => headers.ReachesUnclearly(column);

    /// <summary>Whether a column below a year has no month in the row where other columns of that year have theirs: it may
    /// be a month as well as the year.</summary>
    public bool LacksMonth(ColumnFacts column)
    {
        if (NamesPartOfYear(column.Headers) || column.Headers.Any(MentionsPartOfYear) || column.Heading.IsYearToDate)
        {
            return false;
        }

        var year = YearOf(column.Headers);
        foreach (var row in area.HeaderRows.Where(row => partsOfYears.Contains((year, row))))
        {
            var place = sheet.AnchorOf(row, column.Column);
            var said = evidence.Of(sheet[place.Row, place.Column].Raw);
            if (
                place.Row == row
                && !PeriodsOf([place]).Any()
                && !MentionsPartOfYear(place)
                && !said.Has(TermKind.Total)
                && !said.Names("year")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a column has no power of ten in a header row where half of the columns have theirs.</summary>
    public bool LacksMultiplier(ColumnFacts column) =>
        multiplierRows.Count > 0
        && !column.Headers.Any(place => NamesMultiplier(place.Row, place.Column))
        && !column.Heading.Has(TermKind.Measure)
        && !column.Heading.Said.Terms.Any(term => term.Kind == TermKind.Unit && !new Unit(term.Code).IsMoney)
        && !column.Heading.Names("quantity");

    private bool NamesMultipliers(int row) =>
        numberColumns.Count(column =>
            sheet.AnchorOf(row, column) is var place && place.Row == row && NamesMultiplier(row, place.Column)
        )
            is > 0
                and var count
        && count * 2 >= numberColumns.Count;

    /// <summary>Tonnes are a power of ten of their own, which says nothing of the values beside them.</summary>
    private bool NamesMultiplier(int row, int column) =>
        sheet[row, column].Raw is var text
        && evidence.Of(text) is var said
        && said.Terms.All(term => term.Kind != TermKind.Unit || new Unit(term.Code).IsMoney)
        && (
            said.Terms.Any(term => term.Kind == TermKind.Multiplier && !IsOfQuantity(term, said))
            || NumberText.IsPowerOfTen(text)
            || (said.Has(TermKind.Unit) && text.Contains("000", StringComparison.Ordinal))
        );

    /// <summary>The tonne brings its power of ten with it, and asks for none beside it.</summary>
    private static bool IsOfQuantity(Term power, TextEvidence said) =>
        said.Terms.Any(term => term.Kind == TermKind.Unit && term.Start == power.Start && !new Unit(term.Code).IsMoney);

    private int? YearOf(IReadOnlyList<CellAddress> over) =>
        PeriodsOf(over).Select(part => part.Year).FirstOrDefault(year => year is not null);

    private bool NamesPartOfYear(IReadOnlyList<CellAddress> over) => PeriodsOf(over).Any(IsPartOfYear);

    private bool MentionsPartOfYear(CellAddress place) =>
        evidence.Of(evidence.TextOf(sheet[place.Row, place.Column])).Said.Periods.Any(IsPartOfYear);

    private static bool IsPartOfYear(PeriodPart part) =>
        part.Quarter is not null || (part.FirstMonth ?? 1, part.LastMonth ?? 12) != (1, 12);

    private IEnumerable<PeriodPart> PeriodsOf(IReadOnlyList<CellAddress> over) =>
        over.Select(place => sheet[place.Row, place.Column])
            .SelectMany(cell => evidence.Of(cell.Raw).Periods.Concat(evidence.Of(evidence.TextOf(cell)).Periods));

    private bool HoldsPeriods(ColumnStatistics found) =>
        !found.IsMostlyNumbers
        && found.Share(text => evidence.Of(text).Periods.Count > 0) >= ColumnFacts.NearUnanimousShare;

    /// <summary>The words over a column. The first row of figures may be the total, with the names of its columns of labels in it.</summary>
    private string HeadingOf(int column, ColumnStatistics found)
    {
        var over = headers.Heading(column);
        return
            found.IsMostlyNumbers
            && sheet[area.FirstBodyRow, column] is { Kind: CellKind.Text, Text: { } first }
            && evidence.Of(first).Names("commodity-code")
            ? $"{over} | {first}"
            : over;
    }

    private bool FindListsCommodities()
    {
        var titles = TableContext.Captions(sheet, area).Select(caption => evidence.Of(caption.Text)).ToList();
        return titles.Exists(title =>
                title.Names("commodity") || title.Terms.Any(term => term is { Kind: TermKind.Limit, Code: "sample" })
            ) && !titles.Exists(title => title.Names(HeadingFacts.Unmodelled));
    }

    /// <summary>Whether numbers over columns end at four and are nowhere called months.</summary>
    private bool FindMayBeQuarter() =>
        !HeaderTexts()
            .Concat(TableContext.Captions(sheet, area).Select(caption => caption.Text))
            .Any(text =>
                evidence.Of(text).Names("month")
                || evidence
                    .Of(text)
                    .Said.Periods.Concat(evidence.Of(text).Periods)
                    .Any(part => part.LastMonth > 4 || (part.FirstMonth != part.LastMonth && part.Quarter is null))
            );

    private IEnumerable<string> HeaderTexts() =>
        area.HeaderRows.SelectMany(row =>
            Enumerable.Range(1, sheet.ColumnCount).Select(column => sheet[row, column].Raw)
        );
}
