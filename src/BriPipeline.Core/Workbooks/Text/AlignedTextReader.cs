using System.Text;
using BriPipeline.Core.Workbooks.Grids;

namespace BriPipeline.Core.Workbooks.Text;

/// <summary>Reads a text whose columns are set by blanks. Every field is text as stored; a row is a line.</summary>
internal static class AlignedTextReader
{
    /// <summary>What is set by blanks is made for the eye, and short.</summary>
    private const long MaxBytes = 1 << 22;

    /// <summary>The sheet; null where the text is of another kind.</summary>
    public static Sheet? Read(Stream content, Encoding encoding)
    {
        if (content.Length > MaxBytes)
        {
            return null;
        }

        var lines = Lines(content, encoding);
        if (AlignedColumns.Find(lines) is not { } columns)
        {
            return null;
        }

        var builder = new SheetBuilder("");
        for (var line = 0; line < lines.Count; line++)
        {
            var fields = columns.Split(lines[line]);
            for (var i = 0; i < fields.Count; i++)
            {
                builder.SetBits(line + 1, i + 1, CellBits.OfText(fields[i], builder.Texts), '\0');
            }
        }

        return builder.Build();
    }

    private static List<string> Lines(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var text = new StreamReader(content, encoding, true, leaveOpen: true);
        var lines = new List<string>();
        while (text.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
