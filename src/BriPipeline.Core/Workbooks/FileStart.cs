using System.Text;

namespace BriPipeline.Core.Workbooks;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum FileKind
{
    Empty,
    Compound,
    Zip,
    Html,

    /// <summary>A web archive: a page and its parts as a mail.</summary>
    Mhtml,

    /// <summary>An OpenDocument spreadsheet in one XML file.</summary>
    FlatOpenDocument,

    /// <summary>The XML of Excel 2003.</summary>
    SpreadsheetXml,
    Gzip,
    Text,

    /// <summary>A format that is known by name and not read.</summary>
    Named,
    Unknown,
}

/// <summary>The first bytes of a file and what they tell.</summary>
/// <param name="Name">Of <see cref="FileKind.Named"/>: the format, as a finding names it.</param>
/// <param name="FirstBytes">Hexadecimal, for a finding.</param>
internal readonly record struct FileStart(FileKind Kind, string? Name, string FirstBytes)
{
    private const int SampleBytes = 8192;

    private static readonly (byte[] Mark, FileKind Kind, string? Name)[] Marks =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileKind.Compound, null),
        ([0x50, 0x4B, 0x03, 0x04], FileKind.Zip, null),
        ([0x50, 0x4B, 0x05, 0x06], FileKind.Zip, null),
        ([0x09, 0x00, 0x04, 0x00], FileKind.Named, "a worksheet of Excel 2"),
        ([0x09, 0x02, 0x06, 0x00], FileKind.Named, "a worksheet of Excel 3"),
        ([0x09, 0x04, 0x06, 0x00], FileKind.Named, "a worksheet of Excel 4"),
        ("%PDF-"u8.ToArray(), FileKind.Named, "a PDF document"),
        ("{\\rtf"u8.ToArray(), FileKind.Named, "an RTF document"),
        ([0x89, 0x50, 0x4E, 0x47], FileKind.Named, "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], FileKind.Named, "a JPEG picture"),
        ("GIF8"u8.ToArray(), FileKind.Named, "a GIF picture"),
        ("Rar!"u8.ToArray(), FileKind.Named, "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], FileKind.Named, "a 7-Zip archive"),
        ([0x1F, 0x8B], FileKind.Gzip, null),
        ("BZh"u8.ToArray(), FileKind.Named, "a bzip2 archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], FileKind.Named, "an xz archive"),
        ("PAR1"u8.ToArray(), FileKind.Named, "a Parquet file"),
        ("ARROW1"u8.ToArray(), FileKind.Named, "an Arrow file"),
        ("SQLite format 3"u8.ToArray(), FileKind.Named, "a SQLite database"),
        ("version https://git-lfs."u8.ToArray(), FileKind.Named, "a pointer of Git LFS, not the file itself"),
        ("ID;P"u8.ToArray(), FileKind.Named, "a SYLK file (.slk)"),
        ("TABLE\r\n0,1"u8.ToArray(), FileKind.Named, "a DIF file"),
        ("TABLE\n0,1"u8.ToArray(), FileKind.Named, "a DIF file"),
        ([0x49, 0x49, 0x2A, 0x00], FileKind.Named, "a TIFF picture"),
        ([0x4D, 0x4D, 0x00, 0x2A], FileKind.Named, "a TIFF picture"),
        ("RIFF"u8.ToArray(), FileKind.Named, "a picture or a recording"),
    ];

    /// <summary>Beginnings of texts.</summary>
    private static readonly (string Mark, FileKind Kind, string? Name)[] TextStarts =
    [
        ("MIME-Version:", FileKind.Mhtml, null),
        ("From: <Saved by", FileKind.Mhtml, null),
        ("Content-Type: multipart/related", FileKind.Mhtml, null),
        ("CHARSET=\"", FileKind.Named, "a PC-Axis file (.px)"),
        ("AXIS-VERSION=", FileKind.Named, "a PC-Axis file (.px)"),
        ("{\"", FileKind.Named, "JSON"),
        ("[{", FileKind.Named, "JSON"),
        ("{\n", FileKind.Named, "JSON"),
        ("{\r\n", FileKind.Named, "JSON"),
    ];

    /// <summary>What is found anywhere in the beginning of a text with tags; the first match counts.</summary>
    private static readonly (string Mark, FileKind Kind, string? Name)[] MarkupMarks =
    [
        ("<office:document", FileKind.FlatOpenDocument, null),
        ("urn:schemas-microsoft-com:office:spreadsheet", FileKind.SpreadsheetXml, null),
        ("<html", FileKind.Html, null),
        ("<table", FileKind.Html, null),
        ("<!doctype html", FileKind.Html, null),
        ("<svg", FileKind.Named, "a picture (.svg)"),
        ("<?xml", FileKind.Named, "XML that is not a workbook"),
    ];

    /// <summary>Reads from the start of the stream and leaves it there.</summary>
    public static FileStart Of(Stream content)
    {
        Span<byte> sample = stackalloc byte[SampleBytes];
        content.Position = 0;
        sample = sample[..content.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false)];
        content.Position = 0;
        var firstBytes = Convert.ToHexString(sample[..Math.Min(8, sample.Length)]);
        if (sample.IsEmpty)
        {
            return new FileStart(FileKind.Empty, null, firstBytes);
        }

        foreach (var (mark, kind, name) in Marks)
        {
            if (sample.StartsWith(mark))
            {
                return new FileStart(kind, name, firstBytes);
            }
        }

        if (IsDbase(sample))
        {
            return new FileStart(FileKind.Named, "a dBASE table (.dbf)", firstBytes);
        }

        var (textKind, textName) = OfText(sample);
        return new FileStart(textKind, textName, firstBytes);
    }

    /// <summary>A version, the date of the last change, and the length of the header, which is one of 32 bytes and 32 for each field.</summary>
    private static bool IsDbase(ReadOnlySpan<byte> sample) =>
        sample
            is [
                0x03
                or 0x30
                or 0x31
                or 0x43
                or 0x83
                or 0x8B
                or 0xF5,
                _,
                >= 1
                and <= 12,
                >= 1
                and <= 31,
                _,
                _,
                _,
                _,
                var low,
                var high,
                ..,
            ]
        && (low + (high << 8)) % 32 is 1 or 8;

    private static (FileKind Kind, string? Name) OfText(ReadOnlySpan<byte> sample)
    {
        var wide = Text.TextEncoding.OfWideText(sample);
        // Only ASCII marks are looked for, so any encoding of one byte a letter serves.
        var text = (wide ?? Encoding.Latin1).GetString(sample).TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF');
        var trimmed = text.AsSpan().TrimStart();
        if (trimmed.IsEmpty)
        {
            return (sample.Length < SampleBytes ? FileKind.Empty : FileKind.Text, null);
        }

        var marks = trimmed[0] == '<' ? MarkupMarks : TextStarts;
        foreach (var (mark, kind, name) in marks)
        {
            if (
                trimmed[0] == '<'
                    ? trimmed.Contains(mark, StringComparison.OrdinalIgnoreCase)
                    : trimmed.StartsWith(mark, StringComparison.OrdinalIgnoreCase)
            )
            {
                return (kind, name);
            }
        }

        return (HoldsControls(text) ? FileKind.Unknown : FileKind.Text, null);
    }

    /// <summary>What no text holds; form feed, escape and the old end-of-file mark do turn up.</summary>
    private static bool HoldsControls(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0000', '\u0008') || text.AsSpan().ContainsAnyInRange('\u000E', '\u0019');
}
