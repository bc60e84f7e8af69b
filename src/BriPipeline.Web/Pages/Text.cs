using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Summaries;
using Microsoft.AspNetCore.Components;

namespace BriPipeline.Web.Pages;

/// <summary>Numbers, times and addresses as the page prints them.</summary>
internal static partial class Text
{
    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    internal static string Machine(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The page of the newest version of an upload, or of the one written at a time.</summary>
    internal static string AddressOf(UploadRecord upload, bool thisVersion = false) =>
        $"/uploads/{upload.Source}/{EscapePath(upload.Path)}" + (thisVersion ? $"?version={upload.Version}" : "");

    internal static string AddressOf(SummaryRecord summary) => $"/summaries/{summary.Subject}/{summary.Period}";

    /// <summary>A path for an address: every segment escaped, the slashes kept.</summary>
    internal static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A drawing for the page, whose policy runs no styles of elements: in SVG they may stand as attributes.</summary>
    internal static MarkupString Drawing(string svg) =>
        new(
            Style()
                .Replace(
                    svg,
                    style =>
                        string.Join(
                            ' ',
                            style
                                .Groups[1]
                                .Value.Split(
                                    ';',
                                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                                )
                                .Select(part => part.Split(':', 2))
                                .Select(part => $"{part[0].Trim()}=\"{part[1].Trim()}\"")
                        )
                )
        );

    /// <summary>Text as it stands: the page is UTF-8, and letters written as numbers would make it four times as long.</summary>
    internal static MarkupString Plain(string text) => new(WebUtility.HtmlEncode(text));

    [GeneratedRegex("style=\"([^\"]*)\"")]
    private static partial Regex Style();
}
