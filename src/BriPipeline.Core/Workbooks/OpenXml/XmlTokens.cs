using System.Buffers;
using System.Text;

namespace BriPipeline.Core.Workbooks.OpenXml;

internal enum XmlToken : byte
{
    EndOfPart,
    Start,
    End,
    Text,
}

/// <summary>Pulls elements and texts out of XML in UTF-8, a third of the time that XmlReader takes: a sheet of a million rows
/// has fifty million of them. Elements must match, there may be no document type, and names are given without their
/// prefix; that is all that the parts of a workbook need.</summary>
/// <remarks>Over 300 lines: one state machine over one buffer, whose speed is its reason.</remarks>
/// <remarks>Spans that it gives hold until the next token is read.</remarks>
internal sealed class XmlTokens(Stream stream)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Of one tag, comment or text: the longest text of a cell that Excel writes has 32,767 characters.</summary>
    private const int MaxTokenBytes = 64 << 20;

    private const int MaxDepth = 256;

    private static readonly SearchValues<byte> TagStops = SearchValues.Create(">\"'"u8);
    private static readonly SearchValues<byte> NameStops = SearchValues.Create(" \t\r\n=/>"u8);
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n"u8);

    private readonly byte[][] open = new byte[MaxDepth][];
    private readonly int[] openLengths = new int[MaxDepth];
    private byte[] buffer = new byte[BufferBytes];
    private byte[] content = new byte[256];
    private int next;
    private int end;
    private int nameStart;
    private int nameEnd;
    private int attribute;
    private int tagEnd;
    private int textStart;
    private int textLength;
    private bool isMarked;
    private bool isEmptyElement;
    private bool hasRoot;

    /// <summary>How many elements are open; counts the one that a <see cref="XmlToken.Start"/> began.</summary>
    public int Depth { get; private set; }

    /// <summary>Of the element last begun or ended.</summary>
    public ReadOnlySpan<byte> Name
    {
        get
        {
            var name = buffer.AsSpan(nameStart, nameEnd - nameStart);
            return name[(name.IndexOf((byte)':') + 1)..];
        }
    }

    public XmlToken Read()
    {
        if (isEmptyElement)
        {
            isEmptyElement = false;
            Depth--;
            return XmlToken.End;
        }

        while (next < end || Fill())
        {
            if (buffer[next] != '<')
            {
                if (ReadText())
                {
                    return XmlToken.Text;
                }

                continue;
            }

            switch (At(1))
            {
                case (byte)'/':
                    return ReadEnd();
                case (byte)'?':
                    Pass("?>"u8, 2);
                    break;
                case (byte)'!':
                    if (ReadMarked())
                    {
                        return XmlToken.Text;
                    }

                    break;
                default:
                    return ReadStart();
            }
        }

        return Depth == 0 && hasRoot ? XmlToken.EndOfPart : throw Damaged("the XML of a part ends too early");
    }

    /// <summary>Goes back before the first attribute of the element just begun.</summary>
    public void FirstAttribute() => attribute = nameEnd;

    /// <summary>The next attribute of the element just begun, its name with the prefix and its value as it is written.</summary>
    public bool NextAttribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        var rest = buffer.AsSpan(attribute, tagEnd - attribute);
        var start = rest.IndexOfAnyExcept(Blanks);
        if (start < 0)
        {
            return false;
        }

        rest = rest[start..];
        var length = rest.IndexOfAny(NameStops);
        if (length <= 0)
        {
            throw Damaged("an attribute lacks its value");
        }

        name = rest[..length];
        var quote = length + rest[length..].IndexOfAny((byte)'"', (byte)'\'');
        if (quote < length || rest[length..quote].Trim(" \t\r\n"u8) is not [(byte)'='])
        {
            throw Damaged("an attribute lacks its value");
        }

        var close = rest[(quote + 1)..].IndexOf(rest[quote]);
        value = close < 0 ? throw Damaged("a quotation mark in a tag is not closed") : rest.Slice(quote + 1, close);
        attribute += start + quote + close + 2;
        return true;
    }

    /// <summary>The bytes between the tags of the element just begun, read to its end: entities replaced, and no element
    /// among them.</summary>
    public ReadOnlySpan<byte> ReadContent()
    {
        var length = 0;
        for (var token = Read(); token != XmlToken.End; token = Read())
        {
            if (token != XmlToken.Text)
            {
                throw Damaged("an element stands where a value should");
            }

            length = Append(length);
        }

        return content.AsSpan(0, length);
    }

    /// <summary><see cref="ReadContent"/> as text.</summary>
    public string ReadString() => XmlText.Decode(ReadContent());

    /// <summary>Reads to the end of the element just begun.</summary>
    public void Skip()
    {
        for (var outer = Depth - 1; Depth > outer; )
        {
            Read();
        }
    }

    /// <summary>Reads on to the next element within one, or to the end of that.</summary>
    /// <param name="depth">Of the element that is read through.</param>
    public bool ReadToChild(int depth)
    {
        while (true)
        {
            var token = Read();
            if (token == XmlToken.Start)
            {
                return true;
            }

            if (token == XmlToken.End && Depth < depth)
            {
                return false;
            }
        }
    }

    private static InvalidDataException Damaged(string cause) => new(cause);

    private XmlToken ReadStart()
    {
        var length = FindTagEnd();
        if (Depth == 0 && hasRoot)
        {
            throw Damaged("a part holds two documents");
        }

        hasRoot = true;
        nameStart = next + 1;
        tagEnd = next + length;
        next += length + 1;
        isEmptyElement = buffer[tagEnd - 1] == '/';
        tagEnd -= isEmptyElement ? 1 : 0;
        var nameLength = buffer.AsSpan(nameStart, tagEnd - nameStart).IndexOfAny(NameStops);
        nameEnd = nameLength < 0 ? tagEnd : nameStart + nameLength;
        attribute = nameEnd;
        if (nameEnd == nameStart || Depth == MaxDepth)
        {
            throw Damaged(nameEnd == nameStart ? "a tag has no name" : "its elements lie too deep in each other");
        }

        var name = buffer.AsSpan(nameStart, nameEnd - nameStart);
        if (open[Depth] is not { } kept || kept.Length < name.Length)
        {
            kept = open[Depth] = new byte[Math.Max(16, name.Length)];
        }

        name.CopyTo(kept);
        openLengths[Depth++] = name.Length;
        return XmlToken.Start;
    }

    private XmlToken ReadEnd()
    {
        var length = Find(">"u8, 2);
        nameStart = next + 2;
        var name = buffer.AsSpan(nameStart, length - 2).TrimEnd(" \t\r\n"u8);
        nameEnd = nameStart + name.Length;
        next += length + 1;
        if (Depth == 0 || !name.SequenceEqual(open[Depth - 1].AsSpan(0, openLengths[Depth - 1])))
        {
            throw Damaged("its elements do not end as they begin");
        }

        Depth--;
        return XmlToken.End;
    }

    /// <returns>False for the blanks outside of the root.</returns>
    private bool ReadText()
    {
        nameStart = next;
        var from = 0;
        int found;
        while ((found = buffer.AsSpan(next + from, end - next - from).IndexOf((byte)'<')) < 0)
        {
            from = end - next;
            if (!Fill())
            {
                found = 0;
                break;
            }
        }

        textStart = next;
        textLength = from + found;
        isMarked = false;
        next += textLength;
        return Depth > 0
            || (
                buffer.AsSpan(textStart, textLength).ContainsAnyExcept(Blanks)
                    ? throw Damaged("text stands outside of the elements")
                    : false
            );
    }

    /// <summary>A comment is passed over, CDATA is text, a document type could define anything.</summary>
    private bool ReadMarked()
    {
        if (At(2) == '-' && At(3) == '-')
        {
            Pass("-->"u8, 4);
            return false;
        }

        if (At(2) != '[' || Depth == 0)
        {
            throw Damaged("it declares a document type");
        }

        var length = Find("]]>"u8, 3);
        var start = buffer.AsSpan(next, length).StartsWith("<![CDATA["u8)
            ? 9
            : throw Damaged("it holds a section that is no text");
        (textStart, textLength, isMarked) = (next + start, length - start, true);
        next += length + 3;
        return true;
    }

    private int Append(int length)
    {
        var text = buffer.AsSpan(textStart, textLength);
        if (length + text.Length > content.Length)
        {
            Array.Resize(ref content, Math.Max(content.Length * 2, length + text.Length));
        }

        var place = content.AsSpan(length);
        if (isMarked || !text.ContainsAny((byte)'&', (byte)'\r'))
        {
            text.CopyTo(place);
            return length + text.Length;
        }

        return length + XmlText.Unescape(text, place);
    }

    private byte At(int offset)
    {
        while (next + offset >= end)
        {
            if (!Fill())
            {
                throw Damaged("the XML of a part ends too early");
            }
        }

        return buffer[next + offset];
    }

    private void Pass(ReadOnlySpan<byte> mark, int from)
    {
        // Finding it may move what is in the buffer, and with it the place that the length counts from.
        var length = Find(mark, from) + mark.Length;
        next += length;
    }

    /// <returns>How far from <see cref="next"/> the mark stands.</returns>
    private int Find(ReadOnlySpan<byte> mark, int from)
    {
        while (true)
        {
            var rest = next + from < end ? buffer.AsSpan(next + from, end - next - from) : [];
            var found = rest.IndexOf(mark);
            if (found >= 0)
            {
                return from + found;
            }

            from += Math.Max(0, rest.Length - mark.Length + 1);
            if (!Fill())
            {
                throw Damaged("the XML of a part ends too early");
            }
        }
    }

    /// <summary>A value may hold the sign that ends a tag.</summary>
    private int FindTagEnd()
    {
        var from = 1;
        while (true)
        {
            var found = buffer.AsSpan(next + from, end - next - from).IndexOfAny(TagStops);
            if (found < 0)
            {
                from = end - next;
                At(from);
                continue;
            }

            from += found;
            var stop = buffer[next + from];
            if (stop == '>')
            {
                return from;
            }

            from = Find(stop == '"' ? "\""u8 : "'"u8, from + 1) + 1;
            At(from);
        }
    }

    private bool Fill()
    {
        if (next > 0)
        {
            buffer.AsSpan(next, end - next).CopyTo(buffer);
            end -= next;
            next = 0;
        }
        else if (end == buffer.Length)
        {
            Array.Resize(ref buffer, end < MaxTokenBytes ? end * 2 : throw Damaged("a text in it does not end"));
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
