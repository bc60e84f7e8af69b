using System.Net;
using System.Text.Json;
using Azure.Core;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

/// <summary>What a topic of Event Grid is sent, by its documented form for CloudEvents.</summary>
public sealed class EventGridTopicTests
{
    private static readonly FeedRow Import = new(
        12,
        "kz-bns",
        3,
        new(2023, 8, 30, 9, 0, 0, TimeSpan.Zero),
        new ImportCounts(5, 4, 3, 2, 1),
        "kz-bns/2023.xlsx",
        "plan",
        "state"
    );

    [Fact]
    public async Task Send_PostsABatchOfCloudEvents_InTheNameOfTheIdentity()
    {
        using var line = new Line(HttpStatusCode.OK);
        using var http = new HttpClient(line);

        await new EventGridTopic(http, new("https://topic.example/api/events"), new Identity()).SendAsync(
            [Import, Import with { Number = 13 }],
            default
        );

        Assert.Equal("https://topic.example/api/events?api-version=2018-01-01", line.Address);
        Assert.Equal("Bearer https://eventgrid.azure.net/.default", line.Authorization);
        Assert.Equal("application/cloudevents-batch+json; charset=utf-8", line.ContentType);
        var sent = JsonDocument.Parse(line.Body!).RootElement;
        Assert.Equal(["12", "13"], sent.EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        var first = sent[0];
        Assert.Equal("1.0", first.GetProperty("specversion").GetString());
        Assert.Equal("BriPipeline.ImportCommitted", first.GetProperty("type").GetString());
        Assert.Equal("kz-bns/2023.xlsx", first.GetProperty("subject").GetString());
        Assert.Equal(Import.CommittedAt, first.GetProperty("time").GetDateTimeOffset());
        Assert.Equal(4, first.GetProperty("data").GetProperty("revised").GetInt32());
        Assert.Equal(12, first.GetProperty("data").GetProperty("number").GetInt64());
    }

    [Fact]
    public async Task Send_Fails_WhereTheTopicDoes()
    {
        using var line = new Line(HttpStatusCode.Unauthorized);
        using var http = new HttpClient(line);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            new EventGridTopic(http, new("https://topic.example/api/events"), new Identity()).SendAsync(
                [Import],
                default
            )
        );
    }

    /// <summary>Its tokens say what they are for.</summary>
    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(requestContext.Scopes[0], DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class Line(HttpStatusCode status) : HttpMessageHandler
    {
        public string? Address { get; private set; }
        public string? Authorization { get; private set; }
        public string? ContentType { get; private set; }
        public byte[]? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Address = request.RequestUri!.ToString();
            Authorization = request.Headers.Authorization!.ToString();
            ContentType = request.Content!.Headers.ContentType!.ToString();
            Body = await request.Content.ReadAsByteArrayAsync(cancellationToken);
            return new(status);
        }
    }
}
