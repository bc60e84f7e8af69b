using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks.Grids;
using BriPipeline.Core.Workbooks.Text;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>Reads the tables of an HTML page, whatever the file is called: <c>table1</c>, <c>table2</c>, ... in document
/// order, a table within a table being one of its own, each with what the page says above it.</summary>
internal static class HtmlReader
{
    private const string Kind = "an HTML page";
    private const int MaxDepth = 2048;

    public static WorkbookReadResult Read(Stream content, string fileName, IKnownWords? words)
    {
        if (content.Length > ReadingLimits.HtmlBytes)
        {
            throw WorkbookReader.Oversized("The page takes", content.Length, ReadingLimits.HtmlBytes);
        }

        return ReadPages([content], fileName, words);
    }

    /// <summary>The tables of several pages, numbered through.</summary>
    public static WorkbookReadResult ReadPages(IReadOnlyList<Stream> pages, string fileName, IKnownWords? words)
    {
        var texts = new TextPool();
        var sheets = new List<Sheet>();
        var findings = new List<Finding>();
        foreach (var page in pages)
        {
            var (found, doubt) = HtmlEncoding.Declared(page) is { } declared
                ? (declared, null)
                : TextEncoding.Detect(page, words);
            if (found is not { } encoding)
            {
                return WorkbookReadResult.Refused(FindingCodes.WorkbookEncodingUnknown);
            }

            findings.AddRange(doubt is null ? [] : [doubt]);

            page.Position = 0;
            using var text = new StreamReader(page, encoding, true, leaveOpen: true);
            ReadPage(text.ReadToEnd(), texts, sheets, findings);
        }

        return sheets.Count == 0
            ? WorkbookReadResult.Refused(FindingCodes.WorkbookWithoutTable)
            : new WorkbookReadResult(new Workbook(fileName, WorkbookFormat.Html, sheets), findings);
    }

    private static void ReadPage(string html, TextPool texts, List<Sheet> sheets, List<Finding> findings)
    {
        var options = new HtmlParserOptions { MaximumDepth = MaxDepth, DisableElementPositionTracking = true };
        var tags = PageTags.Of(html);
        if (tags.Depth >= MaxDepth)
        {
            throw TooDeep();
        }

        using var page = new HtmlParser(options).ParseDocument(html);
        // At its greatest depth the parser puts elements beside each other, and cells lose their text.
        if (Nodes.Depth(page) >= MaxDepth)
        {
            throw TooDeep();
        }

        var tables = PageLines.Tables(page).ToList();
        var isCutOff = tags.OpenTables > 0 && !IsEnded(html);
        foreach (var (table, above) in tables)
        {
            if (sheets.Count == ReadingLimits.Sheets)
            {
                throw RefusedException.TooMany("tables", ReadingLimits.Sheets);
            }

            var name = "table" + Number(sheets.Count + 1);
            var builder = new SheetBuilder(name, false, texts).Below(above);
            var sheet =
                HtmlTable.Lay(table, builder, isCutOff && table == tables[^1].Table)
                ?? throw RefusedException.Damaged(
                    Kind,
                    $"{name} is wider than {Number(ReadingLimits.Columns)} columns"
                );
            sheets.Add(sheet);
            findings.AddRange(builder.Faults.ToFindings(name));
        }

        if (isCutOff && tables.Count > 0)
        {
            findings.Add(CutOff(sheets[^1]));
        }
    }

    /// <summary>Careless pages leave tables open at their end.</summary>
    private static bool IsEnded(ReadOnlySpan<char> html)
    {
        html = html.TrimEnd();
        return html.EndsWith("</html>", StringComparison.OrdinalIgnoreCase)
            || html.EndsWith("</body>", StringComparison.OrdinalIgnoreCase);
    }

    private static Finding CutOff(Sheet sheet)
    {
        for (var row = sheet.RowCount; row > 0; row--)
        {
            for (var column = sheet.ColumnCount; column > 0; column--)
            {
                if (!sheet[row, column].IsBlank)
                {
                    return Finding.OfCell(FindingCodes.TextCutOff, sheet, new(row, column));
                }
            }
        }

        return Finding.OfSheet(FindingCodes.TextCutOff, sheet);
    }

    private static RefusedException TooDeep() =>
        RefusedException.Damaged(Kind, $"its elements lie more than {Number(MaxDepth)} deep in each other");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
