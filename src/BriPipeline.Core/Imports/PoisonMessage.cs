using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriPipeline.Core.Imports;

/// <summary>A message of the queue <c>webjobs-blobtrigger-poison</c>, in the form in which the Functions host writes one for a
/// blob whose trigger it gave up.</summary>
/// <param name="BlobName"><c>{source}/{path}</c>.</param>
/// <param name="Cause">Why it failed; the host's own messages have none.</param>
public sealed record PoisonMessage(string ContainerName, string BlobName, string? ETag, string? Cause)
{
    private const string Uploads = "uploads";

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = true,
    };

    /// <summary>The first folder of the name; empty for a file in no folder.</summary>
    [JsonIgnore]
    public string Source => BlobName[..Math.Max(BlobName.IndexOf('/', StringComparison.Ordinal), 0)];

    /// <summary>What follows the first folder.</summary>
    [JsonIgnore]
    public string Path => BlobName[(BlobName.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static PoisonMessage Of(UploadRecord upload, string cause) =>
        new(
            Uploads,
            upload.Source.Length == 0 ? upload.Path : $"{upload.Source}/{upload.Path}",
            upload.ETag,
            cause.Length > 2000 ? cause[..2000] : cause
        );

    public bool IsAbout(string source, string path) => Source == source && Path == path;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null where the text is not about an upload.</summary>
    public static PoisonMessage? Read(string text)
    {
        try
        {
            var message = JsonSerializer.Deserialize<PoisonMessage>(text, Json);
            return message is { ContainerName: Uploads, BlobName.Length: > 0 } ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
