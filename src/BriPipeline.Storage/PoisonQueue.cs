using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Queue <c>webjobs-blobtrigger-poison</c>, which the Functions host uses too: Base64, no expiry.</summary>
public sealed class PoisonQueue(StorageAccount account) : IPoisonQueue
{
    private const int MaxAtOnce = 32;
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    /// <summary>Messages of other uploads are out of sight for so long while one's are taken away.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(5);

    public async Task PutAsync(PoisonMessage message, CancellationToken cancellation)
    {
        var queue = await account.QueueAsync("webjobs-blobtrigger-poison", cancellation);
        await queue.SendMessageAsync(message.ToJson(), timeToLive: Never, cancellationToken: cancellation);
    }

    public async Task RemoveAsync(string source, string path, CancellationToken cancellation)
    {
        var queue = await account.QueueAsync("webjobs-blobtrigger-poison", cancellation);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var messages = await queue.ReceiveMessagesAsync(MaxAtOnce, Hidden, cancellation);
            foreach (var message in messages.Value)
            {
                if (PoisonMessage.Read(message.Body.ToString()) is { } poison && poison.IsAbout(source, path))
                {
                    await DeleteAsync(queue, message, cancellation);
                }
            }

            // A message that comes round again ends the search, and so does an empty answer.
            if (messages.Value.All(message => !seen.Add(message.MessageId)))
            {
                return;
            }
        }
    }

    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var queue = await account.QueueAsync("webjobs-blobtrigger-poison", cancellation);
        return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
    }

    private static async Task DeleteAsync(QueueClient queue, QueueMessage message, CancellationToken cancellation)
    {
        try
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 400 or 404)
        {
            // Somebody else has received or deleted it meanwhile.
        }
    }
}
