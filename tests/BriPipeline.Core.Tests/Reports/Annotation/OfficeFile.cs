using System.Text;
using BriPipeline.Core.Tests.Workbooks;

namespace BriPipeline.Core.Tests.Reports.Annotation;

/// <summary>A workbook as an office has it: formula, formats, a colleague's comment, a picture, a print area, macros.</summary>
internal static class OfficeFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static byte[] Bytes() => Pack(content => content);

    /// <summary>The same as "Strict Open XML", whose namespaces are others.</summary>
    public static byte[] Strict() =>
        Pack(content =>
            content
                .Replace(Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                .Replace(Office, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)
        );

    private static byte[] Pack(Func<string, string> written)
    {
        var parts = new (string Name, string Content)[]
        {
            (
                "[Content_Types].xml",
                $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/><Override PartName="/xl/comments1.xml" ContentType="{Type}.comments+xml"/><Override PartName="/xl/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>"""
            ),
            (
                "_rels/.rels",
                $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Торговля" sheetId="3" r:id="rId1"/><sheet name="Другой" sheetId="7" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Торговля!$A$1:$C$9</definedName></definedNames></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>"""
            ),
            (
                "xl/styles.xml",
                $"""<styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                $"""<worksheet xmlns="{Main}" xmlns:r="{Office}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Партнёр</t></is></c><c r="B1"><v>2023</v></c></row><row r="2"><c t="inlineStr"><is><t>Атлантида</t></is></c><c s="1"><v>5</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve"> Китай </t></is></c><c r="B3" s="1"><f>B2*-1</f><v>-5</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells><legacyDrawing r:id="rId1"/></worksheet>"""
            ),
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="{Office}/comments" Target="../comments1.xml"/></Relationships>"""
            ),
            (
                "xl/comments1.xml",
                $"""<comments xmlns="{Main}"><authors><author>A colleague</author></authors><commentList><comment ref="A2" authorId="0"><text><t>A colleague's remark.</t></text></comment></commentList></comments>"""
            ),
            (
                "xl/drawings/vmlDrawing1.vml",
                """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>"""
            ),
            (
                "xl/worksheets/sheet2.xml",
                $"""<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"""
            ),
            (
                "xl/theme/theme1.xml",
                """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="x"><!-- as it is --></a:theme>"""
            ),
            ("xl/media/picture.png", "not really a picture"),
            ("xl/vbaProject.bin", "not really macros"),
        };
        return XlsxFile.Zip(parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(written(part.Content))))).ToArray();
    }
}
