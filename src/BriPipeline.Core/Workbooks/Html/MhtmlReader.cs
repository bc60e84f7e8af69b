using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Workbooks.Text;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>Reads web archives, as Excel saves them under .mht or .xls: each page in it that holds tables is a page of its own,
/// and their tables are numbered through.</summary>
internal static partial class MhtmlReader
{
    private const string Kind = "a web archive (MHTML)";

    public static WorkbookReadResult Read(Stream content, string fileName, IKnownWords? words)
    {
        if (content.Length > ReadingLimits.HtmlBytes)
        {
            throw WorkbookReader.Oversized("The web archive takes", content.Length, ReadingLimits.HtmlBytes);
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        // Headers and boundaries are ASCII, and every byte stays as it is.
        var mail = Encoding.Latin1.GetString(bytes);
        var boundary = Boundary().Match(mail).Groups["boundary"].Value;
        var pages = boundary.Length == 0 ? [] : Pages(mail, boundary).ToList();
        return pages.Count == 0
            ? throw RefusedException.Damaged(Kind, "it holds no page")
            : HtmlReader.ReadPages(pages, fileName, words);
    }

    private static IEnumerable<Stream> Pages(string mail, string boundary)
    {
        foreach (var part in mail.Split("\n--" + boundary).Skip(1).Select(part => part.ReplaceLineEndings("\n")))
        {
            var end = part.IndexOf("\n\n", StringComparison.Ordinal);
            var head = end < 0 ? "" : part[..end];
            if (!PageType().IsMatch(head))
            {
                continue;
            }

            var body = part[(end + 2)..];
            yield return new MemoryStream(
                TransferEncoding().Match(head).Groups["name"].Value.ToUpperInvariant() switch
                {
                    "QUOTED-PRINTABLE" => FromQuotedPrintable(body),
                    "BASE64" => FromBase64(body),
                    _ => Encoding.Latin1.GetBytes(body),
                }
            );
        }
    }

    private static byte[] FromQuotedPrintable(string body)
    {
        var joined = SoftBreak().Replace(body, "");
        return Encoding.Latin1.GetBytes(
            EncodedByte()
                .Replace(joined, match => ((char)Convert.FromHexString(match.Groups["code"].ValueSpan)[0]).ToString())
        );
    }

    private static byte[] FromBase64(string body)
    {
        try
        {
            return Convert.FromBase64String(body);
        }
        catch (FormatException e)
        {
            throw RefusedException.Damaged(Kind, e.Message);
        }
    }

    [GeneratedRegex("""boundary\s*=\s*"?(?<boundary>[^"\r\n;]{1,100})""", Options)]
    private static partial Regex Boundary();

    [GeneratedRegex("""Content-Type:\s*(text/html|application/xhtml\+xml)""", Options)]
    private static partial Regex PageType();

    [GeneratedRegex("""Content-Transfer-Encoding:\s*(?<name>[A-Za-z0-9-]+)""", Options)]
    private static partial Regex TransferEncoding();

    [GeneratedRegex("=[ \t]*\n", Options)]
    private static partial Regex SoftBreak();

    [GeneratedRegex("=(?<code>[0-9A-Fa-f]{2})", Options)]
    private static partial Regex EncodedByte();

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
}
