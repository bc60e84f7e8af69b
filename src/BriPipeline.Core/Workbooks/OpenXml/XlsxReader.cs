using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks.Grids;
using BriPipeline.Core.Workbooks.OpenDocument;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>Reads ZIP archives: an .xlsx in one pass over its parts, or something that is refused by name.</summary>
internal static class XlsxReader
{
    private const string Kind = "an .xlsx workbook";

    /// <summary>Where the package does not say which part is the workbook.</summary>
    private const string UsualPart = "xl/workbook.xml";

    /// <summary>An archive with this part is in that format; the first match counts.</summary>
    private static readonly (string Part, string Name)[] OtherFormats =
    [
        ("xl/workbook.bin", "a binary workbook (.xlsb)"),
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a presentation"),
        ("Index/Document.iwa", "a document of Apple's office programs"),
    ];

    public static WorkbookReadResult Read(Stream content, string fileName)
    {
        try
        {
            using var package = new WorkbookPackage(content);
            var main = MainPart(package);
            if (package.Has(OpenDocumentReader.ContentPart))
            {
                return OpenDocumentReader.Read(package, fileName);
            }

            var other = OtherFormats.FirstOrDefault(format => package.Has(format.Part)).Name;
            return other is null && package.Has(main)
                ? Read(package, main, fileName)
                : WorkbookReadResult.Refused(
                    FindingCodes.WorkbookFormatNotRead,
                    other ?? "a ZIP archive of other files"
                );
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            throw RefusedException.Damaged(Kind, e.Message);
        }
    }

    private static WorkbookReadResult Read(WorkbookPackage package, string main, string fileName)
    {
        using var workbookXml = package.OpenXml(main);
        var workbook = new WorkbookPart(workbookXml);
        if (workbook.Sheets.Count is 0 or > ReadingLimits.Sheets)
        {
            throw workbook.Sheets.Count == 0
                ? RefusedException.Damaged(Kind, "it lists no sheet")
                : RefusedException.TooMany("sheets", ReadingLimits.Sheets);
        }

        var parts = package.RelationshipsOf(main).ToLookup(part => part.Id, StringComparer.Ordinal);
        var texts = new TextPool();
        var values = new CellValues(
            OfType(package, parts, "styles", StylesOf) ?? [],
            OfType(package, parts, "sharedStrings", part => SharedTextsOf(package, part, texts)) ?? [],
            workbook.StartsIn1904
        );
        var sheets = new List<Sheet>();
        var findings = new List<Finding>();
        foreach (var listed in workbook.Sheets)
        {
            var part = parts[listed.RelationshipId].FirstOrDefault();
            if (part.Type is not ("worksheet" or null))
            {
                continue;
            }

            var builder = new SheetBuilder(Cell.WellFormed(listed.Name), listed.IsHidden, texts);
            using var utf8 = XmlText.ToUtf8(package.OpenAhead(part.Target ?? listed.Name));
            sheets.Add(new SheetPart(new XmlTokens(utf8), builder, values).Read());
            findings.AddRange(builder.Faults.ToFindings(builder.Name));
        }

        return new(new Workbook(fileName, WorkbookFormat.Xlsx, sheets), findings);

        IReadOnlyList<CellStyle> StylesOf(string part)
        {
            using var xml = package.OpenXml(part);
            return StylesPart.Read(xml);
        }
    }

    private static List<ulong> SharedTextsOf(WorkbookPackage package, string part, TextPool texts)
    {
        using var utf8 = XmlText.ToUtf8(package.Open(part));
        return SharedTexts.Read(utf8, texts);
    }

    private static T? OfType<T>(
        WorkbookPackage package,
        ILookup<string, Relationship> parts,
        string type,
        Func<string, T> read
    )
        where T : class =>
        parts.SelectMany(found => found).FirstOrDefault(found => found.Type == type).Target is { } part
        && package.Has(part)
            ? read(part)
            : null;

    /// <summary>Whether a package is a document, be it one that is read or not.</summary>
    public static bool HoldsDocument(WorkbookPackage package) =>
        package.Has(MainPart(package)) || Array.Exists(OtherFormats, format => package.Has(format.Part));

    private static string MainPart(WorkbookPackage package) =>
        package.RelationshipsOf("").FirstOrDefault(found => found.Type == "officeDocument").Target ?? UsualPart;

    /// <summary>Whether the archive can be opened and does not inflate to more than is read.</summary>
    public static bool MayInflate(Stream content)
    {
        try
        {
            using var package = new WorkbookPackage(content);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or RefusedException)
        {
            return false;
        }
    }
}
