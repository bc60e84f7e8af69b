using System.Net;
using System.Text.RegularExpressions;
using BriPipeline.Web.Documentation;

namespace BriPipeline.Web.Tests.Documentation;

public sealed partial class DocumentationPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryFile_IsServed_AndEveryLinkWithinLeadsSomewhere()
    {
        await using var host = await PageHost.StartAsync(Cancellation);
        Assert.InRange(DocumentationFiles.Names.Count(), 20, 200);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/docs"]);
        while (open.TryDequeue(out var address))
        {
            using var answer = await host.Client.GetAsync(address, Cancellation);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            if (answer.Content.Headers.ContentType!.MediaType != "text/html")
            {
                continue;
            }

            var html = await answer.Content.ReadAsStringAsync(Cancellation);
            var article = html.Split("<article")[1].Split("</article>")[0];
            foreach (var target in Target().Matches(article).Select(match => match.Groups["target"].Value))
            {
                var parts = target.Split('#');
                if (parts[0].StartsWith("/docs", StringComparison.Ordinal) && seen.Add(parts[0]))
                {
                    open.Enqueue(parts[0]);
                }
            }
        }

        // From the first page all others are found.
        Assert.Empty(
            DocumentationFiles
                .Names.Where(name => name != "README.md" && !name.StartsWith("pictures/", StringComparison.Ordinal))
                .Select(name => "/docs/" + (name.EndsWith(".md", StringComparison.Ordinal) ? name[..^3] : name))
                .Except(seen, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task EveryPage_LeadsToTheDocumentation()
    {
        await using var host = await PageHost.StartAsync(Cancellation);

        Assert.Contains(
            "href=\"/docs\"",
            await host.Client.GetStringAsync("/", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[a](store.md#tables)", "<a href=\"/docs/store#tables\">a</a>")]
    [InlineData("[a](README.md)", "<a href=\"/docs\">a</a>")]
    [InlineData("[a](#here)", "<a href=\"#here\">a</a>")]
    [InlineData("[a](https://example.org/)", "<a href=\"https://example.org/\">a</a>")]
    [InlineData("[LICENSE](../LICENSE)", "<p>LICENSE</p>")]
    [InlineData("[`x`](../src/x.cs) and", "<p><code>x</code> and</p>")]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("## One rule, once", "<h2 id=\"one-rule-once\">")]
    [InlineData("    code", "<pre tabindex=\"0\">")]
    [InlineData("| a |\n|---|\n| b |", "<div class=\"scroll\" tabindex=\"0\"><table>")]
    public void Page_IsSafe_AndItsLinksLeadToServedPages(string markdown, string html) =>
        Assert.Contains(html, DocumentationPage.Of(markdown).Html, StringComparison.Ordinal);

    [Fact]
    public async Task Page_IsNotFound_WhereThereIsNone()
    {
        await using var host = await PageHost.StartAsync(Cancellation);
        foreach (var address in new[] { "/docs/nowhere", "/docs/../site.css", "/docs/README.md.md" })
        {
            using var answer = await host.Client.GetAsync(address, Cancellation);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [GeneratedRegex("(href|src)=\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Target();
}
