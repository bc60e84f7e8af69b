namespace BriPipeline.Core.Workbooks.Text;

/// <summary>Compares the records of delimited text with the header above them: where they are longer, a delimiter inside a
/// field is not quoted, or the header lacks a field, and what follows stands in wrong columns, even if all records agree.</summary>
internal sealed class HeadedRecords
{
    private RecordLength? header;
    private bool hasFigures;
    private int fitting;

    /// <summary>The first record that is longer than its header.</summary>
    public (RecordLength Header, RecordLength Record)? FirstLonger { get; private set; }

    public int Longer { get; private set; }

    /// <summary>Whether the longer ones are more than those that <see cref="RecordLengths"/> finds one by one.</summary>
    public bool AreTooMany =>
        Longer > (fitting < RecordLengths.MinUsual ? 0 : Math.Max(1, fitting / RecordLengths.RecordsToOneOdd));

    /// <param name="text">Of a field.</param>
    public void Add(int line, int fields, Func<int, string> text)
    {
        var filled = fields;
        while (filled > 0 && string.IsNullOrWhiteSpace(text(filled - 1)))
        {
            filled--;
        }

        if (filled < 2)
        {
            // A blank line may end a table, and another header follow it.
            header = filled == 0 && hasFigures ? null : header;
            hasFigures &= filled != 0;
            return;
        }

        if (header is { } known && hasFigures && filled <= known.Fields)
        {
            fitting++;
            return;
        }

        if (!Enumerable.Range(0, filled).Any(field => IsFigure(text(field))))
        {
            // The last one before the figures is the header; words among them are none.
            header = hasFigures ? header : new(line, fields);
            return;
        }

        hasFigures = true;
        if (header is not { } above || filled <= above.Fields)
        {
            fitting++;
            return;
        }

        Longer++;
        FirstLonger ??= (above, new(line, fields));
    }

    /// <summary>A number that is no year, month or date, as stand in headers.</summary>
    private static bool IsFigure(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return DelimitedTextReader.IsNumber(text)
            && !(
                text.Length >= 4
                && (text[..2] is "19" or "20")
                && char.IsAsciiDigit(text[2])
                && char.IsAsciiDigit(text[3])
                && (text.Length == 4 || text[4] is '-' or '.' or '/')
            );
    }
}
