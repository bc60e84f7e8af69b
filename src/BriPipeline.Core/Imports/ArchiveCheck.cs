namespace BriPipeline.Core.Imports;

/// <summary>Hashes whatever is archived, and looks for whatever should be.</summary>
internal sealed class ArchiveCheck(ImportPorts ports)
{
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        var lines = new List<string>();
        var uploads = (
            await ports
                .Ledger.ListAsync(null, cancellation)
                .Where(record => record.Sha256 is not null)
                .ToListAsync(cancellation)
        ).ToLookup(record => record.Sha256!, StringComparer.Ordinal);
        var archived = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var hash in ports.Archive.ListAsync(cancellation))
        {
            archived.Add(hash);
            try
            {
                await using var upload = await ports.Archive.FindAsync(hash, cancellation);
            }
            catch (BrokenBlobException broken)
            {
                lines.Add($"{broken.Message} {await LeftAsync([.. uploads[hash]], cancellation)}");
            }
        }

        foreach (var upload in uploads.Where(upload => !archived.Contains(upload.Key)))
        {
            lines.Add($"The blob archive/{upload.Key} is gone. {await LeftAsync([.. upload], cancellation)}");
        }

        await foreach (var (name, version) in ports.Archive.ListVersionsAsync(cancellation))
        {
            if (version is null)
            {
                lines.Add($"The blob archive/{name} is not what was written. The ledger says what it said.");
            }
            else if (!archived.Contains(version.Sha256) && !uploads.Contains(version.Sha256))
            {
                lines.Add($"The blob archive/{version.Sha256} is gone, which archive/{name} names.");
            }
        }

        return lines;
    }

    /// <summary>What can be done about bytes that are lost.</summary>
    private async Task<string> LeftAsync(IReadOnlyList<UploadRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
        {
            return "No upload of the ledger has this hash.";
        }

        foreach (var record in records)
        {
            if ((await ports.Uploads.FindAsync(record.Source, record.Path, cancellation))?.ETag == record.ETag)
            {
                return $"It can be rebuilt: uploads/{record.Source}/{record.Path} still holds these bytes. Upload it once more.";
            }
        }

        var (source, path) = (records[0].Source, records[0].Path);
        return $"It cannot be rebuilt: it was version {records[0].Version} of {source}/{path}, which can no longer be read again. Its stored figures follow from the manifests.";
    }
}
