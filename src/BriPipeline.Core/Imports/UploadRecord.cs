using System.Globalization;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;

namespace BriPipeline.Core.Imports;

/// <summary>How far an upload has come. Done, Rejected, Superseded and Failed are ends; Held waits for somebody.</summary>
public enum UploadState
{
    Received,
    Reading,
    Held,
    Applying,
    Done,
    Rejected,
    Superseded,
    Failed,
}

/// <summary>One version of an uploaded path: a row of the ledger.</summary>
public sealed record UploadRecord
{
    public required string Source { get; init; }

    /// <summary>The path below <c>uploads/{source}/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>When this version was written, by a clock that may go back: <see cref="Seen"/> orders the versions. Storage tells
    /// whole seconds only, so a second version of a path within one second is moved on by a tick.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Its place among the versions of its source as they were first seen, from 1 (gaps may be); 0 in rows of before there
    /// was a counter, which come before all others in the order of <see cref="LastModified"/>.</summary>
    public long Seen { get; init; }

    /// <summary>The blob's ETag at first sight; reading asks for exactly this one.</summary>
    public required string ETag { get; init; }

    public required UploadState State { get; init; }

    /// <summary>What the upload was acknowledged as by a host that keeps what it receives; null where it was put to storage itself.</summary>
    public string? Receipt { get; init; }

    /// <summary>Bytes; null in rows of before they were counted.</summary>
    public long? Size { get; init; }

    /// <summary>Names the version where storage keeps versions of a path; null else.</summary>
    public string? VersionId { get; init; }

    /// <summary>Hash of the bytes, lower-case hex; null until they were read.</summary>
    public string? Sha256 { get; init; }

    public string? ProfileSha256 { get; init; }

    /// <summary>True once somebody said that it is to be stored although it was held.</summary>
    public bool Accepted { get; init; }

    /// <summary>How often a run was started for it; the fifth failure is <see cref="UploadState.Failed"/>.</summary>
    public int Tries { get; init; }

    /// <summary>True where it failed for a reason that will not pass: its plan, if one is written, is tried again only when somebody says
    /// so, and until then, or until it is discarded, the source's other uploads wait.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Its number among the imports of its source, once it was planned.</summary>
    public long? Seq { get; init; }

    /// <summary>How many figures it holds; of a register, how many rows.</summary>
    public int Observations { get; init; }

    /// <summary>While its plan is applied, how many of <see cref="ToWrite"/> rows of tables are written; noted every other second.</summary>
    public int Written { get; init; }

    /// <summary>How many rows of tables its plan writes and deletes; 0 while none is applied.</summary>
    public int ToWrite { get; init; }

    public int Added { get; init; }
    public int Revised { get; init; }
    public int Retracted { get; init; }
    public int Restored { get; init; }
    public int Unchanged { get; init; }

    /// <summary>How many findings of any severity.</summary>
    public int Findings { get; init; }

    /// <summary>How many questions wait for a person (DESIGN section 10).</summary>
    public int Questions { get; init; }

    /// <summary>How many figures hang on them.</summary>
    public int FiguresWaiting { get; init; }

    /// <summary>Fingerprint of the layout as recognised.</summary>
    public string? Layout { get; init; }

    /// <summary>Why it failed, was rejected or is held: one sentence. Of an archive that was unpacked, which files it held.</summary>
    public string? Cause { get; init; }

    /// <summary>The trace of everything that is done for it (W3C trace context); null if there was no listener when it was recorded.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Prefix below <c>reports/</c> of this version's report; null until there is one.</summary>
    public string? Report { get; init; }

    /// <summary>Name of this version among those of its path, as <c>20231123T061202.0000000Z</c>; ordinal order is upload order.</summary>
    public string Version => ImportReport.VersionOf(LastModified);

    /// <summary>It waits for a worker, or one has begun it.</summary>
    public bool IsOpen => State is UploadState.Received or UploadState.Reading or UploadState.Applying;

    public bool IsEnded =>
        State is UploadState.Done or UploadState.Rejected or UploadState.Superseded or UploadState.Failed;
}
