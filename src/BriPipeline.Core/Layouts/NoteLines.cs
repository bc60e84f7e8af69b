using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A line below the last figures of a sheet without a mark, which therefore holds for all of them.</summary>
/// <param name="IsPlain">Whether every word of it is known and it is short, so that nothing else can be meant.</param>
internal sealed record NoteLine(string Text, CellAddress Place, bool IsPlain);

/// <summary>The notes of a sheet, and what they say of its figures: a unit where nothing nearer does, a limit.</summary>
internal static partial class NoteLines
{
    private const int MaxRows = 60;
    private const int MaxPhraseLength = 80;
    private const int MaxNoteLength = 400;

    private static readonly Lazy<Regex> Excluding = WordPattern.Lazy(() =>
        WordPattern.Of(Vocabulary.Phrases("excluding"))
    );

    public static IReadOnlyList<NoteLine> Of(Sheet sheet, RowKind[] kinds, CellEvidence evidence)
    {
        var first = Array.LastIndexOf(kinds, RowKind.Figures) + 1;
        return Within(sheet, first, Math.Min(sheet.RowCount, first + MaxRows), evidence);
    }

    /// <summary>The lines close below figures of a table, between them and a blank row, where more figures follow. A note belongs
    /// to the table above it (DESIGN section 4, rule 2), also where the next one is taken for its continuation.</summary>
    public static IReadOnlyList<NoteLine> CloseBelow(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        CellEvidence evidence
    )
    {
        var notes = new List<NoteLine>();
        var lastFigures = Array.LastIndexOf(kinds, RowKind.Figures);
        for (var row = area.FirstBodyRow; row <= Math.Min(area.LastBodyRow, lastFigures - 1); row++)
        {
            var end = row + 1;
            while (kinds[row] == RowKind.Figures && kinds[end] is not (RowKind.Blank or RowKind.Figures))
            {
                end++;
            }

            if (end > row + 1 && kinds[end] == RowKind.Blank)
            {
                notes.AddRange(Within(sheet, row + 1, end - 1, evidence));
            }
        }

        return notes;
    }

    private static List<NoteLine> Within(Sheet sheet, int first, int last, CellEvidence evidence)
    {
        var notes = new List<NoteLine>();
        for (var row = first; row <= last; row++)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is { Kind: CellKind.Text, Text: { Length: <= MaxNoteLength } text })
                {
                    notes.AddRange(
                        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                            .Where(line => !Marked().IsMatch(line))
                            .Select(line => new NoteLine(line, new(row, column), IsPlain(line, evidence)))
                    );
                }
            }
        }

        return notes;
    }

    /// <summary>Whether a line above a table begins as a footnote does: "* ...", "1) ...".</summary>
    public static bool IsMarked(string line) => Footnote().IsMatch(line);

    [GeneratedRegex(
        @"^\s*([*†‡§¹²³⁰⁴-⁹]|[(\[]?\d{1,2}[)\]]\s)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Footnote();

    /// <summary>The units that notes give all figures: "values in thousands of US dollars", "единица измерения: млн долл.".</summary>
    public static IEnumerable<Label> Units(IEnumerable<NoteLine> notes, CellEvidence evidence) =>
        notes
            .Where(note => SaysUnit(note, evidence.Of(note.Text)))
            .Select(note => new Label(Dimension.Unit, LabelKind.Words, note.Text, Reach.Note, note.Place));

    /// <summary>What a note leaves out of the figures, as a word of it limits them; null where it leaves out nothing that
    /// belongs to trade in goods.</summary>
    public static string? ExcludedScope(NoteLine note, CellEvidence evidence) =>
        Excluding.Value.IsMatch(note.Text)
            ? evidence
                .Of(note.Text)
                .Terms.FirstOrDefault(term => term is { Kind: TermKind.Limit, Code: not "services" })
                .Code
            : null;

    /// <summary>Whether a note names a unit or a power of ten and nothing else that counts.</summary>
    public static bool MaySayUnit(NoteLine note, IReadOnlyList<Term> terms) =>
        note.Text.Length <= MaxPhraseLength
        && terms.Any(term => term.Kind is TermKind.Unit or TermKind.Multiplier)
        && !terms.Any(term =>
            term.Kind is TermKind.Limit or TermKind.Measure || term is { Kind: TermKind.Dimension, Code: "quantity" }
        )
        // A rate of exchange.
        && !Number().IsMatch(note.Text);

    private static bool SaysUnit(NoteLine note, TextEvidence said) =>
        (note.IsPlain || said.Names("unit")) && MaySayUnit(note, said.Terms);

    private static bool IsPlain(string line, CellEvidence evidence) =>
        line.Length <= MaxPhraseLength && evidence.Of(line).Said is { Terms.Count: > 0, LeftOver.Count: 0 };

    /// <summary>A star, a raised number, a number or letter of a list: the note belongs to whatever has its mark.</summary>
    [GeneratedRegex(
        @"^\s*([*†‡§¹²³⁰⁴-⁹\u1D43-\u1D49]|[(\[]?(\d{1,2}|\p{L})[)\].]|\d{1,2}\s)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Marked();

    [GeneratedRegex("[1-9]|=", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
