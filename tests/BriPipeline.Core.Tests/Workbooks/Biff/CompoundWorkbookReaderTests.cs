using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.Biff;

public sealed class CompoundWorkbookReaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_GivesEveryKindOfCell(bool isBiff5)
    {
        var workbook = Reading.Workbook(
            new XlsFile(isBiff5)
                .Text(1, 1, "Total")
                .Sheet("a")
                .Number(1, 1, 13060205.47911)
                .Text(1, 2, "Total")
                .Boolean(1, 3, true)
                .Error(1, 4, XlsFile.NotAvailable)
                .Formula(1, 5, 0.5)
                .FormulaError(1, 6, XlsFile.DivisionByZero)
                .Error(3, 1, XlsFile.DivisionByZero)
                .Sheet("b")
                .ToStream()
        );
        Assert.Equal(["a", "b"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["13060205.47911", "Total", "TRUE", "#N/A", "0.5", "#DIV/0!"], workbook.Sheets[1].Row(1));
        Assert.Equal(
            [CellKind.Number, CellKind.Text, CellKind.Boolean, CellKind.Error, CellKind.Number, CellKind.Error],
            Enumerable.Range(1, 6).Select(column => workbook.Sheets[1][1, column].Kind)
        );
        Assert.Equal(Cell.OfError("#DIV/0!"), workbook.Sheets[1][3, 1]);
    }

    [Fact]
    public void Read_SaysThatRecordsCannotBeFollowed_WhereACellStandsBeyondTheLastColumn()
    {
        var file = new XlsFile().Number(1, 1, 5).Number(2, 257, 6).Sheet("a").ToStream();

        var (workbook, findings) = WorkbookReader.Read(file, "a.xls");

        Assert.InRange(workbook!.Sheets[0].ColumnCount, 1, 256);
        Assert.Equal("error-cells-unknown", Assert.Single(findings).Code.Id);
    }

    [Fact]
    public void Read_RefusesASheet_ThatDeclaresMoreRowsThanOneCanHave()
    {
        var file = new XlsFile().Dimensions(587_202_816, 9).Number(1, 1, 5).Sheet("a").ToStream();

        Assert.Contains("declares 587,202,816 rows", Reading.Refusal(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FollowsLongStreams_SectorBySector()
    {
        var file = new XlsFile();
        for (var row = 1; row <= 2000; row++)
        {
            file.Error(row, 1, row % 2 == 0 ? XlsFile.NotAvailable : XlsFile.DivisionByZero).Number(row, 2, row);
        }

        var sheet = Reading.Sheet(file.Sheet("a").ToStream());
        Assert.Equal(["#N/A", "2000"], sheet.Row(2000));
        Assert.Equal(["#DIV/0!", "1001"], sheet.Row(1001));
    }

    [Fact]
    public void Read_KeepsMergedAndHidden()
    {
        var workbook = Reading.Workbook(
            new XlsFile()
                .HiddenColumn(2)
                .HiddenRow(1)
                .Number(1, 1, 1)
                .Number(2, 2, 2)
                .Merge(1, 1, 2, 1)
                .Sheet("a")
                .Sheet("b", state: 1)
                .ToStream()
        );
        var sheet = workbook.Sheets[0];
        Assert.Equal("A1:A2", Assert.Single(sheet.MergedRanges).ToString());
        Assert.Equal([true, false], Enumerable.Range(1, 2).Select(sheet.IsRowHidden));
        Assert.Equal([false, true], Enumerable.Range(1, 2).Select(sheet.IsColumnHidden));
        Assert.Equal([false, true], workbook.Sheets.Select(candidate => candidate.IsHidden));
    }

    [Fact]
    public void Read_GivesAWorkbookOrOneFinding_WhenBytesAreChanged()
    {
        var good = new XlsFile().Error(1, 1, XlsFile.NotAvailable).Number(1, 2, 5).Sheet("a").ToStream().ToArray();
        var random = new Random(2013);
        for (var i = 0; i < 500; i++)
        {
            var bad = (byte[])good.Clone();
            bad[random.Next(8, bad.Length)] ^= (byte)(1 << random.Next(8));
            bad = random.Next(4) == 0 ? bad[..random.Next(8, bad.Length)] : bad;
            using var content = new MemoryStream(bad);
            var result = WorkbookReader.Read(content, "a.xls");
            Assert.True(result.Workbook is not null || result.Findings.Count == 1);
        }
    }

    [Theory]
    [InlineData(2, 1, 1, 1)]
    [InlineData(1, 3, 1, 2)]
    public void Read_RefusesMergedCells_ThatEndBeforeTheyBegin(
        int firstRow,
        int firstColumn,
        int lastRow,
        int lastColumn
    )
    {
        using var content = new XlsFile()
            .Number(1, 1, 5)
            .Merge(firstRow, firstColumn, lastRow, lastColumn)
            .Sheet("a")
            .ToStream();

        var result = WorkbookReader.Read(content, "a.xls");

        Assert.Equal(FindingCodes.WorkbookDamaged, Assert.Single(result.Findings).Code);
        Assert.Null(result.Workbook);
    }

    [Fact]
    public void Read_Warns_WhenErrorsCannotBeTold()
    {
        // A record that promises more bytes than there are: the library stops there in silence.
        var records = new XlsFile().Number(1, 1, 5).Sheet("a").Records();
        BitConverter.TryWriteBytes(records.AsSpan(records.Length - 2), (ushort)400);
        BitConverter.TryWriteBytes(records.AsSpan(records.Length - 4), (ushort)0x00FF);
        using var content = CompoundFileOf.Streams(("Workbook", records));
        var result = WorkbookReader.Read(content, "a.xls");
        Assert.Contains(
            result.Findings,
            finding => finding.Code == FindingCodes.ErrorCellsUnknown || finding.Code == FindingCodes.WorkbookDamaged
        );
    }
}
