using System.Runtime.CompilerServices;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Container <c>deadletters</c>, which Event Grid writes and the app empties.</summary>
public sealed class DeadLetterStore(StorageAccount account) : IDeadLetters
{
    private readonly BlobFolder letters = new(account, "deadletters");

    public async IAsyncEnumerable<DeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in letters.ListAsync(null, cancellation))
        {
            if (await letters.FindAsync(item.Name, cancellation) is { } content)
            {
                yield return DeadLetter.Read(item.Name, content);
            }
        }
    }

    public async Task RemoveAsync(DeadLetter letter, CancellationToken cancellation)
    {
        var blob = await letters.BlobAsync(letter.Name, cancellation);
        await blob.DeleteIfExistsAsync(cancellationToken: cancellation);
    }
}
