using System.Xml;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks.Grids;
using BriPipeline.Core.Workbooks.OpenXml;

namespace BriPipeline.Core.Workbooks.OpenDocument;

/// <summary>Reads spreadsheets of OpenDocument, packed (.ods) and as one file (.fods).</summary>
internal static class OpenDocumentReader
{
    public const string ContentPart = "content.xml";
    private const string StylesPart = "styles.xml";
    private const string ManifestPart = "META-INF/manifest.xml";
    private const string Kind = "an OpenDocument spreadsheet";

    public static WorkbookReadResult Read(WorkbookPackage package, string fileName) =>
        Guarded(() =>
        {
            if (package.Has(ManifestPart) && IsEncrypted(package))
            {
                return WorkbookReadResult.Refused(FindingCodes.WorkbookPasswordProtected);
            }

            var styles = new OpenDocumentStyles();
            if (package.Has(StylesPart))
            {
                using var common = package.OpenXml(StylesPart);
                ReadDocument(common, styles, fileName);
            }

            using var content = package.OpenXml(ContentPart);
            return ReadDocument(content, styles, fileName);
        });

    public static WorkbookReadResult ReadFlat(Stream content, string fileName) =>
        Guarded(() =>
        {
            using var xml = XmlFile.Open(content);
            return ReadDocument(xml, new OpenDocumentStyles(), fileName);
        });

    private static WorkbookReadResult Guarded(Func<WorkbookReadResult> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or XmlException)
        {
            throw RefusedException.Damaged(Kind, e.Message);
        }
    }

    private static bool IsEncrypted(WorkbookPackage package)
    {
        using var manifest = package.OpenXml(ManifestPart);
        return manifest.ReadToFollowing("manifest:encryption-data");
    }

    private static WorkbookReadResult ReadDocument(XmlReader xml, OpenDocumentStyles styles, string fileName)
    {
        var texts = new TextPool();
        var sheets = new List<Sheet>();
        var findings = new List<Finding>();
        var isSpreadsheet = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "automatic-styles" or "styles":
                    styles.Read(xml);
                    break;
                case "spreadsheet":
                    isSpreadsheet = true;
                    break;
                case "table" when isSpreadsheet && xml.Depth > 0:
                    if (sheets.Count == ReadingLimits.Sheets)
                    {
                        throw RefusedException.TooMany("sheets", ReadingLimits.Sheets);
                    }

                    var builder = new SheetBuilder(
                        Cell.WellFormed(XmlFile.Local(xml, "name") ?? ""),
                        styles.IsHidden(XmlFile.Local(xml, "style-name")),
                        texts
                    );
                    sheets.Add(new OpenDocumentTable(xml, styles, builder).Read());
                    findings.AddRange(builder.Faults.ToFindings(builder.Name));
                    break;
            }
        }

        return sheets.Count == 0
            ? WorkbookReadResult.Refused(
                FindingCodes.WorkbookFormatNotRead,
                "an OpenDocument file that is no spreadsheet"
            )
            : new(new Workbook(fileName, WorkbookFormat.OpenDocument, sheets), findings);
    }
}
