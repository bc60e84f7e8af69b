using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriPipeline.Web.Documentation;

/// <summary>A page of <c>docs</c> as the product serves it below <c>/docs</c>.</summary>
/// <param name="Title">Its first heading.</param>
/// <param name="Html">What stands on it. Markup in the page's own text is shown as text.</param>
public sealed record DocumentationPage(string Title, string Html)
{
    /// <summary>Where pages are served.</summary>
    internal const string Root = "/docs";

    internal const string Index = "README.md";
    internal const string Markdown = ".md";

    private static readonly Uri Base = new("docs://docs/");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .UseAutoLinks()
        .Build();

    internal static DocumentationPage Of(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (AddressOf(link.Url ?? "") is { } address)
            {
                link.Url = address;
            }
            else
            {
                // The repository's other files are not served: their names stay, without a link.
                link.ReplaceBy(new ContainerInline());
            }
        }

        var title = document.Descendants<HeadingBlock>().FirstOrDefault()?.Inline;
        // What is wide is scrolled, by keyboard too.
        var html = document
            .ToHtml(Pipeline)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal)
            .Replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);
        return new(title is null ? "" : TextOf(title), html);
    }

    /// <summary>The address of what a page links to; null for a file that is not served.</summary>
    private static string? AddressOf(string target)
    {
        if (target.StartsWith('#') || target.Contains("://", StringComparison.Ordinal))
        {
            return target;
        }

        var address = new Uri(Base, target);
        var name = address.AbsolutePath.TrimStart('/');
        if (target.StartsWith("../", StringComparison.Ordinal) || !DocumentationFiles.Has(name))
        {
            return null;
        }

        name = name.EndsWith(Markdown, StringComparison.Ordinal) ? name[..^Markdown.Length] : name;
        return name + Markdown == Index ? Root + address.Fragment : $"{Root}/{name}{address.Fragment}";
    }

    private static string TextOf(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline.Descendants())
        {
            text.Append(part is LiteralInline literal ? literal.Content.ToString() : (part as CodeInline)?.Content);
        }

        return text.ToString();
    }
}
