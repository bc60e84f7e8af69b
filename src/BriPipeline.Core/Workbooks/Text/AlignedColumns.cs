using System.Buffers;
using System.Collections;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Workbooks.Text;

/// <summary>The columns of a text that is set in columns by blanks, as print programs write it: the places that are blank in all lines
/// of the table part them.</summary>
internal sealed partial class AlignedColumns
{
    /// <summary>Single blanks stand between words.</summary>
    private const int MinGap = 2;

    private const int MinLines = 3;

    /// <summary>Of all lines, how many must be of the table: prose has gaps in few.</summary>
    private const double MinShare = 0.6;

    private static readonly SearchValues<char> Delimiting = SearchValues.Create("\t;|\"");

    private readonly IReadOnlyList<(int First, int Last)> columns;

    private AlignedColumns(IReadOnlyList<(int First, int Last)> columns) => this.columns = columns;

    /// <summary>Whether it is worth while to look at the lines.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.Contains("  ", StringComparison.Ordinal) && !text.ContainsAny(Delimiting);

    /// <summary>The columns of a text; null where it has none that all its lines share, or delimiters may part its fields.</summary>
    public static AlignedColumns? Find(IReadOnlyList<string> lines)
    {
        var filled = lines.Where(line => !string.IsNullOrWhiteSpace(line) && !IsRule(line)).ToList();
        var table = filled.FindAll(IsOfTable);
        if (
            filled.Exists(line => line.AsSpan().ContainsAny(Delimiting))
            || table.Exists(line => DelimitedGap().IsMatch(line))
            || table.Count < MinLines
            || table.Count < MinShare * filled.Count
        )
        {
            return null;
        }

        var taken = new BitArray(table.Max(line => line.Length));
        foreach (var line in table)
        {
            for (var at = 0; at < line.Length; at++)
            {
                taken[at] |= !char.IsWhiteSpace(line[at]);
            }
        }

        var found = ColumnsOf(taken);
        return
            found.Count is > 1 and <= ReadingLimits.Columns
            && table.TrueForAll(line => Fields(line, found).Count(field => field.Trim().Length > 0) > 1)
            ? new(found)
            : null;
    }

    /// <summary>The fields of a line. A line that is none of the table, such as a title, is one field.</summary>
    public IReadOnlyList<string> Split(string line) =>
        IsRule(line) ? []
        : IsOfTable(line) ? Fields(line, columns)
        : [line.TrimEnd()];

    /// <summary>Blanks before a name say that it lies in the one above.</summary>
    private static List<string> Fields(string line, IReadOnlyList<(int First, int Last)> columns) =>
        [
            .. columns.Select(
                (column, i) =>
                {
                    var first = Math.Min(i == 0 ? 0 : column.First, line.Length);
                    var field = line[first..Math.Min(column.Last + 1, line.Length)];
                    return i == 0 ? field.TrimEnd() : field.Trim();
                }
            ),
        ];

    private static List<(int First, int Last)> ColumnsOf(BitArray taken)
    {
        var found = new List<(int First, int Last)>();
        for (var at = 0; at < taken.Length; at++)
        {
            if (!taken[at])
            {
                continue;
            }

            if (found.Count > 0 && at - found[^1].Last <= MinGap)
            {
                found[^1] = (found[^1].First, at);
            }
            else
            {
                found.Add((at, at));
            }
        }

        return found;
    }

    private static bool IsOfTable(string line) => Gap().IsMatch(line);

    /// <summary>A line of strokes.</summary>
    private static bool IsRule(string line) =>
        line.Trim() is { Length: > 0 } text && text.All(c => c is '-' or '=' or '_' or '+' or ' ');

    [GeneratedRegex(@"\S\s{2,}\S", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@",\s{2,}\S", RegexOptions.CultureInvariant)]
    private static partial Regex DelimitedGap();
}
