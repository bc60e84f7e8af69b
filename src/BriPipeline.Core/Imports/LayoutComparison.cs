using BriPipeline.Core.Language;
using BriPipeline.Core.Reports;

namespace BriPipeline.Core.Imports;

/// <summary>What is laid out otherwise in one workbook than in an earlier one of its source, as a person would say it.
/// Where a table stands, its periods and how many of them it has are no part of a layout.</summary>
internal static class LayoutComparison
{
    public static IReadOnlyList<string> Differences(LayoutReport before, LayoutReport now)
    {
        var (old, current) = (Distinct(before), Distinct(now));
        var lines = new List<string>();
        for (var i = 0; i < Math.Min(old.Count, current.Count); i++)
        {
            var lead = current.Count == 1 ? "" : $"in table {i + 1} ";
            lines.AddRange(Columns(old[i], current[i]).Select(line => lead + line));
        }

        if (current.Count > old.Count)
        {
            lines.Add($"{Tables(current.Count - old.Count)} added");
        }
        else if (current.Count < old.Count)
        {
            lines.Add($"{Tables(old.Count - current.Count)} no longer there");
        }

        return lines;
    }

    private static string Tables(int count) => count == 1 ? "a table is" : $"{count} tables are";

    /// <summary>One sheet more of the same layout is no other layout.</summary>
    private static List<List<ColumnReport>> Distinct(LayoutReport report)
    {
        var tables = new List<List<ColumnReport>>();
        foreach (var table in report.Tables)
        {
            var columns = Once(table.Columns);
            if (tables.Count == 0 || !tables[^1].Select(Key).SequenceEqual(columns.Select(Key), StringComparer.Ordinal))
            {
                tables.Add(columns);
            }
        }

        return tables;
    }

    /// <summary>One period more is no other layout.</summary>
    private static List<ColumnReport> Once(IReadOnlyList<ColumnReport> columns)
    {
        var once = new List<ColumnReport>();
        foreach (var column in columns)
        {
            if (once.Count == 0 || Key(once[^1]) != Key(column))
            {
                once.Add(column);
            }
        }

        return once;
    }

    private static string Key(ColumnReport column)
    {
        var heading = ReadText.Of(column.Heading).Periods.Count > 0 ? "" : Folding.Fold(column.Heading);
        return $"{column.Role}/{column.Dimension}/{column.Kind}/{heading}";
    }

    private static IEnumerable<string> Columns(List<ColumnReport> old, List<ColumnReport> now)
    {
        var kept = Common(old, now);
        kept.Add((old.Count, now.Count));
        var (i, j) = (0, 0);
        foreach (var (keptOld, keptNow) in kept)
        {
            for (; i < keptOld && j < keptNow; i++, j++)
            {
                yield return $"column {old[i].Column} was {Say(old[i])} and is now {Say(now[j])}";
            }

            for (; i < keptOld; i++)
            {
                yield return $"column {old[i].Column}, {Say(old[i])}, is no longer there";
            }

            for (; j < keptNow; j++)
            {
                yield return $"a column was added {Between(old, i)}: {Say(now[j])}";
            }

            (i, j) = (keptOld + 1, keptNow + 1);
        }
    }

    private static string Between(List<ColumnReport> old, int at) =>
        old.Count == 0 ? "to the table"
        : at == 0 ? $"before {old[0].Column}"
        : at == old.Count ? $"after {old[^1].Column}"
        : $"between {old[at - 1].Column} and {old[at].Column}";

    private static string Say(ColumnReport column) =>
        column.Heading.Length == 0 ? LayoutWords.Of(column) : $"{LayoutWords.Of(column)} (\"{column.Heading}\")";

    /// <summary>The longest common run of columns, as pairs of positions.</summary>
    private static List<(int Old, int Now)> Common(List<ColumnReport> old, List<ColumnReport> now)
    {
        var (left, right) = (old.ConvertAll(Key), now.ConvertAll(Key));
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                lengths[i, j] =
                    left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < left.Count && j < right.Count; )
        {
            if (left[i] == right[j])
            {
                pairs.Add((i++, j++));
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}
