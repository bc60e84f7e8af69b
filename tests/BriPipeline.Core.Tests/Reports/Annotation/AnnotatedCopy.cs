using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace BriPipeline.Core.Tests.Reports.Annotation;

/// <summary>An annotated workbook as another library sees it.</summary>
internal sealed class AnnotatedCopy : IDisposable
{
    private readonly SpreadsheetDocument document;

    public AnnotatedCopy(
        Stream original,
        string fileName,
        IReadOnlyList<ReportFinding> findings,
        IReadOnlyList<Question>? questions = null
    )
    {
        var output = new MemoryStream();
        AnnotatedWorkbook.Write(original, fileName, findings, output, questions);
        Bytes = output.ToArray();
        document = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        SheetNames = [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];
    }

    public byte[] Bytes { get; }

    public IReadOnlyList<string> SheetNames { get; }

    public WorkbookPart Book => document.WorkbookPart!;

    /// <summary>Reads a file as <c>bri read</c> does.</summary>
    public static (BriPipeline.Core.Readings.Reading Reading, IReadOnlyList<ReportFinding> Findings) Read(
        Stream content,
        string fileName,
        SourceProfile profile
    )
    {
        var reading = BriPipeline.Core.Readings.Reading.Read(content, fileName, profile);
        return (reading, [.. reading.Findings.Select(finding => ReportFinding.Of(fileName, finding))]);
    }

    public void Dispose() => document.Dispose();

    public WorksheetPart Part(string sheet)
    {
        var id = Book.Workbook.Sheets!.Elements<Sheet>().Single(one => one.Name == sheet).Id!.Value!;
        return (WorksheetPart)Book.GetPartById(id);
    }

    /// <summary>Comments by cell.</summary>
    public IReadOnlyDictionary<string, string> Comments(string sheet) =>
        Part(sheet)
            .WorksheetCommentsPart?.Comments.CommentList!.Elements<Comment>()
            .ToDictionary(comment => comment.Reference!.Value!, comment => comment.InnerText, StringComparer.Ordinal)
        ?? [];

    public Cell? Cell(string sheet, string address) =>
        Part(sheet).Worksheet.Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == address);

    /// <summary>What a cell shows as text.</summary>
    public string TextOf(Cell cell) =>
        cell.DataType?.Value == CellValues.SharedString
            ? Book.SharedStringTablePart!.SharedStringTable.ElementAt(
                int.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture)
            ).InnerText
            : cell.InnerText;

    /// <summary>The colour that fills a cell, as ARGB.</summary>
    public string? Colour(Cell cell)
    {
        var styles = Book.WorkbookStylesPart!.Stylesheet;
        var format = (CellFormat)styles.CellFormats!.ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        var fill = (Fill)styles.Fills!.ElementAt((int)(format.FillId?.Value ?? 0));
        return fill.PatternFill?.ForegroundColor?.Rgb?.Value;
    }

    /// <summary>What is wrong with it by the schema of Office.</summary>
    public IEnumerable<string> Errors() => Errors(document);

    /// <summary>The same of a file before it was annotated.</summary>
    public static IEnumerable<string> ErrorsOf(Stream file)
    {
        file.Position = 0;
        var bytes = new MemoryStream();
        file.CopyTo(bytes);
        using var before = SpreadsheetDocument.Open(bytes, isEditable: false);
        return [.. Errors(before)];
    }

    private static IEnumerable<string> Errors(SpreadsheetDocument document) =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
}
