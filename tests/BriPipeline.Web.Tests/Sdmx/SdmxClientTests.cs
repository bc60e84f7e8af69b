using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Sdmx;

/// <summary>What a client library of the field asks for is answered.</summary>
public sealed class SdmxClientTests(ApiHost host)
{
    private static readonly string Client = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "BriPipeline.Web.Tests",
        "Sdmx",
        "Client"
    );

    [Fact]
    public async Task Addresses_OfTheClientLibrary_AreAnswered()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Client, "node_modules", "sdmx-rest")),
            "sdmx-rest is not installed (npm ci in tests/BriPipeline.Web.Tests/Sdmx/Client)."
        );
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("node", ["urls.cjs", new Uri(host.Client.BaseAddress!, "sdmx/2.1").ToString()])
        {
            WorkingDirectory = Client,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var lines = (await node.StandardOutput.ReadToEndAsync(cancellation)).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        await node.WaitForExitAsync(cancellation);

        Assert.Equal(12, lines.Length);
        foreach (var line in lines)
        {
            var (name, address) = (line.Split('\t')[0], line.Split('\t')[1]);
            using var answer = await host.Client.GetAsync(address, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{name}: {address}: {answer.StatusCode}: {text}");
            using var json = JsonDocument.Parse(text);
            if (name.StartsWith("data ", StringComparison.Ordinal))
            {
                Assert.Single(json.RootElement.GetProperty("data").GetProperty("dataSets").EnumerateArray());
            }
        }
    }
}
