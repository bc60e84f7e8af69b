using System.Text.Json;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>The headers of documented formats, and of those that the source describes, in the sheets of a workbook. No answer changes
/// them: each sheet is searched once, however often the workbook is read.</summary>
internal sealed class FormatHeaders(PinnedLayout? pinned)
{
    private readonly Dictionary<Sheet, FormatHeader?> found = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Sheet, (FormatHeader, IReadOnlyList<string>)?> alike = new(
        ReferenceEqualityComparer.Instance
    );
    private IReadOnlyList<DocumentedFormat>? own;

    /// <summary>The formats that the source describes; they come first.</summary>
    /// <exception cref="JsonException">One is described wrongly.</exception>
    public IReadOnlyList<DocumentedFormat> Own => own ??= [.. (pinned?.Formats ?? []).Select(DocumentedFormat.Checked)];

    public FormatHeader? Of(Sheet sheet)
    {
        if (!found.TryGetValue(sheet, out var header))
        {
            header = FormatHeader.Find(sheet, Own) ?? FormatHeader.Find(sheet, DocumentedFormats.All);
            found.Add(sheet, header);
        }

        return header;
    }

    /// <summary>What a sheet lacks that seems to be of a format.</summary>
    public (FormatHeader Header, IReadOnlyList<string> Lacking)? Alike(Sheet sheet)
    {
        if (!alike.TryGetValue(sheet, out var seems))
        {
            seems = FormatHeader.FindAlike(sheet, [.. Own, .. DocumentedFormats.All]);
            alike.Add(sheet, seems);
        }

        return seems;
    }
}
