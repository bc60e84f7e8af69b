using BriPipeline.Core.Formats;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Formats;

/// <summary>A file of a documented format whose columns are exchanged, removed or renamed, whose codes are unknown or whose rows stand
/// twice never gives a figure that the file does not hold.</summary>
public sealed class FormatMutationTests
{
    private const string Nonsense = "Zq9";

    /// <summary>Without such a column a file is as good a file of its format as before, with rows that may mean something else.</summary>
    private static readonly FormatRole[] Optional =
    [
        FormatRole.Total,
        FormatRole.Says,
        FormatRole.Variant,
        FormatRole.Status,
        FormatRole.Action,
        FormatRole.Published,
        FormatRole.Passed,
        FormatRole.PartnerLabel,
        FormatRole.CommodityLabel,
    ];

    public static TheoryData<string> Cases =>
        [.. GoldenReading.Names.Where(name => name.StartsWith("format-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ExchangedColumns_GiveTheSameFigures(string name) =>
        Check(
            name,
            (table, columns) =>
                from column in Enumerable.Range(1, Math.Max(0, columns - 1))
                where table.NamesEveryColumn && !(table.IsPassed(column) && table.IsPassed(column + 1))
                select ($"columns {column} and {column + 1}", table.Exchange(column, column + 1)),
            isSame: true
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void ColumnsThatAreGone_GiveNoOtherFigures(string name) =>
        Check(
            name,
            (table, columns) =>
                from column in Enumerable.Range(1, columns)
                where !table.IsOptional(column)
                select ($"without column {column}", table.Remove(column)),
            isSame: false
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void RenamedColumns_GiveNoOtherFigures(string name) =>
        Check(
            name,
            (table, columns) =>
                from column in Enumerable.Range(1, columns)
                where !table.IsOptional(column)
                select ($"column {column} renamed", table.Rename(column)),
            isSame: false
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void UnknownCodes_GiveNoOtherFigures(string name) =>
        Check(
            name,
            (table, columns) =>
                from row in table.Rows.Take(3)
                where !table.HasActions && !table.HasUnknownColumns
                from column in Enumerable.Range(1, columns)
                where !table.IsPassed(column)
                select ($"row {row}, column {column}", table.Set(row, column)),
            isSame: false
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void RowsThatStandTwice_GiveTheSameFigures(string name) =>
        Check(
            name,
            (table, _) =>
                from row in table.Rows.Take(3)
                where !table.HasActions
                select ($"row {row} twice", table.Repeat(row)),
            isSame: true
        );

    private static void Check(
        string name,
        Func<Table, int, IEnumerable<(string What, Workbook Workbook)>> change,
        bool isSame
    )
    {
        var golden = GoldenReading.Of(name);
        if (golden.Read() is not { } workbook || Table.Of(workbook, golden.Profile) is not { } table)
        {
            // A statistical file of its own, or one that is broken on purpose.
            return;
        }

        var expected = Figures(workbook, golden.Profile);
        foreach (var (what, changed) in change(table, table.Columns))
        {
            var found = Figures(changed, golden.Profile);
            Assert.True(
                isSame ? found.SetEquals(expected) : found.IsSubsetOf(expected),
                $"{name}, {what}: {string.Join("; ", found.Except(expected).Order(StringComparer.Ordinal).Take(3))}"
                    + (isSame ? $" / {string.Join("; ", expected.Except(found).Take(3))}" : "")
            );
        }
    }

    /// <summary>What is stored without a person's word; without commodities by name, which any text names, and nil.</summary>
    private static HashSet<string> Figures(Workbook workbook, SourceProfile profile) =>
        (Reading.Of(workbook, profile) is { Outcome: ReadingOutcome.Accepted } reading ? reading.Observations() : [])
            .Where(one => one.Value != 0 && !one.Key.Commodity.Code.StartsWith("N.", StringComparison.Ordinal))
            .Select(one =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{one.Key.Reporter} {one.Key.Partner} {one.Key.Flow} {one.Key.Commodity} {one.Key.Unit} {one.Key.Period} {Precision.WithoutTrailingZeros(one.Value)}"
                )
            )
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The table of the format in a workbook.</summary>
    private sealed class Table
    {
        private readonly Workbook workbook;
        private readonly FormatHeader header;
        private readonly IReadOnlyList<string?> keys;

        private Table(Workbook workbook, FormatHeader header)
        {
            this.workbook = workbook;
            this.header = header;
            keys = header.Format.KeysOf(header.Columns);
        }

        public int Columns => header.Sheet.ColumnCount;

        public IEnumerable<int> Rows =>
            Enumerable.Range(header.FirstBodyRow, Math.Max(0, header.Sheet.RowCount - header.FirstBodyRow + 1));

        /// <summary>Headings that are merged, or blank, name a column by its place.</summary>
        public bool NamesEveryColumn =>
            header.Format.Description.HeaderRows == 1 && header.Columns.All(column => column.Text.Length > 0);

        /// <summary>What a row does then depends on the rows before it.</summary>
        public bool HasActions => Roles.Contains(FormatRole.Action);

        /// <summary>Rows that differ only there are refused together, and no longer where one of them is refused alone.</summary>
        public bool HasUnknownColumns => keys.Contains(null);

        private IEnumerable<FormatRole> Roles =>
            keys.OfType<string>().Select(key => header.Format.Description.Columns[key].Is);

        public static Table? Of(Workbook workbook, SourceProfile profile)
        {
            if (profile.Pinned is not null)
            {
                return null;
            }

            return
                workbook
                    .Sheets.Select(sheet => FormatHeader.Find(sheet, DocumentedFormats.All))
                    .OfType<FormatHeader>()
                    .FirstOrDefault()
                    is { } header
                ? new(workbook, header)
                : null;
        }

        /// <summary>Whether the column holds what a file of the format may lack, or what is not read.</summary>
        public bool IsOptional(int column) =>
            header
                .Columns.Zip(keys)
                .Where(one => one.First.Number == column)
                .All(one => one.Second is null || Optional.Contains(header.Format.Description.Columns[one.Second].Is));

        public bool IsPassed(int column) =>
            header
                .Columns.Zip(keys)
                .Where(one => one.First.Number == column)
                .All(one =>
                    one.Second is not null && header.Format.Description.Columns[one.Second].Is == FormatRole.Passed
                );

        public Workbook Exchange(int one, int other) =>
            With(
                (row, column) =>
                    row < header.Row ? column
                    : column == one ? other
                    : column == other ? one
                    : column
            );

        public Workbook Remove(int gone) =>
            With((row, column) => row < header.Row || column < gone ? column : column + 1);

        public Workbook Rename(int column) =>
            With(
                (_, at) => at,
                (row, at) => at == column && row >= header.Row && row < header.FirstBodyRow ? Nonsense : null
            );

        public Workbook Set(int row, int column) =>
            With((_, at) => at, (atRow, at) => at == column && atRow == row ? Nonsense : null);

        public Workbook Repeat(int repeated) => With((_, at) => at, again: repeated);

        private Workbook With(Func<int, int, int> columnOf, Func<int, int, string?>? textOf = null, int? again = null)
        {
            var sheet = header.Sheet;
            var builder = new SheetBuilder(sheet.Name);
            for (var row = 1; row <= sheet.RowCount + (again is null ? 0 : 1); row++)
            {
                var from = row > sheet.RowCount ? again!.Value : row;
                for (var column = 1; column <= sheet.ColumnCount; column++)
                {
                    var cell = textOf?.Invoke(row, column) is { } text
                        ? Cell.OfText(text)
                        : sheet[from, columnOf(row, column)];
                    if (!cell.IsBlank)
                    {
                        builder.Set(row, column, cell);
                    }
                }
            }

            foreach (var range in sheet.MergedRanges)
            {
                builder.Merge(range);
            }

            return workbook with
            {
                Sheets = [.. workbook.Sheets.Select(one => one == sheet ? builder.Build() : one)],
            };
        }
    }
}
