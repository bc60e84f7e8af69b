using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>Names a layout: equal for workbooks that differ only in their figures, their periods and how many of them
/// there are.</summary>
internal static class LayoutFingerprint
{
    public static string Of(IReadOnlyList<TableLayout> tables)
    {
        var text = string.Join('\n', Once(tables.Select(table => string.Join("", Once(table.Columns.Select(Line))))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static string Line(ColumnRole column)
    {
        // Periods differ from one edition to the next; a layout does not.
        var heading = ReadText.Of(column.Heading).Periods.Count > 0 ? "" : Folding.Fold(column.Heading);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{column.Use}/{column.Dimension}/{column.Kind}/{heading}\n"
        );
    }

    /// <summary>One year more is one column, or one sheet, more like the one before.</summary>
    private static IEnumerable<string> Once(IEnumerable<string> texts)
    {
        string? last = null;
        foreach (var text in texts.Where(text => text != last))
        {
            yield return text;
            last = text;
        }
    }
}
