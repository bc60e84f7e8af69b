using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Footnote digits that stand close behind a name in the same type: "Total2" above "2 Including ships' stores". They are
/// marks only where a note below begins with the digit, and the rest is a known name.</summary>
internal static partial class GluedMarks
{
    private const int MaxRows = 60;

    /// <summary>The texts that bear such a mark, with what they say without it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Expand(
        IEnumerable<string> texts,
        Sheet sheet,
        TableArea area,
        CellEvidence evidence
    )
    {
        HashSet<char>? notes = null;
        foreach (var text in texts)
        {
            if (
                text.Length > 3
                && char.IsAsciiDigit(text[^1])
                && Marked().Match(text) is { Success: true } marked
                && (notes ??= Notes(sheet, area)).Contains(text[^1])
                && marked.Groups["name"].Value is var name
                && evidence.Of(text).Areas.Count == 0
                && (evidence.Of(name).Areas.Count > 0 || evidence.Of(name).Has(TermKind.Total))
            )
            {
                yield return new(text, name);
            }
        }
    }

    private static HashSet<char> Notes(Sheet sheet, TableArea area)
    {
        var notes = new HashSet<char>();
        for (var row = area.LastBodyRow + 1; row <= Math.Min(sheet.RowCount, area.LastBodyRow + MaxRows); row++)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                foreach (var line in sheet[row, column].Text?.Split('\n') ?? [])
                {
                    if (Note().Match(line) is { Success: true } note)
                    {
                        notes.Add(note.Groups["mark"].Value[0]);
                    }
                }
            }
        }

        return notes;
    }

    [GeneratedRegex(@"^(?<name>.*[\p{L})])[1-9]$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^\s*[(\[]?(?<mark>[1-9])[)\].:]?\s*\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
