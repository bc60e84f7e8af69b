using System.Globalization;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Where a figure leads: to the one row behind it, or to the line that names all of its rows.</summary>
internal sealed class DocumentLinks
{
    private readonly Dictionary<string, int> rows;
    private readonly Dictionary<string, int> sums;

    public DocumentLinks(SummaryDocument document)
    {
        rows = Numbered(document.Rows);
        sums = Numbered(SourceSection.SumsOf(document.Blocks).Select(SourceSection.SumKey));
    }

    /// <summary>Number of a row in the list of sources, from 1.</summary>
    public int NumberOf(string row) => rows[row];

    /// <summary>Rows as the ranges of their numbers, in ascending order: <c>1–4</c>, <c>7</c>; each with its first row.</summary>
    public IEnumerable<(string First, string Text)> RangesOf(IReadOnlyList<string> behind)
    {
        var numbers = behind.Select(key => (key, number: rows[key])).OrderBy(row => row.number).ToArray();
        for (var start = 0; start < numbers.Length; )
        {
            var end = start;
            while (end + 1 < numbers.Length && numbers[end + 1].number == numbers[end].number + 1)
            {
                end++;
            }

            var first = Text(numbers[start].number);
            yield return (numbers[start].key, start == end ? first : $"{first}–{Text(numbers[end].number)}");
            start = end + 1;
        }
    }

    /// <summary>Place in the list of sums, from 1; null where the figure stands on one or two rows, which it names itself.</summary>
    public int? SumOf(IReadOnlyList<string> behind) => behind.Count > 2 ? sums[SourceSection.SumKey(behind)] : null;

    /// <summary>The name that the row's or sum's line has in the document; null for what stands on no row.</summary>
    public string? AnchorOf(IReadOnlyList<string> behind) =>
        behind.Count == 0 ? null
        : SumOf(behind) is { } sum ? Anchor("s", sum)
        : Anchor("r", rows[behind[0]]);

    public static string Anchor(string kind, int number) => kind + Text(number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, int> Numbered(IEnumerable<string> keys) =>
        keys.Select((key, index) => (key, index))
            .ToDictionary(pair => pair.key, pair => pair.index + 1, StringComparer.Ordinal);
}
