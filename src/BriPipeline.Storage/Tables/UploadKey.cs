using System.Security.Cryptography;
using System.Text;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>The keys of <c>Uploads</c>.</summary>
internal static class UploadKey
{
    /// <summary>The source; a folder that cannot be one (it is refused, but entered) by the hash of its name.</summary>
    public static string PartitionOf(string source) => SourceName.IsValid(source) ? source : "=" + Hash(source);

    /// <summary>The newest version first, then by path.</summary>
    public static string RowOf(string path, DateTimeOffset lastModified) =>
        $"{TradeKey.Inverted(lastModified.UtcTicks)}|{Hash(path)}";

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
