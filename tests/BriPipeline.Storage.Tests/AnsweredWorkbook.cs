using System.IO.Compression;
using System.Xml.Linq;
using BriPipeline.Core.Findings;

namespace BriPipeline.Storage.Tests;

/// <summary>Chooses on the first sheet of an annotated workbook, as a person does in a spreadsheet program.</summary>
internal static class AnsweredWorkbook
{
    private const string Part = "xl/worksheets/bri-findings.xml";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="code">The answer to questions of a kind.</param>
    public static byte[] Choose(byte[] annotated, Func<QuestionKind, string> code)
    {
        using var book = new MemoryStream();
        book.Write(annotated);
        using (var package = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            XDocument sheet;
            using (var content = package.GetEntry(Part)!.Open())
            {
                sheet = XDocument.Load(content);
            }

            foreach (var row in sheet.Descendants(Main + "row").Where(row => At(row, "A").StartsWith('?')))
            {
                Answer(row, sheet, code(Enum.Parse<QuestionKind>(At(row, "J"), ignoreCase: true)));
            }

            package.GetEntry(Part)!.Delete();
            using var changed = package.CreateEntry(Part).Open();
            sheet.Save(changed);
        }

        return book.ToArray();
    }

    /// <summary>Takes the choice from the list of the cell where it is there; else it is typed in.</summary>
    private static void Answer(XElement row, XDocument sheet, string code)
    {
        var cell = Cell(row, "E")!;
        var list = sheet
            .Descendants(Main + "dataValidation")
            .Single(one => one.Attribute("sqref")!.Value == cell.Attribute("r")!.Value)
            .Value;
        Assert.Matches($@"^\$N\${row.Attribute("r")!.Value}:\$[A-Z]+\${row.Attribute("r")!.Value}$", list);
        var choice = row.Elements()
            .Select(TextOf)
            .FirstOrDefault(text => text.EndsWith($"[{code}]", StringComparison.Ordinal));
        cell.SetAttributeValue("t", "inlineStr");
        cell.ReplaceNodes(new XElement(Main + "is", new XElement(Main + "t", choice ?? code)));
    }

    private static string At(XElement row, string column) => Cell(row, column) is { } cell ? TextOf(cell) : "";

    private static XElement? Cell(XElement row, string column) =>
        row.Elements().FirstOrDefault(cell => cell.Attribute("r")!.Value == column + row.Attribute("r")!.Value);

    private static string TextOf(XElement cell) => cell.Descendants(Main + "t").FirstOrDefault()?.Value ?? "";
}
