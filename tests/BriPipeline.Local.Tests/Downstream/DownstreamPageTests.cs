using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using BriPipeline.Local.Tests.Browser;

namespace BriPipeline.Local.Tests.Downstream;

/// <summary>What the page for downstream apps shows works against the samples.</summary>
public sealed partial class DownstreamPageTests(BrowserHost host)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/app-developer.md"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Requests =>
        [
            .. BlocksOf("http")
                .SelectMany(block => block.Split('\n'))
                .Where(line => line.StartsWith("GET ", StringComparison.Ordinal))
                .Select(line => line[4..]),
        ];

    [Fact]
    public void CSharp_IsTheCodeThatTheTestsRun()
    {
        var source = File.ReadAllText(
            Path.Combine(Repository.Root, "tests/BriPipeline.Local.Tests/Downstream/Examples.cs")
        );
        var shown = source.Split("// <examples>\n")[1].Split("    // </examples>")[0];
        var plain = string.Join(
            '\n',
            shown.Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line)
        );

        Assert.Equal(plain, BlocksOf("csharp")[0]);
    }

    [Fact]
    public async Task CSharp_ReadsSeriesPartnersAndChanges()
    {
        var service = new TableServiceClient(await host.ConnectionStringAsync());

        Assert.Equal([("2021", 9772505633.04m), ("2022", 13060205479.11m)], await Examples.SeriesAsync(service));
        var partners = await Examples.PartnersAsync(service);
        Assert.Equal("001", partners[0]);
        Assert.Contains("CHN", partners);
        var changes = await Examples.ChangesAsync(service, 0);
        Assert.Equal(1, changes[0].Number);
        Assert.Contains(changes, row => row is { Source: "sample-kz-yearly", Seq: 1 });
    }

    /// <summary>Those of the tables carry a signature here, because Azurite on HTTP takes no tokens.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_FindsRows(string address)
    {
        using var client = new HttpClient();
        if (
            address.StartsWith("/api/", StringComparison.Ordinal)
            || address.StartsWith("/sdmx/", StringComparison.Ordinal)
        )
        {
            var now = address.Replace("2026-01-31", "2100-01-31", StringComparison.Ordinal);
            Assert.NotEmpty(await client.GetStringAsync(new Uri(await host.AddressAsync(), now), Cancellation));
            return;
        }

        var service = new TableServiceClient(await host.ConnectionStringAsync());
        var signature = service
            .GenerateSasUri(
                TableAccountSasPermissions.Read | TableAccountSasPermissions.List,
                TableAccountSasResourceTypes.All,
                TimeProvider.System.GetUtcNow().AddHours(1)
            )
            .Query.TrimStart('?');
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Uri}{address}&{signature}");
        request.Headers.Add("x-ms-version", "2019-02-02");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=nometadata");
        using var response = await client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.NotEmpty(JsonDocument.Parse(text).RootElement.GetProperty("value").EnumerateArray());
    }

    [Fact]
    public async Task Python_FollowsTheLinksOfTheApi()
    {
        var address = (await host.AddressAsync()).ToString().TrimEnd('/');
        var printed = await PythonAsync(
            BlocksOf("python")[0]
                + $"""
                rows = observations("{address}", "reporter=KAZ&partner=CHN&flow=X&source=sample-kz-yearly&limit=1", {"{}"})
                print(len(rows), rows[0]["partner"], rows[-1]["value"])
                """,
            needs: "urllib.request"
        );

        Assert.Equal("2 CHN 13060205479.11", printed);
    }

    [Fact]
    public async Task Python_ReadsASeriesOfTheTable()
    {
        var printed = await PythonAsync(
            BlocksOf("python")[1]
                + $"\nprint(series(TableServiceClient.from_connection_string(\"{await host.ConnectionStringAsync()}\")))\n",
            needs: "azure.data.tables"
        );

        Assert.Equal("[('2021', '9772505633.04'), ('2022', '13060205479.11')]", printed);
    }

    /// <summary>Power Query runs on Windows only; what it asks the API for is asked here.</summary>
    [Fact]
    public async Task PowerQuery_AsksForColumnsThatThereAre()
    {
        var query = BlocksOf("powerquery")[0];
        var path = Quoted()
            .Match(query[query.IndexOf("RelativePath", StringComparison.Ordinal)..])
            .Groups["text"]
            .Value;
        var asked = query[query.IndexOf("Query = [", StringComparison.Ordinal)..].Split(']')[0].Split('[')[1];
        var parameters = asked.Split(',').Select(part => part.Replace(" = ", "=", StringComparison.Ordinal).Trim());
        var csv = await TextAsync(
            $"/{path}?{string.Join('&', parameters).Replace("\"", "", StringComparison.Ordinal)}"
        );

        Assert.Contains("value", csv.Split('\n')[0].Split(','));
        Assert.Contains("{\"value\", type number}", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PowerBiTemplate_AsksForFigures()
    {
        using var template = JsonDocument.Parse(await TextAsync("/docs/figures.pbids"));
        var connection = Assert.Single(template.RootElement.GetProperty("connections").EnumerateArray());
        var details = connection.GetProperty("details");
        var address = new Uri(details.GetProperty("address").GetProperty("url").GetString()!);

        Assert.Equal("http", details.GetProperty("protocol").GetString());
        Assert.Contains("\nKAZ,", await TextAsync(address.PathAndQuery), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string address)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(await host.AddressAsync(), address), Cancellation);
    }

    [GeneratedRegex("\"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    private static IReadOnlyList<string> BlocksOf(string language) =>
        [
            .. Block()
                .Matches(Page)
                .Where(match => match.Groups["language"].Value == language)
                .Select(match => match.Groups["text"].Value),
        ];

    /// <summary>What a script prints; the test is skipped where no Python has the module.</summary>
    private static async Task<string> PythonAsync(string script, string needs)
    {
        foreach (var python in (string[])["/usr/bin/python3", "python3"])
        {
            try
            {
                if ((await RunAsync(python, $"import {needs}")).ExitCode == 0)
                {
                    var (exitCode, output, errors) = await RunAsync(python, script);
                    Assert.True(exitCode == 0, errors);
                    return output.Trim();
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no such program.
            }
        }

        Assert.Skip($"No Python here has the module {needs}; Debian's package python3-azure has it.");
        return "";
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string python, string script)
    {
        var start = new ProcessStartInfo(python, ["-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await errors);
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
