using System.Collections.Concurrent;
using System.Net;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Links of README and the documentation to other sites.</summary>
public sealed class ExternalLinkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Links_AreFound() =>
        Assert.Equal(
            ["https://example.org/a", "https://example.org/b"],
            new MarkdownPage(
                "docs/page.md",
                "[a](https://example.org/a) <https://example.org/b> <http://localhost:5080> `[c](https://example.org/c)`"
            ).ExternalLinks.Select(link => link.ToString())
        );

    /// <summary>A site that is down, or that lets no programs in, says nothing of its page: only "not found" and "gone" count.</summary>
    [Fact]
    public async Task Links_LeadToPages()
    {
        // Whether others keep their pages is no fault of a change that is being tested.
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("BRI_LINKS") is null,
            "Asks other sites: set BRI_LINKS=1 to run it."
        );
        var links = MarkdownPage.All.SelectMany(page => page.ExternalLinks).ToHashSet();
        Assert.InRange(links.Count, 10, 200);
        using var client = new HttpClient { Timeout = Patience };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; link check)");
        var answers = new ConcurrentDictionary<Uri, HttpStatusCode>();
        await Parallel.ForEachAsync(
            links,
            TestContext.Current.CancellationToken,
            async (link, cancellation) =>
            {
                try
                {
                    using var answer = await client.GetAsync(
                        link,
                        HttpCompletionOption.ResponseHeadersRead,
                        cancellation
                    );
                    answers[link] = answer.StatusCode;
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                {
                    // The site is not reached from here.
                }
            }
        );
        Assert.SkipWhen(answers.IsEmpty, "No other site is reached from this machine.");

        Assert.DoesNotContain(answers, answer => answer.Value is HttpStatusCode.NotFound or HttpStatusCode.Gone);
    }
}
