using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

public sealed class SheetBuilderTests
{
    [Fact]
    public void Build_KeepsEveryKindOfCell()
    {
        Cell[] cells =
        [
            Cell.OfNumber(-0.1, "#,##0.0"),
            Cell.OfNumber(double.MaxValue),
            Cell.OfNumber(double.Epsilon, "General"),
            Cell.OfText("Қазақстан"),
            Cell.OfText(" "),
            Cell.OfBoolean(true),
            Cell.OfBoolean(false),
            Cell.OfDate(new DateTime(2022, 12, 31, 23, 59, 59, 999), "yyyy"),
            Cell.OfDate(DateTime.MinValue),
            Cell.OfDate(new DateTime(9999, 12, 31)),
            Cell.OfError("#DIV/0!"),
        ];
        var builder = new SheetBuilder("s");
        for (var i = 0; i < cells.Length; i++)
        {
            builder.Set(2, i + 1, cells[i]);
        }

        var sheet = builder.Build();
        Assert.Equal(cells, Enumerable.Range(1, cells.Length).Select(column => sheet[2, column]));
    }

    [Fact]
    public void Build_CountsValuesOnly()
    {
        var sheet = new SheetBuilder("s")
            .Set(2, 1, Cell.OfNumber(1))
            .Set(2, 9, Cell.Blank)
            .Set(5, 3, Cell.OfText("x"))
            .Set(900_000, 9, Cell.Blank)
            .Build();
        Assert.Equal((5, 3), (sheet.RowCount, sheet.ColumnCount));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 9)]
    [InlineData(3, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Cell_IsBlank_BeyondTheGrid(int row, int column) =>
        Assert.Equal(Cell.Blank, Grid.Draw("1 | 2\n3")[row, column]);

    [Fact]
    public void Cell_TurnsToAnError_WhenNumberIsNotFinite() =>
        Assert.Equal(Cell.OfError("#NUM!"), new SheetBuilder("s").Set(1, 1, Cell.OfNumber(double.NaN)).Build()[1, 1]);

    [Fact]
    public void Cell_KeepsItsOwnFormat_WhenRowsAboveDiffer()
    {
        var sheet = new SheetBuilder("s")
            .Set(1, 1, Cell.OfNumber(1, "0.0"))
            .Set(1, 2, Cell.OfNumber(1, "0.00"))
            .Set(2, 1, Cell.OfText("-"))
            .Set(2, 2, Cell.OfNumber(1, "0%"))
            .Set(3, 1, Cell.OfNumber(1, "0.0"))
            .Set(3, 2, Cell.OfNumber(1))
            .Build();
        Assert.Equal(
            ["0.0", "0.00", null, "0%", "0.0", null],
            from row in Enumerable.Range(1, 3)
            from column in Enumerable.Range(1, 2)
            select sheet[row, column].NumberFormat
        );
    }

    [Fact]
    public void Text_IsKept_WhenThereAreMoreThanAreHeldAsStrings()
    {
        const int Rows = 200_000;
        var builder = new SheetBuilder("s");
        for (var row = 1; row <= Rows; row++)
        {
            builder.Set(row, 1, Cell.OfText("№ " + row.ToString(CultureInfo.InvariantCulture)));
        }

        builder.Set(Rows + 1, 1, Cell.OfText(new string('x', 30_000)));
        var sheet = builder.Build();
        Assert.Equal("№ 1", sheet[1, 1].Text);
        Assert.Equal("№ 199999", sheet[199_999, 1].Text);
        Assert.Equal(30_000, sheet[Rows + 1, 1].Text!.Length);
    }

    [Fact]
    public void Set_Throws_WhenRowIsReturnedTo() =>
        Assert.Throws<InvalidOperationException>(() =>
            new SheetBuilder("s").Set(2, 1, Cell.OfNumber(1)).Set(1, 1, Cell.OfNumber(1))
        );

    [Fact]
    public void AnchorOf_GivesTheFirstCellOfTheRange()
    {
        var sheet = Grid.Draw(
            """
            year | 2021   | <     | 2022   | <
            ^    | export | share | export | share
            all  | 1      | 100   | 2      | 100
            """
        );
        Assert.Equal(["A1:A2", "B1:C1", "D1:E1"], sheet.MergedRanges.Select(range => range.ToString()));
        Assert.Equal(
            ["A1", "B1", "B1", "D1", "D1", "A1", "B2", "C2", "D2", "E2", "A3"],
            Enumerable.Range(0, 11).Select(i => sheet.AnchorOf((i / 5) + 1, (i % 5) + 1).ToString())
        );
    }

    [Fact]
    public void AnchorOf_AgreesWithASearchOfAllRanges()
    {
        var random = new Random(20231017);
        var ranges = new List<CellRange>();
        while (ranges.Count < 60)
        {
            var first = new CellAddress(random.Next(1, 60), random.Next(1, 20));
            var range = new CellRange(
                first,
                new CellAddress(first.Row + random.Next(8), first.Column + random.Next(1, 5))
            );
            if (!Cells(range).Any(cell => ranges.Exists(other => other.Contains(cell))))
            {
                ranges.Add(range);
            }
        }

        var builder = new SheetBuilder("s");
        ranges.ForEach(range => builder.Merge(range));
        var sheet = builder.Build();
        foreach (var cell in Cells(new CellRange(new CellAddress(1, 1), new CellAddress(70, 26))))
        {
            var holder = ranges.FindIndex(range => range.Contains(cell));
            Assert.Equal(holder < 0 ? cell : ranges[holder].First, sheet.AnchorOf(cell.Row, cell.Column));
        }
    }

    [Fact]
    public void Hidden_IsMarked()
    {
        var sheet = new SheetBuilder("s", isHidden: true).HideRow(2).HideColumn(3).Build();
        Assert.True(sheet.IsHidden);
        Assert.Equal([false, true, false], Enumerable.Range(1, 3).Select(sheet.IsRowHidden));
        Assert.Equal([false, false, true], Enumerable.Range(1, 3).Select(sheet.IsColumnHidden));
    }

    private static IEnumerable<CellAddress> Cells(CellRange range) =>
        from row in Enumerable.Range(range.First.Row, range.Last.Row - range.First.Row + 1)
        from column in Enumerable.Range(range.First.Column, range.Last.Column - range.First.Column + 1)
        select new CellAddress(row, column);
}
