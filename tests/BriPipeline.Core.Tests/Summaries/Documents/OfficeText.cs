using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>What a DOCX or XLSX says, as text to compare and to read.</summary>
internal static class OfficeText
{
    /// <summary>A line a paragraph with its style, a line a row of a table, a line a series of a chart.</summary>
    public static string OfDocx(byte[] docx)
    {
        using var stream = new MemoryStream(docx);
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        var main = package.MainDocumentPart!;
        var text = new StringBuilder();
        foreach (var element in main.Document!.Body!)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
                    text.Append(style).Append(": ").Append(paragraph.InnerText).Append('\n');
                    foreach (var chart in paragraph.Descendants<C.ChartReference>())
                    {
                        OfChart((ChartPart)main.GetPartById(chart.Id!), text);
                    }

                    break;
                case Table table:
                    foreach (var row in table.Elements<TableRow>())
                    {
                        text.AppendJoin(" | ", row.Elements<TableCell>().Select(cell => cell.InnerText)).Append('\n');
                    }

                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A heading a sheet, a line a row; numbers as stored.</summary>
    public static string OfXlsx(byte[] xlsx)
    {
        using var stream = new MemoryStream(xlsx);
        using var package = SpreadsheetDocument.Open(stream, isEditable: false);
        var workbook = package.WorkbookPart!;
        var text = new StringBuilder();
        foreach (var sheet in workbook.Workbook!.Descendants<S.Sheet>())
        {
            text.Append("# ").Append(sheet.Name).Append('\n');
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!);
            foreach (var row in part.Worksheet!.Descendants<S.Row>())
            {
                text.AppendJoin(" | ", row.Elements<S.Cell>().Select(cell => cell.InnerText)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void OfChart(ChartPart part, StringBuilder text)
    {
        foreach (var series in part.ChartSpace!.Descendants<C.BarChartSeries>())
        {
            text.Append("  ")
                .Append(series.Descendants<C.SeriesText>().Single().InnerText)
                .Append(": ")
                .AppendJoin(", ", series.Descendants<C.NumericPoint>().Select(point => point.InnerText))
                .Append('\n');
        }
    }
}
