using BriPipeline.Core.Findings;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>The same table elsewhere in its sheet, or with lines that say nothing, gives the same observations.</summary>
public sealed class MetamorphicReadingTests
{
    /// <summary>How a workbook is changed: rows and columns it is moved by, a text put before its first row and after its
    /// last, and whether a blank line is put before its last row.</summary>
    public sealed record Change(int Rows, int Columns, string? Before, string? After, bool BlankBeforeLast);

    private static readonly Change[] Changes =
    [
        new(4, 0, null, null, false),
        new(0, 3, null, null, false),
        new(3, 2, null, null, false),
        new(2, 0, "Preliminary data", null, false),
        new(0, 0, null, "Source: national statistics office", false),
        new(0, 0, null, "Note: the figures of the last year are preliminary.", false),
        new(0, 0, null, null, true),
    ];

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var name in GoldenReading.Names)
            {
                for (var change = 0; change < Changes.Length; change++)
                {
                    cases.Add(name, change);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_GivesTheSameObservations_WhenTheTableIsMovedOrLinesAreAdded(string name, int change)
    {
        var golden = GoldenReading.Of(name);
        if (golden.Read() is not { } workbook || golden.Profile.Pinned is not null)
        {
            // A file that cannot be read has no table to move, and a pinned layout names places.
            return;
        }

        var changed = workbook with { Sheets = [.. workbook.Sheets.Select(sheet => Apply(Changes[change], sheet))] };

        Assert.Equal(Observations(workbook, golden.Profile), Observations(changed, golden.Profile));
    }

    private static List<string> Observations(Workbook workbook, SourceProfile profile)
    {
        return
        [
            .. LayoutRecogniser
                .Recognise(workbook, profile)
                .Tables.Select(table => new TableNormaliser(table, profile, workbook.FileName))
                .SelectMany(table => table.Observations(new FindingTally()))
                .Select(observation => $"{observation.Key} {observation.Value} {observation.Provenance.Raw}"),
        ];
    }

    private static Sheet Apply(Change change, Sheet sheet)
    {
        var builder = new SheetBuilder(sheet.Name, sheet.IsHidden).Below(sheet.Above);
        int Row(int row) => row + change.Rows + (change.BlankBeforeLast && row == sheet.RowCount ? 1 : 0);
        if (change.Before is { } before)
        {
            builder.Set(1, 1, Cell.OfText(before));
        }

        for (var row = 1; row <= sheet.RowCount; row++)
        {
            for (var column = 1; column <= sheet.ColumnCount; column++)
            {
                if (!sheet[row, column].IsBlank)
                {
                    builder.Set(Row(row), column + change.Columns, sheet[row, column]);
                }
            }
        }

        foreach (var range in sheet.MergedRanges)
        {
            builder.Merge(
                new(
                    new(Row(range.First.Row), range.First.Column + change.Columns),
                    new(Row(range.Last.Row), range.Last.Column + change.Columns)
                )
            );
        }

        if (change.After is { } after)
        {
            builder.Set(Row(sheet.RowCount) + 2, 1, Cell.OfText(after));
        }

        return builder.Build();
    }
}
