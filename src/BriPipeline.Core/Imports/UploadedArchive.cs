using System.Globalization;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Imports;

/// <summary>Puts the files of an uploaded archive below its path, each an upload of its own: <c>a.zip/b.csv</c>.</summary>
internal sealed class UploadedArchive(ImportPorts ports, TimeProvider clock)
{
    /// <summary>Characters of names that a cause lists; of the rest only the count is said.</summary>
    private const int ShownCharacters = 4_000;

    /// <summary>Called again after a crash it writes all files again, of which those that were read end as unchanged.</summary>
    /// <returns>How the archive's own upload ends; null where the bytes are no archive of files.</returns>
    public async Task<(UploadState State, string Cause)?> UnpackAsync(
        UploadRecord record,
        Stream content,
        CancellationToken cancellation
    )
    {
        using var archive = FileArchive.Find(content);
        content.Position = 0;
        if (archive is null)
        {
            return null;
        }

        if (archive.Refusal is { } refusal)
        {
            return (UploadState.Rejected, refusal);
        }

        var put = new List<string>();
        var left = new List<string>();
        foreach (var name in archive.Names)
        {
            if (await PutAsync(record, archive, name, cancellation) is { } cause)
            {
                left.Add($"{name}: {cause}");
            }
            else
            {
                put.Add(name);
            }
        }

        return put.Count == 0
            ? (UploadState.Rejected, Left(left))
            : (
                UploadState.Done,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The archive holds {put.Count} files that are uploads of their own: {Shown(put)}.{(left.Count > 0 ? " " + Left(left) : "")}"
                )
            );
    }

    /// <returns>Why the file was not put; null where it was.</returns>
    private async Task<string?> PutAsync(
        UploadRecord record,
        FileArchive archive,
        string name,
        CancellationToken cancellation
    )
    {
        var path = $"{record.Path}/{name}";
        if (UploadPath.Refusal(record.Source, path) is { } refusal)
        {
            return refusal;
        }

        Stream file;
        try
        {
            file = archive.Open(name);
        }
        catch (InvalidDataException damaged)
        {
            return damaged.Message;
        }

        await using (file)
        {
            using var inner = FileArchive.Find(file);
            if (inner is not null)
            {
                return "it is an archive itself; upload it by itself.";
            }

            file.Position = 0;
            await ports.Files.PutAsync(record.Source, path, file, cancellation);
        }

        if (await ports.Uploads.FindAsync(record.Source, path, cancellation) is { } version)
        {
            await ports.Ledger.RecordAsync(
                version with
                {
                    TraceParent = record.TraceParent,
                },
                clock.GetUtcNow(),
                cancellation
            );
        }

        return null;
    }

    private static string Left(List<string> files) =>
        string.Create(CultureInfo.InvariantCulture, $"Of its files {files.Count} were not taken: {Shown(files)}");

    private static string Shown(List<string> files)
    {
        var characters = 0;
        var shown = files.TakeWhile(file => (characters += file.Length) <= ShownCharacters).ToList();
        return string.Join(", ", shown)
            + (
                files.Count > shown.Count
                    ? string.Create(CultureInfo.InvariantCulture, $" and {files.Count - shown.Count} more")
                    : ""
            );
    }
}
