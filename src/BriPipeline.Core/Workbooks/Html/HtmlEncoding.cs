using System.Text;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>The encoding that a page declares for itself.</summary>
internal static partial class HtmlEncoding
{
    private const int SampleBytes = 4096;

    /// <summary>A strict decoder of what the page's <c>meta</c> element names; null where it names none, an unknown one,
    /// or one that its bytes contradict.</summary>
    public static Encoding? Declared(Stream content)
    {
        content.Position = 0;
        var sample = new byte[Math.Min(SampleBytes, content.Length)];
        content.ReadExactly(sample);
        if (sample is [0xEF, 0xBB, 0xBF, ..] || Text.TextEncoding.OfWideText(sample) is not null)
        {
            return null;
        }

        var match = Charset().Match(Encoding.Latin1.GetString(sample));
        return
            match.Success
            && Find(match.Groups["name"].Value) is { } encoding
            && Text.TextEncoding.Decodes(encoding, content)
            ? encoding
            : null;
    }

    private static Encoding? Find(string name)
    {
        // By the HTML standard GB2312 and GBK are read as GB18030, and a declaration that was read as ASCII cannot mean UTF-16.
        var known = name.ToLowerInvariant() switch
        {
            "gb2312" or "gbk" => "GB18030",
            ['u', 't', 'f', '-', '1' or '3', ..] => "utf-8",
            var other => other,
        };
        try
        {
            return Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        // UTF-7 is known and not allowed.
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """<meta\b[^>]{0,200}charset\s{0,9}=\s{0,9}["']?(?<name>[A-Za-z0-9_:.-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Charset();
}
