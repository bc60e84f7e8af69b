using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What the marks of a workbook mean by its own words: "“-” nil", "… – нет данных", or a sheet of symbols with a
/// mark and its meaning in two cells. A mark that is explained in two ways is not explained.</summary>
internal static class Legend
{
    private const int MaxRows = 200;
    private const int MaxLineLength = 160;

    /// <summary>The meaning of each mark that is explained. Looks at the first and last rows of every sheet.</summary>
    public static IReadOnlyDictionary<string, MarkMeaning> Of(Workbook workbook) =>
        workbook
            .Sheets.SelectMany(Texts)
            .Distinct()
            .SelectMany(Lines)
            .GroupBy(line => line.Mark, StringComparer.Ordinal)
            .Where(lines => lines.Select(line => line.Meaning).Distinct().Count() == 1)
            .ToDictionary(lines => lines.Key, lines => lines.First().Meaning, StringComparer.Ordinal);

    /// <summary>A mark as the legend knows it: dashes of all lengths are one.</summary>
    public static string Key(string mark) => mark is "–" or "—" or "−" ? "-" : mark;

    /// <summary>The texts of a sheet, each with that of the cell behind it.</summary>
    private static IEnumerable<(string Text, string? Behind)> Texts(Sheet sheet)
    {
        var rows = Enumerable.Range(1, sheet.RowCount).Where(row => row <= MaxRows || row > sheet.RowCount - MaxRows);
        foreach (var row in rows)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is { Kind: CellKind.Text, Text: { Length: <= MaxLineLength } text })
                {
                    yield return (text, sheet[row, column + 1].Text);
                }
            }
        }
    }

    private static IEnumerable<(string Mark, MarkMeaning Meaning)> Lines((string Text, string? Behind) cell)
    {
        foreach (var line in cell.Text.Split('\n', ';'))
        {
            if (
                Explained.Value.Match(line) is { Success: true } match
                && MarkMeanings.Find(match.Groups["words"].Value) is { } said
            )
            {
                yield return (Key(match.Groups["mark"].Value), said);
            }
        }

        if (
            cell.Text.Trim() is { Length: > 0 and <= 4 } mark
            && cell.Behind is { Length: <= MaxLineLength } words
            && MarkMeanings.Find(words) is { } meaning
        )
        {
            yield return (Key(mark.Trim('"', '“', '”', '«', '»', '(', ')', '\'')), meaning);
        }
    }

    /// <summary>A mark, perhaps in quotation marks, then perhaps a dash or a sign of equality, then words.</summary>
    private static readonly Lazy<Regex> Explained = WordPattern.Lazy(() =>
    {
        var label = WordPattern.Of(Vocabulary.Phrases("notes", "label"));
        var means = WordPattern.Of(Vocabulary.Phrases("notes", "means"));
        return $$"""^\s*(?:{{label}}[.:：])?\s*["“”«'(\[]?(?<mark>-|–|—|…|\.{2,3}|\p{L}|[*:?]|n\.?a\.?|0[.,]0+)["”“»')\]]?\s*(?:[-–—=:]|{{means}})?\s*(?<words>\p{L}.*)$""";
    });
}
