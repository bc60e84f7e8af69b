using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Web.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Tests.Api;

public sealed class UploadApiTests(ApiHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_StoresTheBytes_AndSaysWhereToLook()
    {
        using var body = new ByteArrayContent("a;b\n1;2\n"u8.ToArray());
        using var response = await host.Client.PutAsync(
            "/api/v1/uploads/put-test/2024/Товары%201.csv",
            body,
            Cancellation
        );
        await host
            .Services.GetRequiredService<WorkbookImport>()
            .NotifyAsync("put-test", "2024/Товары 1.csv", Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var shown = await host.Client.GetStringAsync(response.Headers.Location, Cancellation);
        var upload = Assert.Single(JsonDocument.Parse(shown).RootElement.GetProperty("uploads").EnumerateArray());
        Assert.Equal("2024/Товары 1.csv", upload.GetProperty("path").GetString());
    }

    [Fact]
    public async Task Put_GivesAReceipt_ThatTheListRepeats()
    {
        var bytes = "a;b\n1;3\n"u8.ToArray();
        using var body = new ByteArrayContent(bytes);
        body.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");
        using var response = await host.Client.PutAsync("/api/v1/uploads/put-test/receipt.csv", body, Cancellation);
        await host.Services.GetRequiredService<WorkbookImport>().NotifyAsync("put-test", "receipt.csv", Cancellation);

        var receipt = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        var shown = await host.Client.GetStringAsync(response.Headers.Location, Cancellation);
        var upload = Assert.Single(JsonDocument.Parse(shown).RootElement.GetProperty("uploads").EnumerateArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), receipt.GetProperty("sha256").GetString());
        Assert.Equal(bytes.Length, receipt.GetProperty("size").GetInt32());
        Assert.Equal(receipt.GetProperty("sha256").GetString(), upload.GetProperty("sha256").GetString());
        Assert.Equal(bytes.Length, upload.GetProperty("size").GetInt32());
    }

    [Theory]
    [InlineData("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:", "have the SHA-256")]
    [InlineData("sha-512=:AAAA:", "no SHA-256")]
    [InlineData("sha-256=:AAAA:", "no SHA-256")]
    public async Task Put_TakesNothing_WhenTheDigestIsAnother(string digest, string says)
    {
        using var body = new StringContent("not empty");
        body.Headers.TryAddWithoutValidation("Content-Digest", digest);
        using var response = await host.Client.PutAsync("/api/v1/uploads/put-test/changed.csv", body, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var shown = await host.Client.GetAsync("/api/v1/uploads/put-test/changed.csv", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
    }

    /// <summary>The caller names how many figures may go; the same bytes replace nothing.</summary>
    [Fact]
    public async Task Put_ReplacesStoredFigures_OnlyWhereTheirNumberIsNamed()
    {
        const string Address = "/api/v1/uploads/replace-test/a.csv";
        await host
            .Services.GetRequiredService<IReferenceStore>()
            .PutProfileAsync(
                SourceProfile.Parse(
                    """{"name":"replace-test","reporter":"TKM","defaults":{"unit":"USD","multiplier":3,"commodity":"TOTAL"}}"""
                ),
                Cancellation
            );
        var first = "partner,flow,period,value\nChina,exports,2021-01,1\nChina,exports,2021-02,2\n"u8.ToArray();
        var second = "partner,flow,period,value\nChina,exports,2021-01,3\n"u8.ToArray();
        Assert.Equal(HttpStatusCode.Accepted, (await PutAsync(Address, first)).Status);
        await host.Services.GetRequiredService<WorkbookImport>().NotifyAsync("replace-test", "a.csv", Cancellation);

        var (asked, problem) = await PutAsync(Address, second);
        var (misnamed, _) = await PutAsync(Address + "?replace=1", second);
        var (same, _) = await PutAsync(Address, first);
        var (named, _) = await PutAsync(Address + "?replace=2", second);

        Assert.Equal(HttpStatusCode.Conflict, asked);
        Assert.Equal(2, problem.GetProperty("figures").GetInt32());
        Assert.Equal("replace", problem.GetProperty("parameter").GetString());
        Assert.Contains("?replace=2", problem.GetProperty("advice").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, misnamed);
        Assert.Equal(HttpStatusCode.Accepted, same);
        Assert.Equal(HttpStatusCode.Accepted, named);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PutAsync(string address, byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");
        using var response = await host.Client.PutAsync(address, body, Cancellation);
        return (
            response.StatusCode,
            JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement
        );
    }

    [Theory]
    [InlineData("/api/v1/uploads/Bad_Source/a.csv")]
    [InlineData("/api/v1/uploads/put-test/a%00.csv")]
    [InlineData("/api/v1/uploads/put-test/a%5Cb.csv")]
    [InlineData("/api/v1/uploads/put-test/folder/%20/a.csv")]
    [InlineData("/api/v1/uploads/put-test/a.")]
    public async Task Put_RefusesWhatIsNoName(string address)
    {
        using var body = new StringContent("x");
        using var response = await host.Client.PutAsync(address, body, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    /// <summary>Before a byte of it is read: the body here never comes.</summary>
    [Fact]
    public async Task Put_RefusesByTheLengthAlone()
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port, Cancellation);
        await using var stream = client.GetStream();
        var head =
            $"PUT /api/v1/uploads/put-test/large.xlsx HTTP/1.1\r\nHost: localhost\r\nTest-Role: Operator\r\nContent-Length: {UploadLimits.FormBytes + 1}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        using var reader = new StreamReader(stream);

        Assert.Contains("413", await reader.ReadLineAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_AreThoseOfTheReport()
    {
        var text = await host.Client.GetStringAsync("/api/v1/findings/api-test/2021/long.csv", Cancellation);
        var finding = JsonDocument
            .Parse(text)
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Single(one => one.GetProperty("code").GetString() == "area-unknown");

        Assert.Equal("Atlantis", finding.GetProperty("raw").GetString());
    }

    [Theory]
    [InlineData("/api/v1/uploads/api-test/nothing.csv")]
    [InlineData("/api/v1/findings/nobody/nothing.csv")]
    [InlineData("/api/v1/summaries/UZB/1999")]
    [InlineData("/api/v1/nowhere")]
    public async Task Get_FindsNothing_WhereThereIsNothing(string address)
    {
        using var response = await host.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task List_ShowsTheLedger_NewestFirst()
    {
        var text = await host.Client.GetStringAsync("/api/v1/uploads?source=api-test&state=Done", Cancellation);
        var uploads = JsonDocument.Parse(text).RootElement.GetProperty("uploads").EnumerateArray().ToList();

        Assert.Equal(2, uploads.Count);
        Assert.True(
            string.CompareOrdinal(
                uploads[0].GetProperty("version").GetString(),
                uploads[1].GetProperty("version").GetString()
            ) > 0
        );
    }
}
