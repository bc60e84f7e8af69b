using System.Text.Json.Serialization;

namespace BriPipeline.Core.Vintages;

/// <summary>An applied version of an upload, as the claims that it makes refer to it.</summary>
/// <param name="Path">Below <c>uploads/{source}/</c>.</param>
/// <param name="Sha256">Hash of its bytes: where they are kept in <c>archive</c>.</param>
/// <param name="Edition"><c>yyyy-MM-dd</c>; the day of the upload where the workbook does not say.</param>
/// <param name="LastModified">When it was uploaded.</param>
/// <param name="Seq">Its number among the imports of its source.</param>
/// <param name="At">When it was planned.</param>
/// <param name="Seen">Its place among the versions of its source as they were first seen; 0 before there was a counter.</param>
public sealed record ClaimVersion(
    string Path,
    string Sha256,
    string Edition,
    DateTimeOffset LastModified,
    long Seq,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] long Seen = 0
) : IComparable<ClaimVersion>
{
    /// <summary>By edition; equal editions by when they were first seen, and those of before that was counted by upload: time, path,
    /// hash.</summary>
    public int CompareTo(ClaimVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byEdition = string.CompareOrdinal(Edition, other.Edition);
        return byEdition != 0 ? byEdition
            : Seen != other.Seen ? Seen.CompareTo(other.Seen)
            : UploadOrder.Compare((LastModified, Path, Sha256), (other.LastModified, other.Path, other.Sha256));
    }

    public static bool operator <(ClaimVersion left, ClaimVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ClaimVersion left, ClaimVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ClaimVersion left, ClaimVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ClaimVersion left, ClaimVersion right) => left.CompareTo(right) >= 0;
}

/// <summary>The order of uploads: when written, then path, then hash, both ordinal.</summary>
public static class UploadOrder
{
    public static int Compare(
        (DateTimeOffset LastModified, string Path, string Sha256) left,
        (DateTimeOffset LastModified, string Path, string Sha256) right
    )
    {
        var byTime = left.LastModified.CompareTo(right.LastModified);
        var byPath = byTime != 0 ? byTime : string.CompareOrdinal(left.Path, right.Path);
        return byPath != 0 ? byPath : string.CompareOrdinal(left.Sha256, right.Sha256);
    }
}
