using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Containers <c>plans</c> and <c>manifests</c>.</summary>
internal sealed class VintageBlobs(StorageAccount account)
{
    private const int DraftBuffer = 64 * 1024;

    private readonly BlobFolder plans = new(account, "plans");
    private readonly BlobFolder manifests = new(account, "manifests");

    public async Task<SourceState> GetStateAsync(string name, CancellationToken cancellation) =>
        await ReadAsync(name, json => VintageJson.ReadState(json), cancellation);

    public async Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation) =>
        await ReadAsync(name, json => VintageJson.ReadManifest(json), cancellation);

    /// <summary>Names of manifests and states end in the first half of their hash.</summary>
    private async Task<T> ReadAsync<T>(string name, Func<byte[], T> read, CancellationToken cancellation)
    {
        var json = await manifests.GetAsync(name, cancellation);
        var hash = name[(name.LastIndexOf('-') + 1)..].Replace(".json", "", StringComparison.Ordinal);
        return BlobFolder.HashOf(json).StartsWith(hash, StringComparison.Ordinal)
            ? read(json)
            : throw manifests.Broken(name, hash, json);
    }

    public Task<string> PutManifestAsync(string source, long seq, Manifest manifest, CancellationToken cancellation) =>
        KeepAsync($"{source}/{Digits(seq)}/manifest", json => VintageJson.Write(json, manifest), cancellation);

    public Task<string> PutStateAsync(string source, long seq, SourceState state, CancellationToken cancellation) =>
        KeepAsync($"{source}/{Digits(seq)}/state", json => VintageJson.Write(json, state), cancellation);

    public async Task<Plan?> FindPlanAsync(string source, long seq, CancellationToken cancellation) =>
        await plans.FindHashedAsync(PlanName(source, seq), cancellation) is { } json ? PlanOf(source, seq, json) : null;

    private static Plan PlanOf(string source, long seq, byte[] json)
    {
        try
        {
            return VintageJson.ReadPlan(json);
        }
        catch (JsonException e)
        {
            throw new BrokenBlobException(
                $"The blob plans/{PlanName(source, seq)} is not what was written: {e.Message}",
                e
            );
        }
    }

    public async Task<bool> HasPlanAsync(string source, long seq, CancellationToken cancellation) =>
        await (await plans.BlobAsync(PlanName(source, seq), cancellation)).ExistsAsync(cancellation);

    /// <exception cref="LeaseLostException">There is another plan of this number.</exception>
    public async Task PutPlanAsync(Plan plan, CancellationToken cancellation)
    {
        var name = PlanName(plan.Source, plan.Seq);
        await using var json = Draft();
        VintageJson.Write(json, plan);
        if (await plans.AddAsync(name, json, cancellation, await HashAsync(json, cancellation)))
        {
            return;
        }

        var other = await plans.GetAsync(name, cancellation);
        if (await HashAsync(json, cancellation) != Convert.ToHexStringLower(SHA256.HashData(other)))
        {
            throw new LeaseLostException($"There is another plan {name}.");
        }
    }

    /// <summary>Below <c>plans/</c>.</summary>
    public static string PlanName(string source, long seq) => $"{source}/{Digits(seq)}";

    private static string Digits(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Writes the blob under a name with its hash, so that an abandoned try never stands in a later one's way.</summary>
    private async Task<string> KeepAsync(string name, Action<Stream> write, CancellationToken cancellation)
    {
        await using var json = Draft();
        write(json);
        name = $"{name}-{(await HashAsync(json, cancellation))[..16]}.json";
        await manifests.AddAsync(name, json, cancellation);
        return name;
    }

    /// <summary>Plans take hundreds of bytes a row: they are drafted in a file, which goes when it is closed.</summary>
    private static FileStream Draft() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            DraftBuffer,
            FileOptions.DeleteOnClose
        );

    private static async Task<string> HashAsync(Stream json, CancellationToken cancellation)
    {
        json.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(json, cancellation));
    }
}
