using BriPipeline.Core.Office;
using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Web.Pages;

/// <summary>A chart as a line of HTML for other pages.</summary>
internal static class ChartEmbed
{
    internal static string LineOf(string page, string drawing, string title) =>
        Markup.Of($"""<a href="{page}"><img src="{drawing}" width="{ChartFrame.Wide}" alt="{title}"></a>""").ToString();
}
