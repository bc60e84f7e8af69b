using System.Globalization;

namespace BriPipeline.Local;

/// <summary>An upload as the spool keeps it: its bytes lie in a file named <c>{number}-{sha256}</c>, and this beside them.</summary>
/// <param name="Number">Its place among all that were received.</param>
internal sealed record SpooledUpload(
    long Number,
    string Source,
    string Path,
    long Size,
    string Sha256,
    DateTimeOffset ReceivedAt
)
{
    /// <summary>Says in the ledger that this upload is entered. With the time, since a spool that was deleted counts from 1 again.</summary>
    public string Receipt =>
        string.Create(CultureInfo.InvariantCulture, $"{Number}-{ReceivedAt.UtcDateTime:yyyyMMdd'T'HHmmss.fffffff}Z");

    /// <summary>Of the file with the bytes.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number:D12}-{Sha256}");
}
