using System.Xml;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>A sheet as the workbook lists it.</summary>
internal readonly record struct ListedSheet(string Name, bool IsHidden, string RelationshipId);

/// <summary>The part that lists the sheets of a workbook.</summary>
internal sealed class WorkbookPart
{
    private readonly List<ListedSheet> sheets = [];

    public WorkbookPart(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml is { Depth: 1, LocalName: "workbookPr" })
            {
                StartsIn1904 = xml.GetAttribute("date1904") is { } said && StylesPart.IsOn(said);
            }
            else if (xml is { Depth: 2, LocalName: "sheet" })
            {
                var state = xml.GetAttribute("state");
                sheets.Add(new(xml.GetAttribute("name") ?? "", state is "hidden" or "veryHidden", RelationshipId(xml)));
            }
        }
    }

    public IReadOnlyList<ListedSheet> Sheets => sheets;

    /// <summary>Whether dates count from 1904.</summary>
    public bool StartsIn1904 { get; }

    /// <summary>The attribute <c>id</c> of the relationships namespace, whichever edition of the standard names it.</summary>
    private static string RelationshipId(XmlReader sheet)
    {
        for (var found = sheet.MoveToFirstAttribute(); found; found = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                return sheet.Value;
            }
        }

        return "";
    }
}
