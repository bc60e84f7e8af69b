using System.Net;
using System.Text.RegularExpressions;

namespace BriPipeline.Web.Tests.Handlers;

public sealed partial class AssetTests : PageTests
{
    [Fact]
    public async Task Page_FetchesNothingFromElsewhere_AndEveryAssetIsThere()
    {
        var html = await Client.GetStringAsync("/", Cancellation);
        var addresses = Address().Matches(html).Select(match => match.Groups[1].Value).ToList();

        Assert.All(addresses, address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        Assert.Equal(3, addresses.Count(address => address.StartsWith("/assets/", StringComparison.Ordinal)));
        foreach (var address in addresses.Where(address => address.StartsWith("/assets/", StringComparison.Ordinal)))
        {
            using var response = await Client.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Serve_GivesNotFound_WhenTheContentHasChangedSince()
    {
        using var response = await Client.GetAsync("/assets/0000000000/site.css", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"#]+)\"")]
    private static partial Regex Address();
}
