using BriPipeline.Core.Formats;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Tables of the publications whose columns are headed by two and more rows, by the cells that were checked by hand.</summary>
public sealed class HeaderRowsTests(ITestOutputHelper output)
{
    private const double Enough = 0.95;

    [Fact]
    public void Read_IsExact_WhereHeadersHaveSeveralRows()
    {
        var cells = Corpus.CheckedCells().ToLookup(cell => (cell.Short, cell.File));
        var (exact, open) = (0, new List<string>());
        var (tables, wrong) = (0, new List<string>());
        foreach (var file in Corpus.Files().Where(file => cells[(file.Entry, file.Name)].Any()))
        {
            var reading = file.Read();
            var read = reading
                .Observations()
                .ToDictionary(
                    one => Place(one.Provenance.Sheet, $"{one.Provenance.Cell}"),
                    StringComparer.OrdinalIgnoreCase
                );
            foreach (var (sheet, firstRow, lastRow) in TablesOf(reading))
            {
                var own = cells[(file.Entry, file.Name)].Where(cell => Holds(sheet, firstRow, lastRow, cell)).ToList();
                var differing = own.Select(cell =>
                        (cell.Expected, Found: cell.Found(read.GetValueOrDefault(Place(cell.Sheet, cell.Cell))))
                    )
                    .Where(pair => pair.Expected != pair.Found)
                    .ToList();
                tables += own.Count > 0 ? 1 : 0;
                exact += own.Count > 0 && differing.Count == 0 ? 1 : 0;
                open.AddRange(
                    differing.Take(2).Select(pair => $"{file} {sheet.Name}: {pair.Expected}, found {pair.Found}")
                );
                wrong.AddRange(
                    differing
                        .Where(pair => !pair.Found.EndsWith(": none", StringComparison.Ordinal))
                        .Select(pair => $"{file}: {pair.Expected}, found {pair.Found}")
                );
            }
        }

        output.WriteLine($"{exact} of {tables} tables, {string.Join('\n', open)}");
        Assert.Empty(wrong);
        Assert.InRange(tables, 20, int.MaxValue);
        Assert.True(exact >= Enough * tables, $"{exact} of {tables}:\n{string.Join('\n', open)}");
    }

    private static string Place(string sheet, string cell) => $"{sheet}!{cell}";

    /// <summary>Those of several header rows, read or refused.</summary>
    private static IEnumerable<(Sheet Sheet, int FirstRow, int LastRow)> TablesOf(Reading reading) =>
        reading.Format is { } format
            ? format
                .Tables.Where(table => table.Description.HeaderRows > 1)
                .Select(table => (table.Header.Sheet, table.Header.FirstBodyRow, table.Header.Sheet.RowCount))
            : (reading.Layout?.Tables ?? [])
                .Where(table => table.HeaderRows.Count > 1)
                .Select(table => (table.Sheet, table.FirstBodyRow, table.LastBodyRow))
                .Concat(
                    (reading.Layout?.Refused ?? [])
                        .Where(table => table.HeaderRows.Count > 1)
                        .Select(table => (table.Sheet, table.FirstRow, table.LastRow))
                );

    private static bool Holds(Sheet sheet, int firstRow, int lastRow, CheckedCell cell) =>
        string.Equals(sheet.Name, cell.Sheet, StringComparison.OrdinalIgnoreCase)
        && Enumerable
            .Range(firstRow, lastRow - firstRow + 1)
            .Any(row =>
                Enumerable
                    .Range(1, sheet.LastColumn(row))
                    .Any(column => !sheet[row, column].IsBlank && $"{sheet.AddressOf(row, column)}" == cell.Cell)
            );
}
