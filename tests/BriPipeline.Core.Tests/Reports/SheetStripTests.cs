using System.Text;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Reports;

/// <summary>A cell with the headings of its column, the labels of its row and its neighbours.</summary>
public sealed class SheetStripTests
{
    private static readonly SheetReport Understood = new(
        "2022",
        Hidden: false,
        [
            new(
                [2, 3],
                2,
                30,
                1,
                [],
                [
                    Column("A", "label"),
                    Column("B", "ignored"),
                    .. "CDEFGH".Select(letter => Column($"{letter}", "figures")),
                ],
                [],
                []
            ),
        ],
        [],
        [],
        null
    );

    [Fact]
    public void Strip_HasHeadersLabelsAndNeighbours()
    {
        var strip = SheetStrip.Of(Grid(), new(20, 7), Understood)!;

        Assert.Equal(["A", "E", "F", "G", "H"], strip.Columns);
        Assert.Equal([2, 3, 18, 19, 20, 21, 22], strip.Rows.Select(row => row.Number));
        Assert.Equal([true, true, false, false, false, false, false], strip.Rows.Select(row => row.IsHeader));
        Assert.Equal(["A20", "E20", "F20", "G20", "H20"], strip.Rows[4].Cells);
        Assert.Equal(3, strip.Rows[4].Target);
        Assert.All(strip.Rows.Where(row => row.Number != 20), row => Assert.Null(row.Target));
        // The heading is merged over the columns E to H.
        Assert.Equal(["A2", "E2", "E2", "E2", "E2"], strip.Rows[0].Cells);
    }

    [Fact]
    public void Strip_HasNeighboursAlone_WhereTheLayoutIsNotKnown()
    {
        var strip = SheetStrip.Of(Grid(), new(1, 1), null)!;

        Assert.Equal(["A", "B", "C"], strip.Columns);
        Assert.Equal([1, 2, 3], strip.Rows.Select(row => row.Number));
        Assert.Equal(0, strip.Rows[0].Target);
    }

    [Fact]
    public void Strip_IsNone_WhereTheCellIsBlankOrTheFileTooLarge()
    {
        using var large = new MemoryStream(new byte[SheetStrip.MaxBytes + 1]);

        Assert.Null(SheetStrip.Of(Grid(), new(99, 1), Understood));
        Assert.Null(SheetStrip.Read(large, "a.csv", "", new(1, 1), null));
    }

    [Fact]
    public void Read_FindsTheSheetOfTheFile()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("partner,value\nChina,5\n"));

        var strip = SheetStrip.Read(content, "a.csv", "", new(2, 2), null)!;

        Assert.Equal(["China", "5"], strip.Rows[1].Cells);
        Assert.Null(SheetStrip.Read(content, "a.csv", "no such sheet", new(2, 2), null));
    }

    private static ColumnReport Column(string letters, string role) => new(letters, role, null, null, "", 0, [], null);

    /// <summary>Eight columns and thirty rows, each cell with its own address.</summary>
    private static Sheet Grid()
    {
        var sheet = new SheetBuilder("2022");
        for (var row = 1; row <= 30; row++)
        {
            for (var column = 1; column <= 8; column++)
            {
                if (row != 2 || column <= 5)
                {
                    sheet.Set(row, column, Cell.OfText(new CellAddress(row, column).ToString()));
                }
            }
        }

        return sheet.Merge(new(new(2, 5), new(2, 8))).Build();
    }
}
