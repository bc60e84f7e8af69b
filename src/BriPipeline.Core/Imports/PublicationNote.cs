using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Why an import changed figures.</summary>
public enum ImportCause
{
    /// <summary>The file had not been imported before.</summary>
    First,

    /// <summary>The source sent another version of the file.</summary>
    NewVersion,

    /// <summary>The same bytes, read with another profile, answer or name.</summary>
    Profile,

    /// <summary>The same bytes, read by another version of the program.</summary>
    Program,

    /// <summary>The same bytes, read again: it was held and accepted, or stored figures had changed meanwhile.</summary>
    Again,

    /// <summary>Figures went, and nothing came instead.</summary>
    TakenBack,

    /// <summary>The import was set aside; nothing changed.</summary>
    Discarded,
}

/// <summary>What is said of one import: which file it was, when it was received, and why figures changed.</summary>
/// <param name="Version">The version of the file that was imported; null where nothing of it was stored.</param>
public sealed record PublicationNote(FeedRow Import, ImportCause Cause, AppliedVersion? Version)
{
    /// <summary>The path below <c>uploads/{source}/</c>.</summary>
    public string Path => Import.Upload[(Import.Source.Length + 1)..];

    /// <param name="before">The state of the source before the import.</param>
    /// <param name="after">The state that it left.</param>
    public static PublicationNote Of(FeedRow import, SourceState before, SourceState after)
    {
        var path = import.Upload[(import.Source.Length + 1)..];
        var (was, now) = (before.Find(path), after.Find(path));
        return new(import, CauseOf(import, was, now), import.Discarded is null ? now : null);
    }

    private static ImportCause CauseOf(FeedRow import, AppliedVersion? was, AppliedVersion? now) =>
        import.Discarded is not null ? ImportCause.Discarded
        : import.Counts is { Retracted: > 0, Added: 0, Revised: 0, Restored: 0 } ? ImportCause.TakenBack
        : was is null || now is null ? ImportCause.First
        : was.Sha256 != now.Sha256 ? ImportCause.NewVersion
        : was.ProfileSha256 != now.ProfileSha256 ? ImportCause.Profile
        : was.Engine != now.Engine ? ImportCause.Program
        : ImportCause.Again;
}
