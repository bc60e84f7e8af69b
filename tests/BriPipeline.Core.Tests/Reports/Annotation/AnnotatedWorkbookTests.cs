using System.IO.Compression;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Workbooks;
using DocumentFormat.OpenXml.Spreadsheet;
using CellRange = BriPipeline.Core.Trade.CellRange;

namespace BriPipeline.Core.Tests.Reports.Annotation;

/// <summary>What the annotated workbook says is read back by another library.</summary>
public sealed class AnnotatedWorkbookTests
{
    private static readonly string Folder = Path.Combine(GoldenFile.Folder, "Readings");
    private static readonly byte[] ZipMark = "PK"u8.ToArray();
    private static readonly string[] Colours = ["FFCFE3F7", "FFFFEC9A", "FFFFB9BE"];

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .EnumerateDirectories(Folder)
                .Select(path => Path.GetFileName(path)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_PutsEachFindingAtItsCell_OfTheCase(string name)
    {
        var path = Directory.EnumerateFiles(Path.Combine(Folder, name), "workbook*").Single();
        Check(path, ProfileOf(Path.Combine(Folder, name, "profile.json")));
    }

    [Fact]
    public void Write_PutsEachFindingAtItsCell_OfRealFiles()
    {
        foreach (var path in Corpus.Paths().Where(path => new FileInfo(path).Length < 200_000))
        {
            var entry = Path.GetFileName(Path.GetDirectoryName(path)!);
            Check(path, ProfileOf(Path.Combine(Corpus.Root, "sources", $"{entry}.json")));
        }
    }

    [Fact]
    public void Write_LeavesEverythingElse_OfAnXlsx()
    {
        using var original = new MemoryStream(OfficeFile.Bytes());
        ReportFinding[] findings =
        [
            At("B3", FindingCodes.ValueNegative, "-5"),
            At("C9", FindingCodes.ValueError, "#N/A"),
            At("A2", FindingCodes.AreaUnknown, "Атлантида", "1", "5", "none"),
        ];

        using var copy = new AnnotatedCopy(original, "Книга.xlsx", findings);

        Assert.Equal(["Findings", "Торговля", "Другой"], copy.SheetNames);
        Assert.Empty(copy.Errors());
        var comments = copy.Comments("Торговля");
        Assert.Equal(["A2", "B3", "C9"], comments.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("A colleague's remark.", comments["A2"], StringComparison.Ordinal);
        Assert.Contains("«Атлантида» нет ни в одном списке стран", comments["A2"], StringComparison.Ordinal);
        Assert.StartsWith("-5 is negative", comments["B3"], StringComparison.Ordinal);
        var formula = copy.Cell("Торговля", "B3")!;
        Assert.Equal("B2*-1", formula.CellFormula!.Text);
        Assert.Equal("FFFFB9BE", copy.Colour(formula));
        var format = (CellFormat)
            copy.Book.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)formula.StyleIndex!.Value);
        Assert.Equal(4u, format.NumberFormatId!.Value);
        Assert.Equal("FFFFB9BE", copy.Colour(copy.Cell("Торговля", "C9")!));
        Assert.Null(copy.Colour(copy.Cell("Торговля", "B2")!));
        var names = copy.Book.Workbook.DefinedNames!.Elements<DefinedName>().ToDictionary(one => one.Name!.Value!);
        Assert.Equal(1u, names["_xlnm.Print_Area"].LocalSheetId!.Value);
        using var before = new ZipArchive(original, ZipArchiveMode.Read);
        using var after = new ZipArchive(new MemoryStream(copy.Bytes), ZipArchiveMode.Read);
        foreach (var part in (string[])["xl/worksheets/sheet2.xml", "xl/theme/theme1.xml", "xl/media/picture.png"])
        {
            Assert.Equal(BytesOf(before, part), BytesOf(after, part));
        }

        Assert.Null(after.GetEntry("xl/vbaProject.bin"));
        Assert.Contains("Macros of the workbook are not kept.", Texts(copy), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LinksEachRowOfTheList_ToItsCell()
    {
        using var original = new MemoryStream(OfficeFile.Bytes());
        ReportFinding[] findings =
        [
            At("B2", FindingCodes.FiguresMissing, "…", "1"),
            At("B3", FindingCodes.ValueNegative, "-5"),
        ];

        using var copy = new AnnotatedCopy(original, "Книга.xlsx", findings);

        var sheet = copy.Part("Findings").Worksheet;
        Assert.Equal(
            ["'Торговля'!B3", "'Торговля'!B2"],
            sheet.Descendants<Hyperlink>().Select(link => link.Location!.Value!)
        );
    }

    [Fact]
    public void Write_OfACopyThatComesBack_TakesTheOldMarksAway()
    {
        using var original = new MemoryStream(OfficeFile.Bytes());
        using var first = new AnnotatedCopy(
            original,
            "Книга.xlsx",
            [
                At("B3", FindingCodes.ValueNegative, "-5"),
                At("A2", FindingCodes.AreaUnknown, "Атлантида", "1", "5", "none"),
            ]
        );
        using var second = new AnnotatedCopy(
            new MemoryStream(first.Bytes),
            "Книга.xlsx",
            [At("B2", FindingCodes.ValueNegative, "5")]
        );

        Assert.Equal(["Findings", "Торговля", "Другой"], second.SheetNames);
        Assert.Empty(second.Errors());
        Assert.Equal(["A2", "B2"], second.Comments("Торговля").Keys.Order(StringComparer.Ordinal));
        Assert.Equal("A colleague's remark.", second.Comments("Торговля")["A2"]);
        Assert.Null(second.Colour(second.Cell("Торговля", "B3")!));
        Assert.Equal("FFFFB9BE", second.Colour(second.Cell("Торговля", "B2")!));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("]]>&amp;&#1;")]
    public void Write_KeepsTextsText(string name)
    {
        var csv = Encoding.UTF8.GetBytes($"partner,2020,2021\n\"{name}\",1,2\nChina,3,4\n");
        using var copy = new AnnotatedCopy(
            new MemoryStream(csv),
            $"{name}.csv",
            [
                new($"{name}.csv", "reject-cell", "area-unknown", "", "A2", name, name, name)
                {
                    Arguments = [name, "2", "5", "none"],
                },
            ]
        );

        Assert.Empty(copy.Errors());
        foreach (var part in copy.Book.WorksheetParts)
        {
            Assert.Empty(part.Worksheet.Descendants<CellFormula>());
            foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => copy.TextOf(cell).Length > 0))
            {
                Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            }
        }

        var shown = copy.Cell(copy.SheetNames[1], "A2")!;
        var style = (CellFormat)
            copy.Book.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)shown.StyleIndex!.Value);
        Assert.Equal("=+-@".Contains(name[0], StringComparison.Ordinal), style.QuotePrefix?.Value ?? false);
    }

    [Fact]
    public void Write_OfAFileThatCannotBeRead_ListsWhyItIsSo()
    {
        using var copy = new AnnotatedCopy(
            new MemoryStream([0x50, 0x4B, 3, 4, 1, 2, 3]),
            "a.xlsx",
            [new("a.xlsx", "reject-workbook", "workbook-damaged", null, null, null, "Damaged.", "Save it again.")]
        );

        Assert.Equal(["Findings"], copy.SheetNames);
        Assert.Contains("The file could not be read", Texts(copy), StringComparison.Ordinal);
        Assert.Contains("Damaged.", Texts(copy), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfAPackageWithoutAListOfSheets_GivesTheListOfFindings()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        var package = XlsxFile.Zip(
            ("[Content_Types].xml", Encoding.UTF8.GetBytes($"""<Types xmlns="{Package}/content-types"/>""")),
            ("xl/workbook.xml", Encoding.UTF8.GetBytes($"""<workbook xmlns="{Main}"/>""")),
            (
                "xl/_rels/workbook.xml.rels",
                Encoding.UTF8.GetBytes($"""<Relationships xmlns="{Package}/relationships"/>""")
            ),
            ("xl/styles.xml", Encoding.UTF8.GetBytes($"""<styleSheet xmlns="{Main}"/>"""))
        );

        using var copy = new AnnotatedCopy(
            package,
            "a.xlsx",
            [new("a.xlsx", "reject-workbook", "workbook-damaged", null, null, null, "Damaged.", "Save it again.")]
        );

        Assert.Equal(["Findings"], copy.SheetNames);
    }

    [Fact]
    public void Write_OfManyFindings_SaysThatNotAllHaveComments()
    {
        var csv = new StringBuilder("partner,2020\n");
        var findings = new List<ReportFinding>();
        for (var row = 2; row < 12_002; row++)
        {
            csv.Append("x,-1\n");
            findings.Add(
                At(FormattableString.Invariant($"B{row}"), FindingCodes.ValueNegative, "-1") with
                {
                    Sheet = "",
                }
            );
        }

        using var copy = new AnnotatedCopy(new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "a.csv", findings);

        Assert.Equal(SheetNotes.MaxComments, copy.Comments("a").Count);
        Assert.Equal("FFFFB9BE", copy.Colour(copy.Cell("a", "B12001")!));
        Assert.Contains("at most 5,000 on a sheet", Texts(copy), StringComparison.Ordinal);
        Assert.Equal(12_000, copy.Part("Findings").Worksheet.Descendants<Hyperlink>().Count());
    }

    [Fact]
    public void Write_GivesTheSameBytesEachTime()
    {
        using var original = new MemoryStream(OfficeFile.Bytes());
        ReportFinding[] findings = [At("B3", FindingCodes.ValueNegative, "-5")];

        using var one = new AnnotatedCopy(original, "a.xlsx", findings);
        using var other = new AnnotatedCopy(original, "a.xlsx", findings);

        Assert.Equal(one.Bytes, other.Bytes);
    }

    private static ReportFinding At(string cell, FindingCode code, params string[] arguments)
    {
        Assert.True(CellRange.TryParse(cell, out var place));
        return ReportFinding.Of("Книга.xlsx", new Finding(code, "Торговля", place, arguments[0], arguments));
    }

    /// <summary>All findings stand at their cells, and what is read from the copy is what is read from the file.</summary>
    private static void Check(string path, SourceProfile profile)
    {
        using var content = File.OpenRead(path);
        var file = Path.GetFileName(path);
        var (reading, findings) = AnnotatedCopy.Read(content, file, profile);
        using var copy = new AnnotatedCopy(content, file, findings);
        var isOwn = reading.Layout is not null && ZipMark.SequenceEqual(File.ReadAllBytes(path).Take(2));
        Assert.Empty(copy.Errors().Except(isOwn ? AnnotatedCopy.ErrorsOf(content) : []));
        foreach (var sheet in findings.Where(finding => finding.Cell is not null).GroupBy(finding => finding.Sheet))
        {
            var name = copy.SheetNames.Contains(sheet.Key) ? sheet.Key! : copy.SheetNames[1];
            var comments = copy.Comments(name);
            foreach (var finding in sheet)
            {
                var (address, _) = Assert.Single(
                    comments,
                    comment =>
                        comment.Value.Contains(finding.SentenceIn(FindingTexts.English), StringComparison.Ordinal)
                        && IsAt(comment.Key, finding)
                );
                var cell = copy.Cell(name, address)!;
                Assert.Contains(copy.Colour(cell), Colours);
                if (
                    finding.Raw is { Length: > 0 } raw
                    && !double.TryParse(raw, System.Globalization.CultureInfo.InvariantCulture, out _)
                    && !raw.StartsWith('#')
                )
                {
                    Assert.Equal(raw.Trim(), copy.TextOf(cell).Trim());
                }
            }
        }

        var again = AnnotatedCopy.Read(new MemoryStream(copy.Bytes), file, profile).Reading;
        Assert.Equal(
            reading.Observations().Select(one => (one.Key, one.Value)),
            again.Observations().Select(one => (one.Key, one.Value))
        );

        // The cells of a page are counted otherwise than those of its grid.
        bool IsAt(string address, ReportFinding finding) =>
            reading.Layout?.Tables is not null && path.EndsWith(".html", StringComparison.Ordinal)
            || IsHtml(path)
            || finding.Cell!.Split(':')[0] == address
            || finding.Cells?.Split(',')[0].Split(':')[0] == address;
    }

    private static bool IsHtml(string path)
    {
        using var content = new StreamReader(path);
        var start = new char[200];
        var length = content.Read(start);
        return start.AsSpan(0, length).Contains("<", StringComparison.Ordinal)
            && start.AsSpan(0, length).Contains("html", StringComparison.OrdinalIgnoreCase);
    }

    private static SourceProfile ProfileOf(string path) =>
        File.Exists(path) ? SourceProfile.Parse(File.ReadAllText(path)) : SourceProfile.Unknown("golden");

    private static string Texts(AnnotatedCopy copy) => copy.Part(copy.SheetNames[0]).Worksheet.InnerText;

    private static byte[] BytesOf(ZipArchive archive, string part)
    {
        using var stream = archive.GetEntry(part)!.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
