using System.Buffers.Binary;
using System.Text;

namespace BriPipeline.Core.Workbooks.Biff;

/// <summary>The shared texts of an .xls that have runs of a font which changes what is shown ([MS-XLS] 2.5.293), by their number.
/// They go on over records, each of which begins with the width of its characters where it cuts a text.</summary>
internal sealed class BiffTexts(IReadOnlyList<ReadOnlyMemory<byte>> records, IReadOnlyList<BiffFont> fonts)
{
    private const byte Wide = 1;
    private const byte Extended = 4;
    private const byte Rich = 8;
    private const int HeaderBytes = 8;

    private readonly Dictionary<int, ShownText> texts = [];
    private int record;
    private int at;

    /// <exception cref="InvalidDataException">The records do not hold what they say.</exception>
    public Dictionary<int, ShownText> Read()
    {
        if (records.Count == 0)
        {
            return texts;
        }

        at = HeaderBytes;
        var count = BinaryPrimitives.ReadInt32LittleEndian(records[0].Span[4..]);
        for (var index = 0; index < count; index++)
        {
            ReadText(index);
        }

        return texts;
    }

    private void ReadText(int index)
    {
        var length = ReadNumber(2);
        var flags = ReadNumber(1);
        var runs = (flags & Rich) != 0 ? ReadNumber(2) : 0;
        var extra = (flags & Extended) != 0 ? ReadNumber(4) : 0;
        var text = ReadCharacters(length, (flags & Wide) != 0);
        if (runs > 0)
        {
            var marks = new (int From, BiffFont Font)[runs];
            for (var run = 0; run < runs; run++)
            {
                marks[run] = (ReadNumber(2), BiffFont.At(fonts, ReadNumber(2)));
            }

            if (Array.Exists(marks, mark => mark.Font.ChangesText))
            {
                texts[index] = Shown(text, marks);
            }
        }

        Skip(extra);
    }

    private static ShownText Shown(string text, (int From, BiffFont Font)[] marks)
    {
        var shown = new ShownText(0, false, false);
        shown.Append(text[..Math.Min(text.Length, marks[0].From)]);
        for (var i = 0; i < marks.Length; i++)
        {
            var from = Math.Min(text.Length, marks[i].From);
            var to = i + 1 < marks.Length ? Math.Clamp(marks[i + 1].From, from, text.Length) : text.Length;
            shown.Begin(1, marks[i].Font.IsRaised, marks[i].Font.IsStruck);
            shown.Append(text[from..to]);
            shown.EndAt(1);
        }

        return shown;
    }

    private string ReadCharacters(int length, bool isWide)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            if (at == records[record].Length)
            {
                NextRecord();
                isWide = (ReadNumber(1) & Wide) != 0;
            }

            var width = isWide ? 2 : 1;
            var rest = records[record].Span[at..];
            var take = Math.Min(length - text.Length, rest.Length / width);
            if (take == 0)
            {
                throw new InvalidDataException("a shared text is cut within a character");
            }

            text.Append((isWide ? Encoding.Unicode : Encoding.Latin1).GetString(rest[..(take * width)]));
            at += take * width;
        }

        return text.ToString();
    }

    /// <summary>Numbers are not cut by the ends of records.</summary>
    private int ReadNumber(int bytes)
    {
        if (at == records[record].Length)
        {
            NextRecord();
        }

        var span = records[record].Span[at..];
        if (span.Length < bytes)
        {
            throw new InvalidDataException("the shared texts are cut off");
        }

        at += bytes;
        return bytes switch
        {
            1 => span[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(span),
            _ => BinaryPrimitives.ReadInt32LittleEndian(span),
        };
    }

    private void Skip(int bytes)
    {
        while (bytes > 0)
        {
            if (at == records[record].Length)
            {
                NextRecord();
            }

            var take = Math.Min(bytes, records[record].Length - at);
            at += take;
            bytes -= take;
        }
    }

    private void NextRecord()
    {
        (record, at) = (record + 1, 0);
        if (record == records.Count || records[record].Length == 0)
        {
            throw new InvalidDataException("the shared texts are cut off");
        }
    }
}

/// <summary>A font, as far as it changes what is read.</summary>
internal readonly record struct BiffFont(bool IsRaised, bool IsStruck)
{
    /// <summary>The number that no font has.</summary>
    private const int LeftOut = 4;

    public bool ChangesText => IsRaised || IsStruck;

    public static BiffFont At(IReadOnlyList<BiffFont> fonts, int number) =>
        fonts.ElementAtOrDefault(number > LeftOut ? number - 1 : number);
}
