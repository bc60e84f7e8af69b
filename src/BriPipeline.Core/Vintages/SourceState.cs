using System.Text.Json.Serialization;

namespace BriPipeline.Core.Vintages;

/// <summary>The last applied version of one path.</summary>
/// <param name="Manifest">Name of its manifest below <c>manifests/</c>.</param>
/// <param name="Observations">How many it has.</param>
/// <param name="Layout">Fingerprint of its layout; null where it has none.</param>
/// <param name="Seen">Its place among the versions of the source as they were first seen; 0 before there was a counter.</param>
public sealed record AppliedVersion(
    string Path,
    string Sha256,
    string ProfileSha256,
    string Engine,
    DateTimeOffset LastModified,
    string Manifest,
    int Observations,
    string? Layout = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] long Seen = 0
);

/// <summary>The current manifests of a source: <c>Trade</c> is a pure function of them.</summary>
/// <param name="Applied">In ordinal order of their paths.</param>
public sealed record SourceState(IReadOnlyList<AppliedVersion> Applied)
{
    public static SourceState Empty { get; } = new([]);

    public AppliedVersion? Find(string path) => Applied.FirstOrDefault(applied => applied.Path == path);

    public SourceState With(AppliedVersion version) =>
        new([
            .. Applied
                .Where(applied => applied.Path != version.Path)
                .Append(version)
                .OrderBy(applied => applied.Path, StringComparer.Ordinal),
        ]);
}
