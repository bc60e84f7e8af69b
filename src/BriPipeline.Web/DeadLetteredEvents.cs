using BriPipeline.Core.Imports;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Web;

/// <summary>Events that were given up before the app had worked for them. Their uploads are entered in the ledger, where the next
/// sweep finds them; one that failed there for the last time stays so until somebody tries it again. Alerts search for these words.</summary>
public sealed partial class DeadLetteredEvents(
    WorkbookImport import,
    IDeadLetters letters,
    ILogger<DeadLetteredEvents> logger
)
{
    /// <summary>Takes a message of the poison queue.</summary>
    public async Task RequeuePoisonedAsync(string text, CancellationToken cancellation)
    {
        if (PoisonMessage.Read(text) is not { } message)
        {
            LogUnread(text);
            return;
        }

        await import.RecordAsync(message.Source, message.Path, cancellation);
        LogPoison(message.BlobName, message.Cause ?? "the host does not say why");
    }

    /// <summary>Takes all dead letters; each goes once its uploads are entered.</summary>
    public async Task TakeDeadLettersAsync(CancellationToken cancellation)
    {
        await foreach (var letter in letters.ListAsync(cancellation))
        {
            foreach (var (source, path) in letter.Uploads)
            {
                await import.RecordAsync(source, path, cancellation);
            }

            await letters.RemoveAsync(letter, cancellation);
            LogDeadLetter(letter.Name, letter.Uploads.Count);
        }
    }

    [LoggerMessage(21, LogLevel.Warning, "Poison message about {Upload}, entered in the ledger: {Cause}")]
    private partial void LogPoison(string upload, string cause);

    [LoggerMessage(22, LogLevel.Warning, "Poison message about no upload: {Text}")]
    private partial void LogUnread(string text);

    [LoggerMessage(23, LogLevel.Warning, "Dead letter {Name}: {Uploads} uploads entered in the ledger")]
    private partial void LogDeadLetter(string name, int uploads);
}
