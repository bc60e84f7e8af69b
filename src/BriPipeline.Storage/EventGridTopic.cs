using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>A custom topic of Event Grid that takes CloudEvents 1.0; the caller's identity needs the role EventGrid Data Sender.</summary>
/// <param name="endpoint">Of the topic, as <c>https://name.region-1.eventgrid.azure.net/api/events</c>.</param>
public sealed class EventGridTopic(HttpClient http, Uri endpoint, TokenCredential credential) : IChangeEvents
{
    public const string EventType = "BriPipeline.ImportCommitted";
    private const string ContentType = "application/cloudevents-batch+json";
    private const string Version = "api-version=2018-01-01";
    private static readonly string[] Scopes = ["https://eventgrid.azure.net/.default"];

    /// <param name="settings">Whose identity is that of the data account.</param>
    public static EventGridTopic Of(HttpClient http, Uri endpoint, StorageSettings settings) =>
        new(http, endpoint, StorageAccount.CredentialOf(settings));

    /// <exception cref="HttpRequestException">The topic did not take the events.</exception>
    public async Task SendAsync(IReadOnlyList<FeedRow> imports, CancellationToken cancellation)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext(Scopes), cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder(endpoint) { Query = Version }.Uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(imports.Select(EventOf)));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType + "; charset=utf-8");
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The names of the data are those of <c>/api/v1/changes</c>.</summary>
    private static object EventOf(FeedRow import) =>
        new
        {
            specversion = "1.0",
            id = import.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            source = "/feed",
            type = EventType,
            subject = import.Upload,
            time = import.CommittedAt,
            datacontenttype = "application/json",
            data = new
            {
                number = import.Number,
                source = import.Source,
                seq = import.Seq,
                committed_at = import.CommittedAt,
                added = import.Counts.Added,
                revised = import.Counts.Revised,
                retracted = import.Counts.Retracted,
                restored = import.Counts.Restored,
                unchanged = import.Counts.Unchanged,
                upload = import.Upload,
                discarded = import.Discarded,
            },
        };
}
