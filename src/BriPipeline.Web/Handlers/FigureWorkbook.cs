using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Rows;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BriPipeline.Web.Handlers;

/// <summary>Figures as one sheet: the columns of the CSV, numbers as numbers.</summary>
internal static class FigureWorkbook
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes row by row into a file that goes when the stream is closed.</summary>
    internal static async Task<Stream> WriteAsync(IAsyncEnumerable<TradeRow> rows, CancellationToken cancellation)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 64 * 1024,
            FileOptions.DeleteOnClose
        );
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook, autoSave: true))
        {
            var workbook = package.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>("figures");
            using (var xml = OpenXmlWriter.Create(sheet))
            {
                xml.WriteStartElement(new Worksheet());
                xml.WriteStartElement(new SheetData());
                Write(xml, TradeColumns.All.Select(column => (object?)column.Name));
                await foreach (var row in rows.WithCancellation(cancellation))
                {
                    Write(xml, TradeColumns.All.Select(column => column.Value(row)));
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            workbook.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = "figures",
                        SheetId = 1,
                        Name = "figures",
                    }
                )
            );
        }

        file.Position = 0;
        return file;
    }

    private static void Write(OpenXmlWriter xml, IEnumerable<object?> values)
    {
        xml.WriteStartElement(new Row());
        foreach (var value in values)
        {
            xml.WriteElement(
                value is null ? new Cell()
                : value is string text
                    ? new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
                    {
                        DataType = CellValues.InlineString,
                    }
                : new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!))
            );
        }

        xml.WriteEndElement();
    }
}
