using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Kept workbooks with their columns in another order, or rows and columns exchanged. What was read there may become a
/// finding, since nearness and merged headings say something; it never becomes another figure.</summary>
public sealed class RearrangedReadingTests
{
    /// <summary>Headings reach over the blank cells at their right: reversed, they stand over other columns.</summary>
    private static readonly string[] HeadingsOverBlanks = ["headings-centred", "numbered-title"];

    public static TheoryData<string> Cases => [.. GoldenReading.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_GivesNoOtherObservation_WhenColumnsAreReversed(string name)
    {
        if (!HeadingsOverBlanks.Contains(name, StringComparer.Ordinal))
        {
            Compare(name, (sheet, row, column) => (row, sheet.ColumnCount + 1 - column));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_GivesNoOtherObservation_WhenRowsAndColumnsAreExchanged(string name) =>
        Compare(name, (_, row, column) => (column, row));

    private static void Compare(string name, Func<Sheet, int, int, (int Row, int Column)> place)
    {
        var golden = GoldenReading.Of(name);
        if (golden.Read() is not { } workbook || golden.Profile.Pinned is not null)
        {
            // A file that cannot be read has no table to rearrange, and a pinned layout names places.
            return;
        }

        var moved = workbook with { Sheets = [.. workbook.Sheets.Select(sheet => Move(sheet, place))] };

        Assert.Empty(
            Observations(moved, golden.Profile).Except(Observations(workbook, golden.Profile), StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Observations(Workbook workbook, SourceProfile profile) =>
        Reading
            .Of(workbook, profile)
            .ToResult()
            .Observations.Select(observation => $"{observation.Key} {observation.Value} {observation.Provenance.Raw}");

    private static Sheet Move(Sheet sheet, Func<Sheet, int, int, (int Row, int Column)> place)
    {
        var builder = new SheetBuilder(sheet.Name, sheet.IsHidden).Below(sheet.Above);
        var cells = Enumerable
            .Range(1, sheet.RowCount)
            .SelectMany(row => Enumerable.Range(1, sheet.ColumnCount).Select(column => (row, column)))
            .Where(cell => !sheet[cell.row, cell.column].IsBlank)
            .Select(cell => (To: place(sheet, cell.row, cell.column), Cell: sheet[cell.row, cell.column]))
            .OrderBy(cell => cell.To);
        foreach (var ((row, column), cell) in cells)
        {
            builder.Set(row, column, cell);
        }

        foreach (var range in sheet.MergedRanges)
        {
            var (first, last) = (
                place(sheet, range.First.Row, range.First.Column),
                place(sheet, range.Last.Row, range.Last.Column)
            );
            builder.Merge(
                new(
                    new(Math.Min(first.Row, last.Row), Math.Min(first.Column, last.Column)),
                    new(Math.Max(first.Row, last.Row), Math.Max(first.Column, last.Column))
                )
            );
        }

        return builder.Build();
    }
}
