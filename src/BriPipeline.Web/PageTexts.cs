using System.Globalization;
using System.Net;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Summaries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BriPipeline.Web;

/// <summary>Every word of the pages in one language: <c>Texts/{language}/pages.json</c> of Core.</summary>
public sealed class PageTexts
{
    /// <summary>The cookie that keeps what a reader chose.</summary>
    internal const string Cookie = "language";

    /// <summary>The part of an address that says its language.</summary>
    internal const string Parameter = "lang";

    private readonly IReadOnlyDictionary<string, string> texts;
    private readonly NumberFormatInfo numbers;

    private PageTexts(string language)
    {
        Language = language;
        Findings = FindingTexts.Of(language);
        texts = TextFile.Read(language, "pages");
        var documents = SummaryTexts.All.First(summary => summary.Language == language);
        Summaries = new(documents);
        numbers = new NumberFormatInfo
        {
            NumberGroupSeparator = documents["group"],
            NumberDecimalSeparator = documents["decimal"],
        };
    }

    public static PageTexts English { get; } = new("en");

    public static PageTexts Russian { get; } = new("ru");

    /// <summary>Those of the documents.</summary>
    public static IReadOnlyList<PageTexts> All { get; } = [English, Russian, new("kk"), new("zh")];

    /// <summary>The catalogue of findings in the same language.</summary>
    public FindingTexts Findings { get; }

    /// <summary>How the documents of the same language write numbers and periods.</summary>
    internal SummaryFormat Summaries { get; }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    public IReadOnlyCollection<string> Keys => [.. texts.Keys];

    /// <summary>A text for the page itself: the page is UTF-8, and letters written as numbers would make it four times as long.</summary>
    /// <exception cref="KeyNotFoundException">No text has this key.</exception>
    public MarkupString this[string key, params ReadOnlySpan<object?> arguments] =>
        new(WebUtility.HtmlEncode(Of(key, arguments)));

    /// <summary>A text for an attribute, or to be put together with others.</summary>
    /// <exception cref="KeyNotFoundException">No text has this key.</exception>
    public string Of(string key, params ReadOnlySpan<object?> arguments) =>
        texts.TryGetValue(key, out var text)
            ? arguments.Length == 0
                ? text
                : SummaryFormat.Closed(string.Format(numbers, text, arguments))
            : throw new KeyNotFoundException($"Texts/{Language}/pages.json has no text '{key}'.");

    /// <summary>One after the other, parted as the language parts them.</summary>
    internal string List(IEnumerable<string> parts) => string.Join(Of("list"), parts);

    /// <summary>The text, or the key's last part where there is none.</summary>
    internal string Or(string prefix, string name) => texts.GetValueOrDefault($"{prefix}.{name}", name);

    internal string Number(long number) => number.ToString("N0", numbers);

    internal string Number(decimal? number) => number?.ToString("#,##0.##########", numbers) ?? "";

    internal string Signed(decimal number) => (number > 0 ? "+" : "") + Number(number);

    /// <summary>The language of the address, else what the reader chose, else the first of the browser's languages that there is, else English.</summary>
    internal static PageTexts Of(HttpRequest request)
    {
        var accepted = request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(
                language => language,
                StringWithQualityHeaderValueComparer.QualityComparer
            )
            .Select(language => language.Value.Value?.Split('-')[0]);
        return accepted
                .Prepend(request.Cookies[Cookie])
                .Prepend(request.Query[Parameter].ToString())
                .Select(language => All.FirstOrDefault(texts => texts.Language == language))
                .FirstOrDefault(texts => texts is not null)
            ?? English;
    }
}
