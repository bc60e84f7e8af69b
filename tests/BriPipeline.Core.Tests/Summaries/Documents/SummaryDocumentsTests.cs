using System.Text;
using System.Text.Json.Nodes;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using CellKind = BriPipeline.Core.Summaries.Documents.CellKind;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace BriPipeline.Core.Tests.Summaries.Documents;

public sealed class SummaryDocumentsTests
{
    private static readonly SummaryOffice Office = SummaryOffice.Parse(
        """{ "name": { "en": "The <Office>", "zh": "统计局" }, "note": { "en": "A note & more." } }""",
        Png
    );

    private static readonly MonthlySummary Summary = SampleTrade.Compile(
        "KAZ-CHN",
        "2023-07",
        SampleTrade.Sample("invented-kz-china-monthly"),
        "Sample"
    );

    /// <summary>The smallest picture there is.</summary>
    private static byte[] Png =>
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        );

    [Fact]
    public void Write_GivesTheSameBytes_ForTheSameSummary()
    {
        var first = SummaryDocuments.Write(Summary, Compiling.Draft, Office).ToList();
        var second = SummaryDocuments.Write(SummaryFacts.Read(SummaryFacts.Write(Summary)), Compiling.Draft, Office);

        Assert.Equal(13, first.Count);
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
    }

    [Fact]
    public void Facts_HaveTheSchemaThatIsDocumented() =>
        GoldenFile.Equal(
            "../../../docs/facts.schema.json",
            Encoding.UTF8.GetBytes(
                SummaryFacts.Schema().ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n"
            )
        );

    [Fact]
    public void Facts_AreValidByTheSchemaThatIsDocumented()
    {
        var schema = JsonNode.Parse(RepositoryFiles.Read("docs/facts.schema.json"))!;
        var files = RepositoryFiles
            .Tracked.Where(path => path.EndsWith("/facts.json", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(FactsSchema.Faults(schema, schema, JsonNode.Parse(SummaryFacts.Write(Summary)), "$"));
        Assert.All(
            files,
            file => Assert.Empty(FactsSchema.Faults(schema, schema, JsonNode.Parse(RepositoryFiles.Read(file)), "$"))
        );
        Assert.NotEmpty(FactsSchema.Faults(schema, schema, JsonNode.Parse("""{ "subject": 1 }"""), "$"));
    }

    [Fact]
    public void Write_PrintsTheSameNumbers_InAllLanguagesAndFormats()
    {
        var numbers = SummaryTexts
            .All.Select(texts => NumbersOf(SummaryDocuments.Compose(Summary, Compiling.Draft, Office, texts)))
            .ToList();

        Assert.NotEmpty(numbers[0]);
        Assert.All(numbers, other => Assert.Equal(numbers[0], other));
        foreach (var texts in SummaryTexts.All)
        {
            var document = SummaryDocuments.Compose(Summary, Compiling.Draft, Office, texts);
            using var xlsx = new MemoryStream(XlsxDocument.Write(document, texts));
            var workbook = WorkbookReader.Read(xlsx, "a.xlsx").Workbook!;
            Assert.Equal(numbers[0].Select(number => (double)number), workbook.Sheets.SelectMany(NumbersOf));

            var docx = OfficeText.OfDocx(DocxDocument.Write(document, texts));
            var html = System.Net.WebUtility.HtmlDecode(
                Encoding.UTF8.GetString(Core.Summaries.Html.HtmlDocument.Write(document, texts))
            );
            Assert.All(
                TablesOf(document)
                    .SelectMany(table => table.Lines)
                    .SelectMany(line => line)
                    .Where(cell => cell.Number is not null),
                cell =>
                {
                    Assert.Contains(cell.Text, docx, StringComparison.Ordinal);
                    Assert.Contains(cell.Text, html, StringComparison.Ordinal);
                }
            );
        }
    }

    [Fact]
    public void Write_GivesEveryFigureItsRows()
    {
        var document = SummaryDocuments.Compose(Summary, Compiling.Draft, Office, SummaryTexts.English);

        var figures = TablesOf(document)
            .Where(table => table.Id is not ("sources" or "sums" or "workbooks"))
            .SelectMany(table => table.Lines.SelectMany(line => line))
            .Where(cell => cell.Number is not null && cell.Kind != CellKind.Count)
            .ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, cell => Assert.NotEmpty(cell.Rows));
        Assert.All(figures.SelectMany(cell => cell.Rows), row => Assert.Contains(row, Summary.Rows.Keys));
    }

    [Fact]
    public void Docx_And_Xlsx_AreValid()
    {
        var validator = new OpenXmlValidator(FileFormatVersions.Office2019);
        foreach (var file in SummaryDocuments.Write(Summary, Compiling.Draft, Office))
        {
            using var stream = new MemoryStream(file.Content);
            using OpenXmlPackage? package = Path.GetExtension(file.Name) switch
            {
                ".docx" => WordprocessingDocument.Open(stream, isEditable: false),
                ".xlsx" => SpreadsheetDocument.Open(stream, isEditable: false),
                _ => null,
            };
            if (package is not null)
            {
                Assert.Empty(
                    validator
                        .Validate(package)
                        .Select(error => $"{file.Name} {error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
                );
            }
        }
    }

    [Fact]
    public void Docx_KeepsShortTablesOnOnePage()
    {
        var document = SummaryDocuments.Compose(Summary, Compiling.Draft, Office, SummaryTexts.English);
        using var stream = new MemoryStream(DocxDocument.Write(document, SummaryTexts.English));
        using var package = WordprocessingDocument.Open(stream, isEditable: false);

        // Of each table, how many rows stay with the one below.
        var tables = package
            .MainDocumentPart!.Document!.Descendants<Word.Table>()
            .Select(table => table.Elements<Word.TableRow>().ToList())
            .Select(rows => (rows.Count, Kept: rows.Count(row => row.Descendants<Word.KeepNext>().Any())))
            .ToList();

        Assert.Contains(tables, table => table.Count is > 2 and <= 20);
        Assert.All(tables, table => Assert.Equal(table.Count > 20 ? 1 : table.Count - 1, table.Kept));
    }

    [Fact]
    public void Write_BearsTheOfficesNameNoteAndLogo()
    {
        var files = SummaryDocuments
            .Write(Summary, Compiling.Draft, Office)
            .ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal);

        var html = Encoding.UTF8.GetString(files["ru.html"]);
        Assert.Contains("<span>The &lt;Office&gt;</span>", html, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,iVBOR", html, StringComparison.Ordinal);
        Assert.Contains("<p>A note &amp; more.</p>", html, StringComparison.Ordinal);
        var docx = OfficeText.OfDocx(files["zh.docx"]);
        Assert.Contains("Office: 统计局", docx, StringComparison.Ordinal);
        Assert.Contains("A note & more.", docx, StringComparison.Ordinal);
        Assert.Contains("统计局", OfficeText.OfXlsx(files["zh.xlsx"]), StringComparison.Ordinal);
    }

    private static IEnumerable<TableBlock> TablesOf(SummaryDocument document) => document.Blocks.OfType<TableBlock>();

    private static List<decimal> NumbersOf(SummaryDocument document) =>
        [
            .. TablesOf(document)
                .SelectMany(table => table.Lines)
                .SelectMany(line => line)
                .Select(cell => cell.Number)
                .OfType<decimal>(),
        ];

    private static IEnumerable<double> NumbersOf(Sheet sheet) =>
        Enumerable
            .Range(1, sheet.RowCount)
            .SelectMany(row => Enumerable.Range(1, sheet.ColumnCount).Select(column => sheet[row, column]))
            .Where(cell => cell.Kind == Core.Workbooks.CellKind.Number)
            .Select(cell => cell.Number);
}
