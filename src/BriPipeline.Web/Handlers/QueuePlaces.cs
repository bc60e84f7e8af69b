using BriPipeline.Core.Imports;

namespace BriPipeline.Web.Handlers;

/// <summary>How many files come before an upload that waits: a source's files are imported one after the other, sources side by side.</summary>
internal static class QueuePlaces
{
    /// <summary>For each of the uploads that waits; those that nothing comes before are not there.</summary>
    public static async Task<IReadOnlyDictionary<UploadRecord, int>> OfAsync(
        ILedger ledger,
        IEnumerable<UploadRecord> uploads,
        CancellationToken cancellation
    )
    {
        var places = new Dictionary<UploadRecord, int>();
        foreach (
            var source in uploads
                .Where(upload => upload.State == UploadState.Received)
                .GroupBy(upload => upload.Source, StringComparer.Ordinal)
        )
        {
            var open = await ledger
                .ListAsync(source.Key, cancellation)
                .Where(upload => upload.IsOpen)
                .ToListAsync(cancellation);
            foreach (var upload in source)
            {
                var before = open.Count(other =>
                    (other.Seen, other.LastModified).CompareTo((upload.Seen, upload.LastModified)) < 0
                );
                if (before > 0)
                {
                    places[upload] = before;
                }
            }
        }

        return places;
    }
}
