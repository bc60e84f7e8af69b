using System.IO.Compression;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Workbooks.Excel;

/// <summary>Reads ZIP archives: an .xlsx, or something that is refused by name.</summary>
internal static class XlsxReader
{
    private const string Kind = "an .xlsx workbook";

    /// <summary>An archive that holds this part is that format; the first match speaks.</summary>
    private static readonly (string Part, string Name)[] OtherFormats =
    [
        ("xl/workbook.bin", "a binary workbook (.xlsb)"),
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a presentation"),
        ("content.xml", "an OpenDocument file (.ods or its kin)"),
        ("Index/Document.iwa", "a document of Apple's office programs"),
    ];

    public static WorkbookReadResult Read(Stream content, string fileName)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("xl/workbook.xml") is null)
            {
                var other = OtherFormats.FirstOrDefault(format => archive.GetEntry(format.Part) is not null).Name;
                return WorkbookReadResult.Refused(
                    FindingCodes.WorkbookFormatNotRead,
                    other ?? "a ZIP archive without a workbook at its usual place"
                );
            }

            if (IsBomb(archive, content.Length, out var inflated))
            {
                return WorkbookReader.Oversized("The archive inflates to", inflated, ReadingLimits.InflatedBytes);
            }

            var parts = SheetParts.Of(archive);
            var result = Read(content, fileName, parts);
            return parts.Contains(null) || parts.Count != (result.Workbook?.Sheets.Count ?? parts.Count)
                ? result.WithErrorsUnknown("a sheet is not where the workbook says")
                : result;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or System.Xml.XmlException)
        {
            return WorkbookReadResult.Refused(FindingCodes.WorkbookDamaged, Kind, e.Message.TrimEnd('.'));
        }
    }

    /// <summary>The parts are scanned on another thread while the library makes its first pass.</summary>
    private static WorkbookReadResult Read(Stream content, string fileName, IReadOnlyList<ZipArchiveEntry?> parts)
    {
        var gate = new Lock();
        using var archive = new ZipArchive(new StreamView(content, gate), ZipArchiveMode.Read);
        var scan = Task.Run(() => PartScan.Of(archive));
        try
        {
            return DataReaderSheets.Read(
                new StreamView(content, gate),
                fileName,
                WorkbookFormat.Xlsx,
                Kind,
                ReadingLimits.Columns,
                (sheet, columns) =>
                    parts.ElementAtOrDefault(sheet) is { } part
                        ? SheetPartMarks.Of(part, columns, scan.GetAwaiter().GetResult().Contains(part.FullName))
                        : SheetMarks.None
            );
        }
        finally
        {
            // A wrong checksum explains whatever else went wrong.
            scan.GetAwaiter().GetResult();
        }
    }

    /// <summary>Whether the archive can be opened and does not inflate to more than is read.</summary>
    public static bool MayInflate(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return !IsBomb(archive, content.Length, out _);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsBomb(ZipArchive archive, long bytes, out long inflated)
    {
        inflated = archive.Entries.Sum(entry => entry.Length);
        return inflated > ReadingLimits.InflatedBytes
            || (inflated > ReadingLimits.HarmlessInflatedBytes && inflated / ReadingLimits.InflationRatio > bytes);
    }
}
