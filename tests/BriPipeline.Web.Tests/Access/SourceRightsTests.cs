using System.Net;
using System.Text;
using System.Text.Json;
using BriPipeline.Core.Sources;
using BriPipeline.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Tests.Access;

/// <summary>An uploader writes only to sources that are his.</summary>
public sealed class SourceRightsTests(ApiHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "Uploader", "g-1", HttpStatusCode.Forbidden)]
    [InlineData("""["g-1"]""", "Uploader", "g-1", HttpStatusCode.Accepted)]
    [InlineData("""["g-1"]""", "Uploader", "g-2", HttpStatusCode.Forbidden)]
    [InlineData("""["g-1"]""", "Reader", "g-1", HttpStatusCode.Forbidden)]
    [InlineData("""["g-1"]""", "Operator", "g-2", HttpStatusCode.Accepted)]
    [InlineData(null, "Operator", "", HttpStatusCode.Accepted)]
    [InlineData("""["Uploader"]""", "Uploader", "", HttpStatusCode.Accepted)]
    [InlineData("[]", "Uploader", "", HttpStatusCode.Forbidden)]
    public async Task Put_IsTaken_WhereTheProfileNamesTheCaller(
        string? uploaders,
        string role,
        string group,
        HttpStatusCode expected
    )
    {
        await ProfileAsync("rights-put", uploaders);
        using var client = host.As(role, group);
        using var response = await client.PutAsync(
            "/api/v1/uploads/rights-put/a.csv",
            new StringContent($"{role} {group} {uploaders}"),
            Cancellation
        );

        Assert.Equal(expected, response.StatusCode);
        if (expected == HttpStatusCode.Forbidden && role == "Uploader")
        {
            var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
            Assert.Contains("rights-put", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>A source without a profile is nobody's: the registers are the most important of them.</summary>
    [Theory]
    [InlineData("registers")]
    [InlineData("rights-none")]
    public async Task Put_IsRefused_WhereThereIsNoProfile(string source)
    {
        using var client = host.As("Uploader", "g-1");
        using var response = await client.PutAsync(
            $"/api/v1/uploads/{source}/a.csv",
            new StringContent("x"),
            Cancellation
        );

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("g-1", HttpStatusCode.Redirect)]
    [InlineData("g-2", HttpStatusCode.Forbidden)]
    public async Task Form_IsTaken_WhereTheProfileNamesTheCaller(string group, HttpStatusCode expected)
    {
        await ProfileAsync("rights-form", """["g-1"]""");
        using var client = host.As("Uploader", group);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("rights-form"), "source" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("a")), "files", "a.csv" },
        };
        using var response = await client.PostAsync("/uploads", form, Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(
            expected == HttpStatusCode.Forbidden,
            (await response.Content.ReadAsStringAsync(Cancellation)).Contains(
                "Not your source",
                StringComparison.Ordinal
            )
        );
    }

    /// <summary>Answers change what is stored as uploads do.</summary>
    [Theory]
    [InlineData("/api/v1/questions/api-test/2021/long.csv", null)]
    [InlineData("/sources/api-test/answers", "kind=Area&about=Atlantis&is=KAZ")]
    public async Task Answers_AreRefused_WhereTheProfileDoesNotNameTheCaller(string address, string? form)
    {
        using var client = host.As("Uploader", "g-1");
        using HttpContent body = form is null
            ? new StringContent("[]")
            : new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync(address, body, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private Task ProfileAsync(string source, string? uploaders) =>
        host
            .Services.GetRequiredService<IReferenceStore>()
            .PutProfileAsync(
                SourceProfile.Parse(
                    $$"""{ "name": "{{source}}"{{(uploaders is null ? "" : $", \"uploaders\": {uploaders}")}} }"""
                ),
                Cancellation
            );
}
