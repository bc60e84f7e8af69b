using System.Net;
using Azure;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class GuardTests : PageTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/summaries")]
    [InlineData("/health")]
    [InlineData("/nowhere")]
    public async Task Run_SetsTheHeadersOfSafety_OnEveryAnswer(string address)
    {
        using var response = await Client.GetAsync(address, Cancellation);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("own", HttpStatusCode.Found)]
    [InlineData(null, HttpStatusCode.Found)]
    public async Task Run_CarriesOutAPost_OnlyFromItsOwnPagesOrNoPage(string? origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads");
        request.Content = new MultipartFormDataContent
        {
            { new StringContent("kz-bns"), "source" },
            { new StringContent("x"), "files", "a.csv" },
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == "own" ? Client.BaseAddress!.ToString().TrimEnd('/') : origin);
        }

        using var response = await Client.SendAsync(request, Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Found ? 1 : 0, Storage.Uploads.Count);
    }

    [Fact]
    public async Task Run_SaysThatTheStorageDoesNotAnswer_WhenItFails()
    {
        Storage.Fault = new RequestFailedException(503, "Server busy.\nStatus: 503");

        using var response = await Client.GetAsync("/", Cancellation);
        var html = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Server busy.", html, StringComparison.Ordinal);
        Assert.Contains("What to do", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_GivesAPageWithoutStackTrace_WhenAHandlerBreaks()
    {
        Storage.Fault = new InvalidOperationException("secret detail");

        using var response = await Client.GetAsync("/", Cancellation);
        var html = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret detail", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }
}
