using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

public sealed class WorkbookReaderTests
{
    private static readonly Dictionary<string, (Func<Stream> File, FindingCode Code)> Refused = new()
    {
        ["no bytes"] = (() => new MemoryStream(), FindingCodes.WorkbookEmpty),
        ["only blanks"] = (() => Reading.Bytes("\uFEFF \r\n\t"), FindingCodes.WorkbookEmpty),
        [".xlsb"] = (() => XlsxFile.Zip(("xl/workbook.bin", [1])), FindingCodes.WorkbookFormatNotRead),
        [".odt"] = (
            () => XlsxFile.Zip(("mimetype", [1]), ("content.xml", "<office/>"u8.ToArray())),
            FindingCodes.WorkbookFormatNotRead
        ),
        ["cut .ods"] = (() => XlsxFile.Zip(("content.xml", [1])), FindingCodes.WorkbookDamaged),
        ["encrypted .ods"] = (
            () =>
                XlsxFile.Zip(
                    ("content.xml", [1]),
                    ("META-INF/manifest.xml", "<m xmlns:manifest=\"u\"><manifest:encryption-data/></m>"u8.ToArray())
                ),
            FindingCodes.WorkbookPasswordProtected
        ),
        ["a pointer of Git LFS"] = (
            () => Reading.Bytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"),
            FindingCodes.WorkbookFormatNotRead
        ),
        ["SYLK"] = (() => Reading.Bytes("ID;PWXL;N;E\nC;Y1;X1;K1\nE\n"), FindingCodes.WorkbookFormatNotRead),
        ["DIF"] = (() => Reading.Bytes("TABLE\r\n0,1\r\n\"a\"\r\n"), FindingCodes.WorkbookFormatNotRead),
        ["dBASE"] = (
            () => new MemoryStream([0x03, 124, 11, 29, 1, 0, 0, 0, 65, 0, 20, 0]),
            FindingCodes.WorkbookFormatNotRead
        ),
        ["Parquet"] = (() => Reading.Bytes("PAR1\u0015"), FindingCodes.WorkbookFormatNotRead),
        ["JSON"] = (() => Reading.Bytes("{\"version\":\"2.0\"}"), FindingCodes.WorkbookFormatNotRead),
        ["gzip that is cut"] = (() => Gzip("a,b\nc,1\n", cut: 4), FindingCodes.WorkbookDamaged),
        ["gzip within gzip"] = (
            () => Gzip(System.Text.Encoding.Latin1.GetString(Gzip("a").ToArray())),
            FindingCodes.WorkbookFormatNotRead
        ),
        ["web archive without a page"] = (() => Reading.Bytes("MIME-Version: 1.0\n\nx"), FindingCodes.WorkbookDamaged),
        [".docx"] = (() => XlsxFile.Zip(("word/document.xml", [1])), FindingCodes.WorkbookFormatNotRead),
        ["another .zip"] = (() => XlsxFile.Zip(("data.csv", [1])), FindingCodes.WorkbookFormatNotRead),
        [".doc"] = (() => CompoundFileOf.Streams(("WordDocument", [1])), FindingCodes.WorkbookFormatNotRead),
        ["PDF"] = (() => Reading.Bytes("%PDF-1.7"), FindingCodes.WorkbookFormatNotRead),
        ["XML of Excel 2003 without a sheet"] = (
            () =>
                Reading.Bytes(
                    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>"
                ),
            FindingCodes.WorkbookDamaged
        ),
        ["another XML"] = (() => Reading.Bytes("<?xml version=\"1.0\"?><a/>"), FindingCodes.WorkbookFormatNotRead),
        ["encrypted .xlsx"] = (
            () => CompoundFileOf.Streams(("EncryptionInfo", [1]), ("EncryptedPackage", [1])),
            FindingCodes.WorkbookPasswordProtected
        ),
        ["encrypted .xls"] = (
            () => new XlsFile().Number(1, 1, 1).Sheet("a").ToStream(isEncrypted: true),
            FindingCodes.WorkbookPasswordProtected
        ),
        ["cut .xlsx"] = (() => Cut(new XlsxFile().Sheet("a", "<row/>").ToStream(), 0.7), FindingCodes.WorkbookDamaged),
        ["cut .xls"] = (() => Cut(LargeXls(), 0.5), FindingCodes.WorkbookDamaged),
        ["sheet that is no XML"] = (
            () => new XlsxFile().Sheet("a", "<row><c r=\"A1\"><v>1</c></row>").ToStream(),
            FindingCodes.WorkbookDamaged
        ),
        ["archive that inflates beyond measure"] = (Bomb, FindingCodes.WorkbookOversized),
        ["file beyond the limit"] = (() => new Sized(201L * 1024 * 1024), FindingCodes.WorkbookOversized),
        ["junk"] = (() => new MemoryStream([0x01, 0x02, 0x00, 0x03, 0xFF, 0x10]), FindingCodes.WorkbookFormatUnknown),
        ["letters of no language"] = (
            () => new MemoryStream([.. "a;b\n"u8, 0x81, 0x8D, 0xFF, 0x90, .. ";1\n"u8]),
            FindingCodes.WorkbookEncodingUnknown
        ),
        ["open quotation mark"] = (() => Reading.Bytes("a,b\n\"c,1\nd,2\n"), FindingCodes.WorkbookQuoteOpen),
        ["page without table"] = (() => Reading.Bytes("<html><p>No figures</p>"), FindingCodes.WorkbookWithoutTable),
    };

