using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks.Biff;
using BriPipeline.Core.Workbooks.Html;
using BriPipeline.Core.Workbooks.OpenDocument;
using BriPipeline.Core.Workbooks.OpenXml;
using BriPipeline.Core.Workbooks.SpreadsheetXml;
using BriPipeline.Core.Workbooks.Text;

namespace BriPipeline.Core.Workbooks;

/// <summary>Bytes to sheets of cells. The format is told from the bytes, never from the file's extension.</summary>
public static class WorkbookReader
{
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">The file from its first byte; seekable, left open.</param>
    /// <param name="fileName">Kept in the workbook; says nothing about the format.</param>
    /// <param name="words">Tell apart the encodings of texts that are older than Unicode; null to read only what is certain by itself.</param>
    /// <exception cref="IOException">The stream itself fails; whatever its bytes hold is a finding.</exception>
    public static WorkbookReadResult Read(Stream content, string fileName, IKnownWords? words = null)
    {
        try
        {
            return ReadFormat(content, fileName, words);
        }
        catch (RefusedException e)
        {
            return WorkbookReadResult.Refused(e.Code, [.. e.Arguments]);
        }
        catch (DecoderFallbackException)
        {
            // The encoding that the text seemed to have, or says that it has, is not that of all of it.
            return WorkbookReadResult.Refused(FindingCodes.WorkbookEncodingUnknown);
        }
    }

    private static WorkbookReadResult ReadFormat(Stream content, string fileName, IKnownWords? words)
    {
        if (content.Length > ReadingLimits.FileBytes)
        {
            throw Oversized("The file takes", content.Length, ReadingLimits.FileBytes);
        }

        var start = FileStart.Of(content);
        return start.Kind switch
        {
            FileKind.Empty => WorkbookReadResult.Refused(FindingCodes.WorkbookEmpty),
            FileKind.Compound => CompoundWorkbookReader.Read(content, fileName),
            FileKind.Zip => XlsxReader.Read(content, fileName),
            FileKind.Html => HtmlReader.Read(content, fileName, words),
            FileKind.Mhtml => MhtmlReader.Read(content, fileName, words),
            FileKind.FlatOpenDocument => OpenDocumentReader.ReadFlat(content, fileName),
            FileKind.SpreadsheetXml => SpreadsheetXmlReader.Read(content, fileName),
            FileKind.Gzip => ReadFormat(GzipFile.Inflate(content), fileName, words),
            FileKind.Text => DelimitedTextReader.Read(content, fileName, words),
            FileKind.Named => WorkbookReadResult.Refused(FindingCodes.WorkbookFormatNotRead, start.Name!),
            _ => WorkbookReadResult.Refused(FindingCodes.WorkbookFormatUnknown, start.FirstBytes),
        };
    }

    /// <summary>Whether the bytes begin a ZIP archive whose directory says that it may be inflated.</summary>
    internal static bool IsPackage(Stream content)
    {
        Span<byte> mark = stackalloc byte[2];
        content.Position = 0;
        mark = mark[..content.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        return mark.SequenceEqual("PK"u8) && XlsxReader.MayInflate(content);
    }

    internal static RefusedException Oversized(string what, long bytes, long limit) =>
        new(
            FindingCodes.WorkbookOversized,
            what,
            Megabytes(bytes).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Megabytes(limit).ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    private static long Megabytes(long bytes) => (bytes + ReadingLimits.Megabyte - 1) / ReadingLimits.Megabyte;
}
