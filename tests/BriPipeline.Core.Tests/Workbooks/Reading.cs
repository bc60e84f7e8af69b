using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>Reads what a test has made.</summary>
internal static class Reading
{
    public static Workbook Workbook(Stream content)
    {
        var result = WorkbookReader.Read(content, "file");
        Assert.Equal([], result.Findings.Select(finding => finding.Message));
        return result.Workbook!;
    }

    public static Sheet Sheet(Stream content) => Assert.Single(Workbook(content).Sheets);

    public static Sheet Text(string text, Encoding? encoding = null) => Sheet(Bytes(text, encoding));

    public static MemoryStream Bytes(string text, Encoding? encoding = null)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var used = encoding ?? new UTF8Encoding(false);
        return new MemoryStream([.. used.GetPreamble(), .. used.GetBytes(text)]);
    }

    /// <summary>The one finding of a file that is refused whole.</summary>
    public static Finding Refusal(Stream content)
    {
        var result = WorkbookReader.Read(content, "file");
        Assert.Null(result.Workbook);
        return Assert.Single(result.Findings);
    }

    /// <summary>The raw texts of a row from its first column to its last value.</summary>
    public static string[] Row(this Sheet sheet, int row) =>
        [.. Enumerable.Range(1, sheet.ColumnCount).Select(column => sheet[row, column].Raw)];
}
