using System.Net;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class HealthHandlersTests : PageTests
{
    [Fact]
    public async Task Health_IsWell_WhenEveryPartWorks()
    {
        using var response = await Client.GetAsync("/health", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"blob":"works","queue":"works","table":"works"}""",
            await response.Content.ReadAsStringAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Health_NamesThePartAndTheCause_WhenOneDoesNot()
    {
        Storage.TableFault = "refuses the connection";

        using var response = await Client.GetAsync("/health", Cancellation);
        var page = await Client.GetStringAsync("/", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("table refuses the connection", page, StringComparison.Ordinal);
    }
}
