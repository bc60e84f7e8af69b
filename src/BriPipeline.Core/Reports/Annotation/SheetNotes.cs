using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>What is to be said in a sheet: a comment at the first cell of each finding, a colour in all its cells.</summary>
internal sealed class SheetNotes
{
    /// <summary>More comments make spreadsheet programs crawl; the list of findings has all.</summary>
    public const int MaxComments = 5_000;

    private const int MaxLetters = 2_000;
    private const int TallRows = 64;

    private readonly Dictionary<CellAddress, (Tone Tone, string Text)> comments = [];
    private readonly Dictionary<int, List<(int First, int Last, Tone Tone)>> byRow = [];
    private readonly List<(CellRange Range, Tone Tone)> tall = [];
    private readonly List<(int First, int Last, Tone Tone)> current = [];
    private int currentRow;

    /// <param name="findings">Those of the sheet, the gravest first.</param>
    public SheetNotes(IEnumerable<ReportFinding> findings)
    {
        foreach (var finding in findings)
        {
            var isFirst = true;
            foreach (var range in RangesOf(finding))
            {
                if (isFirst)
                {
                    Comment(range.First, finding);
                    isFirst = false;
                }

                Paint(range, Tones.Of(finding));
            }
        }
    }

    /// <summary>The texts by cell, at most <see cref="MaxComments"/>.</summary>
    public IReadOnlyDictionary<CellAddress, (Tone Tone, string Text)> Comments => comments;

    /// <summary>True if some findings have no comment of their own.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The gravest colour of a cell; null for cells without findings. Quick where cells are asked row by row.</summary>
    public Tone? ToneOf(CellAddress cell)
    {
        if (cell.Row != currentRow)
        {
            currentRow = cell.Row;
            current.Clear();
            current.AddRange(byRow.GetValueOrDefault(cell.Row) ?? []);
            foreach (var (range, tone) in tall)
            {
                if (cell.Row >= range.First.Row && cell.Row <= range.Last.Row)
                {
                    current.Add((range.First.Column, range.Last.Column, tone));
                }
            }
        }

        Tone? gravest = null;
        foreach (var (first, last, tone) in current)
        {
            if (cell.Column >= first && cell.Column <= last && (gravest is null || tone > gravest))
            {
                gravest = tone;
            }
        }

        return gravest;
    }

    /// <summary>The findings of each sheet by its name; those of the file as a whole are in none.</summary>
    public static IReadOnlyDictionary<string, SheetNotes> BySheet(IEnumerable<ReportFinding> findings) =>
        findings
            .Where(finding => finding is { Sheet: not null, Cell: not null })
            .GroupBy(finding => finding.Sheet!, StringComparer.Ordinal)
            .ToDictionary(sheet => sheet.Key, sheet => new SheetNotes(sheet), StringComparer.Ordinal);

    private static IEnumerable<CellRange> RangesOf(ReportFinding finding)
    {
        foreach (var text in (finding.Cells ?? finding.Cell!).Split(','))
        {
            if (CellRange.TryParse(text, out var range))
            {
                yield return range;
            }
        }
    }

    private void Comment(CellAddress cell, ReportFinding finding)
    {
        var isThere = comments.TryGetValue(cell, out var before);
        if ((!isThere && comments.Count >= MaxComments) || before.Text?.Length > MaxLetters)
        {
            IsCut = true;
            return;
        }

        var text = new StringBuilder(before.Text);
        text.Append(isThere ? "\n\n" : "")
            .Append(finding.SentenceIn(FindingTexts.English))
            .Append(' ')
            .Append(finding.Advice)
            .Append('\n')
            .Append(finding.SentenceIn(FindingTexts.Russian))
            .Append(' ')
            .Append(finding.AdviceIn(FindingTexts.Russian));
        var tone = Tones.Of(finding);
        comments[cell] = (isThere && before.Tone > tone ? before.Tone : tone, CellText.Clean(text.ToString(), 8_000));
    }

    private void Paint(CellRange range, Tone tone)
    {
        if (range.Last.Row - range.First.Row >= TallRows)
        {
            tall.Add((range, tone));
            return;
        }

        for (var row = range.First.Row; row <= range.Last.Row; row++)
        {
            if (!byRow.TryGetValue(row, out var runs))
            {
                byRow[row] = runs = [];
            }

            runs.Add((range.First.Column, range.Last.Column, tone));
        }
    }
}
