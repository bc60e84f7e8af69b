using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Downstream;

/// <summary>What the page for downstream apps shows works: on a real Azurite and the real app.</summary>
public sealed partial class DownstreamPageTests(ApiHost host)
{
    private static readonly string Page = RepositoryFiles.Read("docs/app-developer.md");

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
        var source = RepositoryFiles.Read("tests/BriPipeline.Web.Tests/Downstream/Examples.cs");
        var shown = source.Split("// <examples>\n")[1].Split("    // </examples>")[0];
        var plain = string.Join(
            '\n',
            shown.Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line)
        );

        Assert.Equal(plain, Assert.Single(BlocksOf("csharp")));
    }

    [Fact]
    public async Task CSharp_ReadsSeriesPartnersAndChanges()
    {
        var service = new TableServiceClient(host.ConnectionString);

        Assert.Equal([("2021-01", 110_500m), ("2021-02", 101_500m)], await Examples.SeriesAsync(service));
        Assert.Equal(["001", "CHN", "DEU"], await Examples.PartnersAsync(service));
        Assert.Equal(
            [(1L, 1L), (2L, 2L)],
            (await Examples.ChangesAsync(service, 0))
                .Where(row => row.Source == ApiHost.Source)
                .Select(row => (row.Number, row.Seq))
        );
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
            Assert.NotEmpty(
                await host.Client.GetStringAsync(
                    address.Replace("2026-01-31", "2100-01-31", StringComparison.Ordinal),
                    Cancellation
                )
            );
            return;
        }

        var service = new TableServiceClient(host.ConnectionString);
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
        var printed = await PythonAsync(
            BlocksOf("python")[0]
                + $"""
                rows = observations("{host.Client.BaseAddress!.ToString().TrimEnd(
                    '/'
                )}", "reporter=UZB&limit=3", {"{"}"Test-Role": "Reader"{"}"})
                print(len(rows), rows[0]["partner"], rows[-1]["value"])
                """,
            needs: "urllib.request"
        );

        Assert.Equal("7 001 50000", printed);
    }

    [Fact]
    public async Task Python_ReadsASeriesOfTheTable()
    {
        var printed = await PythonAsync(
            BlocksOf("python")[1]
                + $"\nprint(series(TableServiceClient.from_connection_string(\"{host.ConnectionString}\")))\n",
            needs: "azure.data.tables"
        );

        Assert.Equal("[('2021-01', '110500'), ('2021-02', '101500')]", printed);
    }

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
