using System.Text;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Workbooks.Text;

/// <summary>Tells the encoding of a text from its bytes: byte order mark, pattern of NULs, strict UTF-8, then
/// <see cref="OldEncodings"/>.</summary>
internal static class TextEncoding
{
    private const int SampleBytes = 1 << 16;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, true, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(true, true, throwOnInvalidBytes: true);

    /// <summary>A strict decoder of the whole stream, null where none is certain, and a finding where another is as likely.</summary>
    public static (Encoding? Encoding, Finding? Doubt) Detect(Stream content, IKnownWords? words)
    {
        var sample = Sample(content);
        if (OfWideText(sample) is { } wide)
        {
            return (Decodes(wide, content) ? wide : null, null);
        }

        if (Decodes(Utf8, content))
        {
            return (Utf8, null);
        }

        return OldEncodings.Detect(LinesBeyondAscii(content), encoding => Decodes(encoding, content), words);
    }

    /// <summary>UTF-16, from its byte order mark or from the NULs that ASCII letters leave in it; else null.</summary>
    public static Encoding? OfWideText(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Utf16;
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Utf16BigEndian;
        }

        var pairs = sample.Length / 2;
        var low = 0;
        var high = 0;
        for (var i = 0; i < pairs; i++)
        {
            high += sample[i * 2] == 0 ? 1 : 0;
            low += sample[(i * 2) + 1] == 0 ? 1 : 0;
        }

        // Digits, blanks and delimiters are a good part of any table; 一 (U+4E00) has a NUL on the other side.
        return low * 20 >= pairs && low > high * 8 ? Utf16
            : high * 20 >= pairs && high > low * 8 ? Utf16BigEndian
            : null;
    }

    public static bool Decodes(Encoding encoding, Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, true, SampleBytes, leaveOpen: true);
        var buffer = new char[SampleBytes];
        try
        {
            while (reader.Read(buffer, 0, buffer.Length) > 0)
            {
                continue;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static byte[] Sample(Stream content)
    {
        content.Position = 0;
        var sample = new byte[Math.Min(SampleBytes, content.Length)];
        content.ReadExactly(sample);
        return sample;
    }

    /// <summary>The first lines that hold bytes beyond ASCII: what there is to tell an encoding by, without the digits
    /// that make the detector doubt.</summary>
    private static byte[] LinesBeyondAscii(Stream content)
    {
        content.Position = 0;
        var found = new MemoryStream();
        var line = new List<byte>();
        var buffer = new byte[SampleBytes];
        int read;
        while (found.Length < SampleBytes && (read = content.Read(buffer)) > 0)
        {
            foreach (var b in buffer.AsSpan(0, read))
            {
                line.Add(b);
                if (b == '\n' || line.Count == SampleBytes)
                {
                    Keep(line, found);
                }
            }
        }

        Keep(line, found);
        return found.ToArray();
    }

    private static void Keep(List<byte> line, MemoryStream found)
    {
        if (line.Exists(b => b >= 0x80))
        {
            found.Write(line.ToArray());
        }

        line.Clear();
    }
}
