namespace BriPipeline.Core.Workbooks;

/// <summary>The formats that are read, told from the bytes and never from the extension.</summary>
public enum WorkbookFormat
{
    Xls,
    Xlsx,
    Csv,
    Html,
    OpenDocument,
    SpreadsheetXml,
}

/// <summary>An uploaded file as sheets of cells. Knows nothing of trade.</summary>
public sealed record Workbook(string FileName, WorkbookFormat Format, IReadOnlyList<Sheet> Sheets);
