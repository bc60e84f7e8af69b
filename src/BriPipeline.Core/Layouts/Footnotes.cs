using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What footnotes say of headings and periods that bear their mark: "2023*" over "* January–September" is no year.</summary>
/// <remarks>Only what changes the meaning is taken from a note: a part of a year, a unit, a limit, or that figures are
/// provisional. That some were revised in some month changes nothing.</remarks>
internal static partial class Footnotes
{
    /// <summary>Notes are looked for in at most so many rows below the last figures.</summary>
    private const int MaxRows = 60;

    /// <summary>A longer note is prose: of its words only a part of a year is believed.</summary>
    private const int MaxPhraseLength = 80;

    /// <summary>A shorter note is a word or two.</summary>
    private const int ShortestPhrase = 24;

    private static readonly Lazy<Regex> Including = WordPattern.Lazy(() =>
        WordPattern.Of(Vocabulary.Phrases("including"))
    );

    /// <summary>Each marked text of the table with what its note adds; texts whose notes add nothing are left out.</summary>
    /// <param name="texts">Headings, and labels that may be periods.</param>
    public static IReadOnlyDictionary<string, string> Expand(
        IEnumerable<string> texts,
        Sheet sheet,
        TableArea area,
        CellEvidence evidence
    )
    {
        ILookup<string, string>? notes = null;
        var spelled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            if (Marked().Match(text) is not { Success: true } marked)
            {
                continue;
            }

            notes ??= Notes(sheet, area).ToLookup(note => note.Mark, note => note.Words, StringComparer.Ordinal);
            string[] added =
            [
                .. notes[Key(marked.Groups["mark"].Value)]
                    .Select(words => Addition(words, marked.Groups["head"].Value, evidence))
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ];
            if (added.Length == 0 && notes[Key(marked.Groups["mark"].Value)].Any())
            {
                // A mark whose note is known to change nothing says nothing.
                if (notes[Key(marked.Groups["mark"].Value)].All(words => IsStatus(words, evidence)))
                {
                    spelled[text] = marked.Groups["head"].Value;
                }
            }
            else if (added.Length > 0)
            {
                spelled[text] = $"{marked.Groups["head"].Value} ({string.Join("; ", added)})";
            }
        }

        return spelled;
    }

    private static bool IsStatus(string words, CellEvidence evidence) =>
        evidence.Of(words) is { Said.LeftOver.Count: 0, Terms: { Count: > 0 } terms }
        && terms.All(term => StatusText.OfWord(term.Code) is not null);

    private static string? Addition(string words, string head, CellEvidence evidence)
    {
        var whole = PeriodText.Read(words);
        var parts = ReadText
            .Of(words)
            .Periods.Where(part =>
                // A month among other words may be that of a revision.
                whole is [{ FirstMonth: not null, Day: null }]
                || part is { FirstMonth: { } first, LastMonth: { } last } && last - first is > 0 and < 11
                || part.Quarter is not null
            )
            .ToList();
        if (parts.Count > 0)
        {
            return string.Join("; ", parts.Select(part => Said(part, words, head)));
        }

        // A word or two that are not known may be months of the year.
        if (
            words.Length <= ShortestPhrase
            && ReadText.Of(words).Unexplained.Count > 0
            && ReadText.Of(head).Periods.Count > 0
        )
        {
            return words;
        }

        var terms = evidence.Of(words).Terms;
        return
            words.Length <= MaxPhraseLength
            && !Including.Value.IsMatch(words)
            && terms.Any(term =>
                term.Kind is TermKind.Unit or TermKind.Multiplier or TermKind.Limit
                || term is { Kind: TermKind.Filler, Code: "provisional" or "estimated" }
            )
            ? words
            : null;
    }

    /// <summary>The part of the year as the note says it; without its year where that is the heading's.</summary>
    private static string Said(PeriodPart part, string words, string head)
    {
        var isOfTheHead =
            part is { Year: { } year, LastYear: null, Quarter: null, Day: null }
            && head.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var months = CultureInfo.InvariantCulture.DateTimeFormat;
        return isOfTheHead
            ? $"{months.GetMonthName(part.FirstMonth!.Value)}–{months.GetMonthName(part.LastMonth!.Value)}"
            : words.Substring(part.Start, part.Length);
    }

    private static IEnumerable<(string Mark, string Words)> Notes(Sheet sheet, TableArea area)
    {
        var last = Math.Min(sheet.RowCount, area.LastBodyRow + MaxRows);
        for (var row = area.FirstRow; row <= last; row = row == area.FirstBodyRow - 1 ? area.LastBodyRow + 1 : row + 1)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is not { Kind: CellKind.Text, Text: { } text })
                {
                    continue;
                }

                // A mark may stand in a cell of its own before its words.
                var line =
                    text.Trim().Length <= 3 && sheet[row, column + 1].Text is { } words
                        ? $"{text.Trim()} {words}"
                        : text;
                foreach (var part in Between().Split(line))
                {
                    if (Note().Match(part) is { Success: true } note)
                    {
                        yield return (Key(note.Groups["mark"].Value), note.Groups["words"].Value);
                    }
                }
            }
        }
    }

    /// <summary>Where a note ends and the next begins: at a line break, or at the next mark in brackets.</summary>
    [GeneratedRegex(
        @"\n|(?<=\w[.;,]?)\s+(?=[(\[](\d{1,2}|[a-e\u0430-\u0434])[)\]]\s)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Between();

    /// <summary>Raised or in brackets, a mark is the same.</summary>
    private static string Key(string mark) =>
        mark.Normalize(NormalizationForm.FormKC).Trim('(', ')', '[', ']', '.', ' ').ToLowerInvariant();

    /// <summary>A heading and, behind it, stars, a raised or bracketed number or letter, or a digit apart from a year.</summary>
    [GeneratedRegex(
        @"^(?<head>.*?[\p{L}\d.)])\s*(?<mark>\*{1,4}|†|‡|§|⁽?[¹²³⁰⁴-⁹]{1,2}[)⁾]?|[\u1D43-\u1D49\u1D9C]\)?|[(\[]\d{1,2}[)\]]|(?<=\D)\d{1,2}\)|\s\d{1,2}\)|[(\[][a-e\u0430-\u0434][)\]]|\s[a-e\u0430-\u0434]\)|(?<=\d{4})\s\d)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex Marked();

    /// <summary>A mark and its words; "1.2." is the number of a table.</summary>
    [GeneratedRegex(
        @"^\s*(?!\d{1,2}\.\d)(?<mark>\*{1,4}|†|‡|§|⁽?[¹²³⁰⁴-⁹]{1,2}⁾?|[\u1D43-\u1D49\u1D9C]|[(\[](\d{1,2}|[a-e\u0430-\u0434])[)\]]|(\d{1,2}|[a-e\u0430-\u0434])(?=[).\s]))[).:]?\s*[-–—=:]?\s*(?<words>[\p{L}\d(].*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Note();
}
