using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.OpenXml;

/// <summary>What a cell of a sheet's part says, and what only seems to be said.</summary>
public sealed class XlsxCellTests
{
    [Theory]
    [InlineData("<c><v>13165,8</v></c>", "13165,8")]
    [InlineData("<c><v>1 234</v></c>", "1 234")]
    [InlineData("<c><v>12abc</v></c>", "12abc")]
    [InlineData("<c t=\"s\"><v>5</v></c>", "5")]
    [InlineData("<c t=\"s\"><v>-1</v></c>", "-1")]
    [InlineData("<c t=\"b\"><v>yes</v></c>", "yes")]
    [InlineData("<c t=\"d\"><v>31.01.2023</v></c>", "31.01.2023")]
    [InlineData("<c t=\"new\"><v>1</v></c>", "1")]
    [InlineData("<c><v>1</v><v>2</v></c>", "written twice")]
    [InlineData("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>", "written twice")]
    [InlineData("<c r=\"A1\"><v>1</v></c><c r=\"A1\"/>", "written twice")]
    public void DamagedCell_IsAnErrorAndFound(string cell, string raw)
    {
        using var file = new XlsxFile().Sheet("Data", $"<row r=\"1\">{cell}</row>").ToStream();
        var (workbook, findings) = WorkbookReader.Read(file, "a.xlsx");
        var finding = Assert.Single(findings);
        Assert.Equal(
            (FindingCodes.CellsDamaged, "A1", raw),
            (finding.Code, finding.Place.ToString(), finding.Arguments[2])
        );
        Assert.Equal(Cell.OfError("#DAMAGED!"), workbook!.Sheets[0][1, 1]);
    }

    [Theory]
    [InlineData("<c><v> 12.50 </v></c>", "12.5")]
    [InlineData("<c><v>-1.5E+3</v></c>", "-1500")]
    [InlineData("<c><v>.5</v></c>", "0.5")]
    [InlineData("<c><v>13060205.479110001</v></c>", "13060205.47911")]
    [InlineData("<c><v>123456789012345678</v></c>", "1.2345678901234568E+17")]
    [InlineData("<c><v>1<!-- x -->2</v></c>", "12")]
    [InlineData("<c><v><![CDATA[7]]></v></c>", "7")]
    [InlineData("<c t=\"b\"><v>true</v></c>", "TRUE")]
    [InlineData("<c t=\"b\"><v>0</v></c>", "FALSE")]
    [InlineData("<c t=\"d\"><v>2023-01-31</v></c>", "2023-01-31")]
    [InlineData("<c t=\"d\" s=\"2\"><v>2023-01-31T00:00:00.000Z</v></c>", "2023-01-31")]
    [InlineData("<c t=\"inlineStr\"><v>text</v></c>", "text")]
    [InlineData("<c t=\"str\"><v>a&amp;b&#x20AC;_x000A_c</v></c>", "a&b€\nc")]
    [InlineData("<x:c xmlns:x=\"u\"><x:v>5</x:v></x:c>", "5")]
    [InlineData("<c s=\"2\"><v>59</v></c>", "1900-02-28")]
    [InlineData("<c s=\"2\"><v>61</v></c>", "1900-03-01")]
    public void Cell_IsReadByTheRulesOfTheSchema(string cell, string raw) =>
        Assert.Equal(
            raw,
            Reading.Sheet(new XlsxFile().Sheet("Data", $"<row r=\"1\">{cell}</row>").ToStream())[1, 1].Raw
        );

    [Theory]
    [InlineData("<t>plain</t>", "plain")]
    [InlineData("<r><t>2022</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1)</t></r>", "2022¹)")]
    [InlineData("<r><t>H</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>2</t></r><r><t>O</t></r>", "H²O")]
    [InlineData("<r><rPr><strike/></rPr><t>14</t></r><r><t>15</t></r>", "15")]
    [InlineData("<r><rPr><strike val=\"0\"/></rPr><t>14</t></r>", "14")]
    [InlineData("<r><rPr><strike/></rPr><t>14</t></r>", "#STRUCK-OUT!")]
    [InlineData("<t>中国</t><rPh sb=\"0\" eb=\"2\"><t>ちゅうごく</t></rPh><phoneticPr fontId=\"1\"/>", "中国")]
    public void Runs_AreReadAsTheyAreShown(string runs, string raw)
    {
        using var file = new XlsxFile()
            .Sheet("Data", $"<row r=\"1\"><c t=\"inlineStr\"><is>{runs}</is></c></row>")
            .ToStream();
        var (workbook, findings) = WorkbookReader.Read(file, "a.xlsx");
        Assert.Equal(raw, workbook!.Sheets[0][1, 1].Raw);
        Assert.Equal(raw == "#STRUCK-OUT!", findings.Any(found => found.Code == FindingCodes.CellsStruckOut));
    }

    [Theory]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"1\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1048577\"/>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</w></c></row>")]
    [InlineData("<row r=\"1\"><c r=A1><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1&bad;</v></c></row>")]
    public void Read_RefusesAPart_ThatIsNotLaidOutAsItShouldBe(string rows) =>
        Assert.Equal(FindingCodes.WorkbookDamaged, Reading.Refusal(new XlsxFile().Sheet("Data", rows).ToStream()).Code);

    [Fact]
    public void PlacesThatAreNotStated_FollowOneAnother()
    {
        var sheet = Reading.Sheet(
            new XlsxFile()
                .Sheet(
                    "Data",
                    "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c></row>"
                )
                .ToStream()
        );
        Assert.Equal(("1", "2", "3", "4"), (sheet[1, 1].Raw, sheet[1, 2].Raw, sheet[4, 3].Raw, sheet[4, 4].Raw));
    }

    [Theory]
    [InlineData("#<row r=\"1\"><c><v>1</v></c></row>#")]
    [InlineData("<row r=\"1\">#<c><v>1</v></c>#</row>")]
    [InlineData("<row r=\"1\"><c>#<v>1</v>#</c></row>")]
    public void AlternativesAmongCells_AreRefused_ForEachProgramShowsItsOwn(string rows)
    {
        var parts = rows.Split('#');
        var content =
            $"{parts[0]}<mc:AlternateContent xmlns:mc=\"u\"><mc:Choice Requires=\"x\">{parts[1]}</mc:Choice><mc:Fallback>{parts[1]}</mc:Fallback></mc:AlternateContent>{parts[2]}";
        Assert.Equal(
            FindingCodes.WorkbookDamaged,
            Reading.Refusal(new XlsxFile().Sheet("Data", content).ToStream()).Code
        );
    }
}
