using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>Texts of XML as they are meant: entities and line ends replaced, bytes decoded strictly.</summary>
internal static partial class XmlText
{
    private const int DeclarationBytes = 256;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly (byte[] Name, byte Is)[] Entities =
    [
        ("lt"u8.ToArray(), (byte)'<'),
        ("gt"u8.ToArray(), (byte)'>'),
        ("amp"u8.ToArray(), (byte)'&'),
        ("quot"u8.ToArray(), (byte)'"'),
        ("apos"u8.ToArray(), (byte)'\''),
    ];

    /// <summary>Replaces entities and line ends; the result is never longer.</summary>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var length = 0;
        while (!text.IsEmpty)
        {
            if (text[0] == '&')
            {
                var end = text.IndexOf((byte)';');
                length += Entity(end < 0 ? [] : text[1..end], into[length..]);
                text = text[(end + 1)..];
            }
            else if (text[0] == '\r')
            {
                into[length++] = (byte)'\n';
                text = text[(text.StartsWith("\r\n"u8) ? 2 : 1)..];
            }
            else
            {
                var plain = text.IndexOfAny((byte)'&', (byte)'\r');
                plain = plain < 0 ? text.Length : plain;
                text[..plain].CopyTo(into[length..]);
                length += plain;
                text = text[plain..];
            }
        }

        return length;
    }

    /// <summary>An attribute's value.</summary>
    public static string OfAttribute(ReadOnlySpan<byte> value)
    {
        var plain = new byte[value.Length];
        return Decode(plain.AsSpan(0, Unescape(value, plain)));
    }

    public static string Decode(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAnyInRange((byte)0x00, (byte)0x08) || text.ContainsAnyInRange((byte)0x0E, (byte)0x1F))
        {
            throw new InvalidDataException("a text holds characters that no text may hold");
        }

        try
        {
            return Utf8.GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("a text is not in the encoding that its part declares", e);
        }
    }

    /// <summary>The characters behind Excel's own escapes: <c>_x000D_</c> is a carriage return.</summary>
    public static string WithoutEscapes(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape()
                .Replace(
                    text,
                    match =>
                        (
                            (char)
                                int.Parse(
                                    match.Groups["code"].ValueSpan,
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                        )
                            is var escaped
                        && (escaped >= ' ' || escaped is '\t' or '\n' or '\r')
                            ? escaped.ToString()
                            : ""
                )
            : text;

    /// <summary>The part as UTF-8 without a byte order mark, whatever encoding it is written in.</summary>
    /// <exception cref="InvalidDataException">It declares an encoding that is not known.</exception>
    public static Stream ToUtf8(Stream part)
    {
        var start = new byte[DeclarationBytes];
        var length = part.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var read = start.AsSpan(0, length);
        var whole = new JoinedStream(start.AsMemory(0, length), part);
        var encoding = read switch
        {
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => new UnicodeEncoding(false, true, true),
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => new UnicodeEncoding(true, true, true),
            _ => Declared(read),
        };
        var utf8 = encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, Utf8);
        Span<byte> mark = stackalloc byte[3];
        mark = mark[..utf8.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
        return mark.SequenceEqual(Encoding.UTF8.Preamble) ? utf8 : new JoinedStream(mark.ToArray(), utf8);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> start)
    {
        var name = Declaration().Match(Encoding.Latin1.GetString(start)).Groups["name"].Value.ToUpperInvariant();
        if (name is "" or "UTF-8" or "US-ASCII")
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        // UTF-7 is known and not allowed.
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"a part is in the encoding {name}, which is not known", e);
        }
    }

    private static int Entity(ReadOnlySpan<byte> name, Span<byte> into)
    {
        foreach (var (known, character) in Entities)
        {
            if (name.SequenceEqual(known))
            {
                into[0] = character;
                return 1;
            }
        }

        var number = Encoding.Latin1.GetString(name).AsSpan();
        var isHex = number.StartsWith("#x");
        return
            number.StartsWith("#")
            && int.TryParse(
                number[(isHex ? 2 : 1)..],
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            )
            && Rune.TryCreate(code, out var rune)
            && (code >= ' ' || code is '\t' or '\n' or '\r')
            ? rune.EncodeToUtf8(into)
            : throw new InvalidDataException("it refers to an entity that is not defined");
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();

    [GeneratedRegex(
        """^(\xEF\xBB\xBF)?<\?xml[^>]*\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Declaration();
}
