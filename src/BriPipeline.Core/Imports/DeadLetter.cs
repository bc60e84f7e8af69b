using System.Text.Json;

namespace BriPipeline.Core.Imports;

/// <summary>Events of uploads that Event Grid could not deliver for a day and laid down as a blob.</summary>
/// <param name="Name">Of the blob.</param>
/// <param name="Uploads">The uploads that the events are about.</param>
public sealed record DeadLetter(string Name, IReadOnlyList<(string Source, string Path)> Uploads)
{
    private const string Subject = "/blobServices/default/containers/uploads/blobs/";

    /// <summary>Reads the array of events in Event Grid's schema; whatever else stands there is about no upload.</summary>
    public static DeadLetter Read(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            using var events = JsonDocument.Parse(content);
            return new(name, events.RootElement.ValueKind == JsonValueKind.Array ? [.. UploadsOf(events)] : []);
        }
        catch (JsonException)
        {
            return new(name, []);
        }
    }

    private static IEnumerable<(string Source, string Path)> UploadsOf(JsonDocument events)
    {
        foreach (var sent in events.RootElement.EnumerateArray())
        {
            if (
                sent.ValueKind == JsonValueKind.Object
                && sent.TryGetProperty("subject", out var subject)
                && subject.ValueKind == JsonValueKind.String
                && subject.GetString()!.StartsWith(Subject, StringComparison.Ordinal)
            )
            {
                var blob = subject.GetString()![Subject.Length..];
                var slash = blob.IndexOf('/', StringComparison.Ordinal);
                yield return (blob[..Math.Max(slash, 0)], blob[(slash + 1)..]);
            }
        }
    }
}

/// <summary>Container <c>deadletters</c>.</summary>
public interface IDeadLetters
{
    IAsyncEnumerable<DeadLetter> ListAsync(CancellationToken cancellation);

    Task RemoveAsync(DeadLetter letter, CancellationToken cancellation);
}
