namespace BriPipeline.Core.Summaries.Html;

/// <summary>A table with caption and column headings; where the screen is narrow it scrolls by itself.</summary>
internal static class HtmlTable
{
    /// <param name="kind">Class of the style sheet: <c>figures</c>, <c>ranked</c> (a rank before the label) or <c>sources</c>.</param>
    public static Markup Write(
        string kind,
        string caption,
        IReadOnlyList<string> headings,
        IEnumerable<Markup> lines
    ) =>
        Markup.Of(
            $"""
            <div class="wide" role="region" aria-label="{caption}" tabindex="0">
            <table class="{kind}">
            <caption><span>{caption}</span></caption>
            <thead><tr>{Markup.Join(
                headings.Select(heading => Markup.Of($"""<th scope="col">{heading}</th>"""))
            )}</tr></thead>
            <tbody>
            {Markup.Join(lines)}
            </tbody>
            </table>
            </div>
            """
        );
}
