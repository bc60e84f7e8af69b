using System.Net;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>A reader's doubt reaches the statistician, and the answer stands beside the figure.</summary>
public sealed class ChallengeHandlersTests(ApiHost host)
{
    private const string Pair = "UZB-DEU";
    private const string Row = "TOTAL|M|USD|api-test|M|2021-01";
    private const string Figure = $"/data/figure?pair={Pair}&row=TOTAL%7CM%7CUSD%7Capi-test%7CM%7C2021-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Doubt_WaitsBesideTheFigure_UntilSomebodyAnswers()
    {
        var text = $"The office's site says 61 <b> {Guid.NewGuid():N}";
        using var reader = host.As("Reader");
        using var uploader = host.As("Uploader");

        using (var sent = await SendAsync(reader, "/data/figure/challenge", ("text", text), ("name", "Somebody else")))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            Assert.EndsWith("#challenges", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        var asked = await reader.GetStringAsync(Figure, Cancellation);
        Assert.Contains(WebUtility.HtmlEncode(text), asked, StringComparison.Ordinal);
        // Nobody speaks in another's name.
        Assert.DoesNotContain("Somebody else", asked, StringComparison.Ordinal);
        Assert.Contains("A reader questions this figure.", asked, StringComparison.Ordinal);
        Assert.Contains("The figure then was 60,000.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/data/figure/answer\"", asked, StringComparison.Ordinal);

        Assert.Contains(
            "href=\"/data/challenges\">Readers question figures: ",
            await uploader.GetStringAsync("/", Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            WebUtility.HtmlEncode(text),
            await uploader.GetStringAsync("/data/challenges", Cancellation),
            StringComparison.Ordinal
        );

        var page = await uploader.GetStringAsync(Figure, Cancellation);
        var id = IdOf(page, WebUtility.HtmlEncode(text));
        using (var refused = await SendAsync(reader, "/data/figure/answer", ("id", id), ("text", "no")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using (var closed = await SendAsync(uploader, "/data/figure/answer", ("id", id), ("text", "It was 60 then.")))
        {
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        }

        using (var again = await SendAsync(uploader, "/data/figure/answer", ("id", id), ("text", "Twice")))
        {
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        }

        var answered = await reader.GetStringAsync(Figure, Cancellation);
        Assert.Contains("It was 60 then.", answered, StringComparison.Ordinal);
        Assert.Contains("Uploader, ", answered, StringComparison.Ordinal);
        Assert.DoesNotContain(
            WebUtility.HtmlEncode(text),
            await uploader.GetStringAsync("/data/challenges", Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "It was 60 then.",
            await uploader.GetStringAsync("/data/challenges?state=closed", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(" ", HttpStatusCode.BadRequest)]
    [InlineData(null, HttpStatusCode.BadRequest)]
    public async Task Doubt_WithoutAText_IsNotTaken(string? text, HttpStatusCode status)
    {
        using var long1001 = await SendAsync(host.Client, "/data/figure/challenge", ("text", text ?? new('x', 1001)));

        Assert.Equal(status, long1001.StatusCode);
    }

    [Fact]
    public async Task Doubt_AboutNoFigure_IsNotFound()
    {
        using var form = new FormUrlEncodedContent([
            new("pair", Pair),
            new("row", Row.Replace("2021-01", "1999-01", StringComparison.Ordinal)),
            new("text", "Where is it?"),
        ]);
        using var answer = await host.Client.PostAsync("/data/figure/challenge", form, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Figure_ShowsItsCellAmongItsNeighbours()
    {
        var html = await host.Client.GetStringAsync(Figure, Cancellation);

        Assert.Contains("Cell D6 in its sheet, with its neighbours", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"figure target\"><b>60</b></td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"header\">partner</td>", html, StringComparison.Ordinal);
        Assert.Contains("Germany", html, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string address,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new FormUrlEncodedContent([
            new("pair", Pair),
            new("row", Row),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await client.PostAsync(address, form, Cancellation);
    }

    /// <summary>The name of the doubt of a text in the form that answers it.</summary>
    private static string IdOf(string page, string text)
    {
        const string Mark = "name=\"id\" value=\"";
        var at = page.IndexOf(Mark, page.IndexOf(text, StringComparison.Ordinal), StringComparison.Ordinal);
        return page.Substring(at + Mark.Length, 19);
    }
}