    public static TheoryData<string> RefusedFiles => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(RefusedFiles))]
    public void Read_GivesExactlyOneFinding_WhenFileIsRefused(string file)
    {
        using var content = Refused[file].File();
        var finding = Reading.Refusal(content);
        Assert.Equal(Refused[file].Code, finding.Code);
        Assert.Equal(Severity.RejectWorkbook, finding.Code.Severity);
        Assert.DoesNotContain("{", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".xlsb", "(.xlsb)")]
    [InlineData(".odt", "OpenDocument")]
    [InlineData("a pointer of Git LFS", "LFS")]
    [InlineData("SYLK", ".slk")]
    [InlineData("DIF", "DIF")]
    [InlineData("dBASE", ".dbf")]
    [InlineData("Parquet", "Parquet")]
    [InlineData("JSON", "JSON")]
    public void Read_NamesTheFormat_WhenItIsNotRead(string file, string named)
    {
        using var content = Refused[file].File();
        Assert.Contains(named, Reading.Refusal(content).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TellsTheFormatFromTheBytes_WhateverTheName()
    {
        Assert.Equal(WorkbookFormat.Xlsx, Format(new XlsxFile().Sheet("a", "").ToStream(), "a.csv"));
        Assert.Equal(WorkbookFormat.Xls, Format(new XlsFile().Number(1, 1, 1).Sheet("a").ToStream(), "a.xlsx"));
        Assert.Equal(WorkbookFormat.Html, Format(Reading.Bytes("\t\t<html><table><tr><td>1</table>"), "a.xls"));
        Assert.Equal(WorkbookFormat.Csv, Format(Reading.Bytes("a;b\n"), "a.xls"));
    }

    [Fact]
    public void Read_LeavesTheStreamOpen()
    {
        using var content = new XlsxFile().Sheet("a", "").ToStream();
        WorkbookReader.Read(content, "a.xlsx");
        Assert.True(content.CanRead);
    }

    private static WorkbookFormat Format(Stream content, string name) =>
        WorkbookReader.Read(content, name).Workbook!.Format;

    private static MemoryStream Cut(MemoryStream file, double share) =>
        new(file.ToArray()[..(int)(file.Length * share)]);

    [Fact]
    public void Read_TakesTheFile_OutOfGzip() => Assert.Equal("c", Reading.Sheet(Gzip("a,b\nc,1\n"))[2, 1].Text);

    private static MemoryStream Gzip(string text, int cut = 0)
    {
        var file = new MemoryStream();
        using (
            var gzip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Compress, true)
        )
        {
            gzip.Write(Encoding.Latin1.GetBytes(text));
        }

        return new(file.ToArray()[..(int)(file.Length - cut)]);
    }

    private static MemoryStream LargeXls()
    {
        var file = new XlsFile();
        for (var row = 1; row <= 1000; row++)
        {
            file.Number(row, 1, row);
        }

        return file.Sheet("a").ToStream();
    }

    private static MemoryStream Bomb() =>
        XlsxFile.Zip(("xl/workbook.xml", [1]), ("xl/worksheets/sheet1.xml", new byte[257 * 1024 * 1024]));

    /// <summary>A stream that states a length and must not be read.</summary>
    private sealed class Sized(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();
    }
}
