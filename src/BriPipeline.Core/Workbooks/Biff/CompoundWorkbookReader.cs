using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Biff;

/// <summary>Reads OLE compound files: an .xls, or something that is refused by name.</summary>
internal static class CompoundWorkbookReader
{
    private const string Kind = "an .xls workbook";

    /// <summary>A compound file with this stream is in that format; the first match counts.</summary>
    private static readonly (string Stream, string Name)[] OtherFormats =
    [
        ("WordDocument", "a Word document"),
        ("PowerPoint Document", "a presentation"),
        ("__properties_version1.0", "an e-mail message"),
    ];

    public static WorkbookReadResult Read(Stream content, string fileName)
    {
        IReadOnlyList<IReadOnlyDictionary<CellAddress, BiffCorrection>> corrections = [];
        string? lost = null;
        try
        {
            var file = new CompoundFile(content);
            if (file.Has("EncryptedPackage"))
            {
                return WorkbookReadResult.Refused(FindingCodes.WorkbookPasswordProtected);
            }

            if ((file.Find("Workbook") ?? file.Find("Book")) is not { } records)
            {
                var other = OtherFormats.FirstOrDefault(format => file.Has(format.Stream)).Name;
                return WorkbookReadResult.Refused(
                    FindingCodes.WorkbookFormatNotRead,
                    other ?? "an OLE compound file without a workbook"
                );
            }

            corrections = BiffRecords.Find(records);
        }
        catch (InvalidDataException e)
        {
            lost = e.Message;
        }

        var result = XlsSheets.Read(content, fileName, Kind, corrections);
        if (result.Workbook is { } workbook && lost is null && workbook.Sheets.Count != corrections.Count)
        {
            lost = "they name another number of sheets";
        }

        return lost is null ? result : result.WithErrorsUnknown(lost);
    }
}
