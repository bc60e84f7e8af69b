using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BriPipeline.Core.Imports;

namespace BriPipeline.Local;

/// <summary>Keeps what was received, in <c>spool</c> of the data folder, until storage has it for good: an upload is acknowledged
/// once its bytes and its entry are on disk.</summary>
internal sealed class UploadSpool(string dataFolder, DiskSpace disk, TimeProvider time) : IUploadStore
{
    private const string EntrySuffix = ".json";
    private const string PartSuffix = ".part";

    /// <summary>Of this process: they need not wait for the lock among processes.</summary>
    private static readonly SemaphoreSlim Numbering = new(1);

    private static readonly TimeSpan LockLine = TimeSpan.FromSeconds(10);

    private readonly string folder = Path.Combine(Path.GetFullPath(dataFolder), "spool");

    public async Task<UploadReceipt> PutAsync(
        string source,
        string path,
        Stream content,
        CancellationToken cancellation,
        string? sha256 = null
    )
    {
        Directory.CreateDirectory(folder);
        disk.Demand(content.CanSeek ? content.Length : 0);
        var part = Path.Combine(folder, Guid.NewGuid().ToString("N") + PartSuffix);
        try
        {
            var (size, hash) = await WriteAsync(part, content, cancellation);
            if (sha256 is not null && sha256 != hash)
            {
                throw UploadRefusedException.OtherHash(hash, sha256);
            }

            disk.Demand(size);
            var entry = await EnterAsync(part, source, path, size, hash, cancellation);
            return new(source, path, size, hash, entry.ReceivedAt);
        }
        catch (IOException) when (disk.Refusal(0) is not null)
        {
            throw disk.Refusal(0)!;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>What is kept, in the order in which it was received.</summary>
    public IReadOnlyList<SpooledUpload> List()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory
                .EnumerateFiles(folder, "*" + EntrySuffix)
                .Order(StringComparer.Ordinal)
                .Select(file => JsonSerializer.Deserialize<SpooledUpload>(File.ReadAllText(file))!),
        ];
    }

    public FileStream Open(SpooledUpload upload) =>
        new(Path.Combine(folder, upload.Name), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Forgets an upload, except the newest: the next number is counted from it.</summary>
    public void Remove(SpooledUpload upload)
    {
        File.Delete(Path.Combine(folder, upload.Name + EntrySuffix));
        File.Delete(Path.Combine(folder, upload.Name));
    }

    /// <summary>Until it is disposed of no other process enters or hands over uploads of this spool.</summary>
    public Task<FileMutex> LockAsync(string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        return FileMutex.TakeAsync(Path.Combine(folder, name + ".lock"), LockLine, () => { }, cancellation);
    }

    private static async Task<(long Size, string Sha256)> WriteAsync(
        string part,
        Stream content,
        CancellationToken cancellation
    )
    {
        await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
        return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The entry comes last: bytes without one were never acknowledged.</summary>
    private async Task<SpooledUpload> EnterAsync(
        string part,
        string source,
        string path,
        long size,
        string sha256,
        CancellationToken cancellation
    )
    {
        await Numbering.WaitAsync(cancellation);
        try
        {
            await using var alone = await LockAsync("number", cancellation);
            var entry = new SpooledUpload(LastNumber() + 1, source, path, size, sha256, time.GetUtcNow());
            File.Move(part, Path.Combine(folder, entry.Name));
            var entryPart = Path.Combine(folder, entry.Name + PartSuffix);
            await using (var file = new FileStream(entryPart, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await JsonSerializer.SerializeAsync(file, entry, cancellationToken: cancellation);
                file.Flush(flushToDisk: true);
            }

            FlushFolder();
            File.Move(entryPart, Path.Combine(folder, entry.Name + EntrySuffix));
            FlushFolder();
            return entry;
        }
        finally
        {
            Numbering.Release();
        }
    }

    /// <summary>Of all files: bytes may have been left without an entry.</summary>
    private long LastNumber() =>
        Directory
            .EnumerateFiles(folder)
            .Select(file => Path.GetFileName(file).Split('-'))
            .Where(parts => parts.Length == 2)
            .Select(parts =>
                long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            )
            .DefaultIfEmpty()
            .Max();

    private void FlushFolder() => FolderFlush.Run(folder);
}
