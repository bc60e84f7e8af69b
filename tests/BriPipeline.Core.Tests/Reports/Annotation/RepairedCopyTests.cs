using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BriPipeline.Core.Tests.Reports.Annotation;

/// <summary>As a new user would: what is wrong is found in the annotated copy alone, repaired there, and the copy is uploaded.</summary>
public sealed class RepairedCopyTests
{
    private static readonly SourceProfile Profile = SourceProfile.Parse(
        """{ "name": "kz-test", "reporter": "KAZ", "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL" } }"""
    );

    /// <summary>A name that is none, a negative figure, a formula's error, a text for a figure, the same row twice.</summary>
    private const string Rows = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>Partner</t></is></c><c r="B1" t="inlineStr"><is><t>Year</t></is></c><c r="C1" t="inlineStr"><is><t>Exports</t></is></c><c r="D1" t="inlineStr"><is><t>Imports</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>Chyna</t></is></c><c r="B2"><v>2023</v></c><c r="C2"><v>120</v></c><c r="D2"><v>310</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>Germany</t></is></c><c r="B3"><v>2023</v></c><c r="C3"><v>-41</v></c><c r="D3"><v>95</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>Italy</t></is></c><c r="B4"><v>2023</v></c><c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D4"><v>87</v></c></row>
        <row r="5"><c r="A5" t="inlineStr"><is><t>Japan</t></is></c><c r="B5"><v>2023</v></c><c r="C5" t="inlineStr"><is><t>about 60</t></is></c><c r="D5"><v>52</v></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><t>Spain</t></is></c><c r="B6"><v>2023</v></c><c r="C6"><v>33</v></c><c r="D6"><v>21</v></c></row>
        <row r="7"><c r="A7" t="inlineStr"><is><t>Spain</t></is></c><c r="B7"><v>2023</v></c><c r="C7"><v>35</v></c><c r="D7"><v>22</v></c></row>
        """;

    [Fact]
    public void FiveMistakes_AreCorrected_WithNothingButTheAnnotatedCopy()
    {
        using var original = new XlsxFile().Sheet("Trade", Rows).ToStream();
        var (_, findings) = AnnotatedCopy.Read(original, "trade.xlsx", Profile);
        using var copy = new AnnotatedCopy(original, "trade.xlsx", findings);
        var name = copy.SheetNames[1];
        var comments = copy.Comments(name);

        // Each is seen at its cell, with what to do.
        Assert.Contains("is not a country", comments["A2"], StringComparison.Ordinal);
        Assert.Contains("is negative", comments["C3"], StringComparison.Ordinal);
        Assert.Contains("#DIV/0!", comments["C4"], StringComparison.Ordinal);
        Assert.Contains("is not a number", comments["C5"], StringComparison.Ordinal);
        Assert.Contains("with different values: Trade!C6…D6, Trade!C7…D7", comments["C6"], StringComparison.Ordinal);

        using var repaired = Repair(
            copy.Bytes,
            name,
            new(StringComparer.Ordinal)
            {
                ["A2"] = "China",
                ["C3"] = "41",
                ["C4"] = "12",
                ["C5"] = "60",
                ["A7"] = "Portugal",
            }
        );
        var (reading, left) = AnnotatedCopy.Read(repaired, "trade.xlsx", Profile);

        Assert.Equal(ReadingOutcome.Accepted, reading.Outcome);
        Assert.DoesNotContain(left, finding => finding.Severity.StartsWith("reject", StringComparison.Ordinal));
        Assert.Equal(
            [
                "CHN X 120000",
                "CHN M 310000",
                "DEU X 41000",
                "DEU M 95000",
                "ITA X 12000",
                "ITA M 87000",
                "JPN X 60000",
                "JPN M 52000",
                "ESP X 33000",
                "ESP M 21000",
                "PRT X 35000",
                "PRT M 22000",
            ],
            reading
                .Observations()
                .Select(one => FormattableString.Invariant($"{one.Key.Partner} {one.Key.Flow} {one.Value:0}"))
        );
    }

    private static MemoryStream Repair(byte[] file, string sheet, Dictionary<string, string> cells)
    {
        var repaired = new MemoryStream();
        repaired.Write(file);
        using (var document = SpreadsheetDocument.Open(repaired, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var id = book.Workbook.Sheets!.Elements<Sheet>().Single(one => one.Name == sheet).Id!.Value!;
            var worksheet = ((WorksheetPart)book.GetPartById(id)).Worksheet;
            foreach (var cell in worksheet.Descendants<Cell>())
            {
                if (!cells.TryGetValue(cell.CellReference!.Value!, out var value))
                {
                    continue;
                }

                var isNumber = char.IsAsciiDigit(value[0]);
                cell.RemoveAllChildren();
                cell.DataType = isNumber ? null : new EnumValue<CellValues>(CellValues.InlineString);
                cell.AppendChild<OpenXmlElement>(isNumber ? new CellValue(value) : new InlineString(new Text(value)));
            }
        }

        repaired.Position = 0;
        return repaired;
    }
}
