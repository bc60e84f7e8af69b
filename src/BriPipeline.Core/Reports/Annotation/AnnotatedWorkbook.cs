using System.IO.Compression;
using System.Xml;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Formats.Files;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>A workbook with its findings in it: coloured cells, comments, and a first sheet that lists them with links. An
/// .xlsx stays the user's own file in everything else; files of other formats become an .xlsx with the same grid.</summary>
public static class AnnotatedWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Bytes of a file that is marked cell by cell; of a larger one the list of findings alone is written.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>The name under which a file's annotated workbook comes back; that of an .xlsx is the file's own, so that the
    /// repaired workbook takes its place.</summary>
    public static string NameOf(string fileName) => Path.GetFileNameWithoutExtension(fileName) + ".xlsx";

    /// <param name="original">The file as uploaded; seekable, left open.</param>
    /// <param name="output">Gets the .xlsx; left open.</param>
    public static void Write(
        Stream original,
        string fileName,
        IReadOnlyList<ReportFinding> findings,
        Stream output,
        IReadOnlyList<Question>? questions = null
    )
    {
        var ordered = new Remarks(RepairOrder.Of(findings), questions ?? []);
        if (original.Length > MaxBytes)
        {
            WriteCopy(null, fileName, ordered, output, AnnotationRemarks.TooLarge);
            return;
        }

        if (!WorkbookReader.IsPackage(original))
        {
            WriteCopy(Read(original, fileName).Workbook, fileName, ordered, output);
            return;
        }

        using var own = new MemoryStream();
        if (WriteOwn(original, ordered, own))
        {
            own.WriteTo(output);
        }
        else
        {
            WriteCopy(Read(original, fileName).Workbook, fileName, ordered, output);
        }
    }

    private static WorkbookReadResult Read(Stream original, string fileName) =>
        StatisticalFile.Read(original, fileName) ?? WorkbookReader.Read(original, fileName, KnownWords.Standard);

    /// <returns>False where the package is not laid out as it should be.</returns>
    private static bool WriteOwn(Stream original, Remarks remarks, Stream output)
    {
        try
        {
            original.Position = 0;
            using var source = new ZipArchive(original, ZipArchiveMode.Read, leaveOpen: true);
            using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
            Annotate(source, target, remarks, isCopy: false);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            return false;
        }
    }

    private static void WriteCopy(
        Workbook? workbook,
        string fileName,
        Remarks remarks,
        Stream output,
        string? remark = null
    )
    {
        var sheets =
            workbook?.Sheets.Where(sheet => !FindingsSheetMark.IsOn(sheet)).Select(PageSheet.Of).ToList() ?? [];
        var names = CopiedWorkbook.NamesOf(sheets, fileName);
        var placed = remarks with { Findings = GridPlaces.Of(remarks.Findings, sheets, names) };
        using var copy = new MemoryStream();
        CopiedWorkbook.Write(sheets, names, copy);
        using var source = new ZipArchive(copy, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Annotate(
            source,
            target,
            placed,
            isCopy: true,
            remark ?? (workbook is null ? AnnotationRemarks.NotReadable : null)
        );
    }

    private static void Annotate(
        ZipArchive source,
        ZipArchive target,
        Remarks remarks,
        bool isCopy,
        string? remark = null
    )
    {
        var notes = SheetNotes.BySheet(remarks.Findings);
        new AnnotatedPackage(source, target).Write(
            remarks.Findings,
            remarks.Questions,
            notes,
            hasMacros =>
                AnnotationRemarks.Of(
                    isCopy,
                    hasMacros,
                    remarks.Questions.Count > 0,
                    notes.Values.Any(sheet => sheet.IsCut),
                    remarks.Findings.Count > FindingsSheet.MaxRows,
                    remark
                )
        );
    }

    /// <param name="Findings">In the order of repairs.</param>
    private sealed record Remarks(IReadOnlyList<ReportFinding> Findings, IReadOnlyList<Question> Questions);
}
