using System.Text.Json;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Local.CommandLine;

/// <summary>The profile that a command is to use.</summary>
internal static class Profiles
{
    private const string Aliases = "aliases.json";
    private const string Layouts = "layouts";

    /// <summary>Stores the profiles of a folder, or that of one source, and the names of areas that all sources share.</summary>
    /// <exception cref="UsageException">A file is not valid; nothing is stored.</exception>
    internal static async Task StoreAsync(
        string? source,
        string folder,
        IReferenceStore reference,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder {folder}.");
        }

        var shared = Path.Combine(folder, Aliases);
        var aliases = File.Exists(shared) ? await File.ReadAllTextAsync(shared, cancellation) : null;
        try
        {
            SourceProfile.Unknown("shared").WithSharedAliases(aliases ?? "{}");
        }
        catch (JsonException unreadable)
        {
            throw new UsageException($"{shared} cannot be read: {LinesOf(unreadable)}", unreadable);
        }

        var profiles = new List<SourceProfile>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (Path.GetFileName(file) != Aliases && (source is null || source == name))
            {
                profiles.Add(await ReadAsync(name, folder, cancellation));
            }
        }

        foreach (var profile in profiles)
        {
            await StoreAsync(profile, folder, reference, terminal, cancellation);
        }

        if (aliases is not null)
        {
            await reference.PutTextAsync(Aliases, aliases, cancellation);
            terminal.Say("Stored the names of areas that all sources share.");
        }
    }

    /// <summary>Stores a profile, and the pinned layout beside it where there is one.</summary>
    /// <exception cref="UsageException">The layout is none; nothing is stored then.</exception>
    internal static async Task StoreAsync(
        SourceProfile profile,
        string folder,
        IReferenceStore reference,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var layout = (await PinAsync(profile, folder, cancellation)).Pinned;
        await reference.PutProfileAsync(profile, cancellation);
        terminal.Say($"Stored the profile of {profile.Name}.");
        if (layout is not null)
        {
            await reference.PutTextAsync($"{Layouts}/{profile.Name}.json", layout.ToJson(), cancellation);
            terminal.Say($"Stored the pinned layout of {profile.Name}.");
        }
    }

    /// <summary>The profile with the pinned layout that lies beside it, <c>layouts/{source}.json</c>, where there is one.</summary>
    /// <exception cref="UsageException">The layout is none.</exception>
    internal static async Task<SourceProfile> PinAsync(
        SourceProfile profile,
        string? folder,
        CancellationToken cancellation
    )
    {
        var file = Path.Combine(folder ?? "", Layouts, profile.Name + ".json");
        if (folder is null || !File.Exists(file))
        {
            return profile;
        }

        try
        {
            return profile.WithPinned(await File.ReadAllTextAsync(file, cancellation));
        }
        catch (JsonException unreadable)
        {
            throw new UsageException($"{file} is not a pinned layout: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>The profile of a folder; an empty one where there is none yet.</summary>
    /// <exception cref="UsageException">The name is none, or the file is no profile.</exception>
    internal static async Task<SourceProfile> ReadOrBeginAsync(
        string source,
        string folder,
        CancellationToken cancellation
    ) =>
        File.Exists(Path.Combine(folder, source + ".json"))
            ? await ReadAsync(source, folder, cancellation)
            : await ReadAsync(source, folder: null, cancellation);

    /// <summary>Writes a profile into a folder, under the name by which <see cref="ReadAsync"/> finds it.</summary>
    internal static async Task WriteAsync(SourceProfile profile, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, profile.Name + ".json");
        await File.WriteAllTextAsync(file, profile.ToJson() + "\n", cancellation);
    }

    /// <summary>The profile in the store, with the names that all sources share and its pinned layout, as imports read it.</summary>
    internal static async Task<SourceProfile> FindStoredAsync(
        string source,
        IReferenceStore reference,
        CancellationToken cancellation
    )
    {
        _ = await ReadAsync(source, folder: null, cancellation);
        try
        {
            return await StoredProfile.FindAsync(reference, source, cancellation);
        }
        catch (JsonException unreadable)
        {
            throw new UsageException($"What is stored of {source} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>As <see cref="ReadAsync"/>; a source that the folder does not know is read without defaults, and said to be.</summary>
    internal static async Task<SourceProfile> FindAsync(
        string? source,
        string? folder,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        if (source is null || !Directory.Exists(folder) || File.Exists(Path.Combine(folder, source + ".json")))
        {
            return await ReadAsync(source, folder, cancellation);
        }

        RequireName(source);
        terminal.Say(
            $"There is no profile {Path.Combine(folder, source + ".json")}: {source} is read without defaults."
        );
        return SourceProfile.Unknown(source);
    }

    /// <param name="source">Null for an unknown source.</param>
    /// <param name="folder">The folder of <c>{source}.json</c>; null where no profile is given.</param>
    /// <exception cref="UsageException">The name is none, or the folder has no readable profile of that name.</exception>
    internal static async Task<SourceProfile> ReadAsync(string? source, string? folder, CancellationToken cancellation)
    {
        if (source is null)
        {
            return SourceProfile.Unknown("unknown");
        }

        RequireName(source);

        if (folder is null)
        {
            return SourceProfile.Unknown(source);
        }

        var file = Path.Combine(folder, source + ".json");
        try
        {
            return SourceProfile.Parse(await File.ReadAllTextAsync(file, cancellation));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException(
                $"There is no profile {file}. Write one, correct --source or --sources, or leave --sources out to read without defaults.",
                missing
            );
        }
        catch (JsonException unreadable)
        {
            throw new UsageException($"{file} is not a source profile: {LinesOf(unreadable)}", unreadable);
        }
    }

    /// <exception cref="UsageException">The text cannot name a source.</exception>
    internal static void RequireName(string source)
    {
        if (!SourceName.IsValid(source))
        {
            throw new UsageException(
                $"'{source}' cannot name a source: use one to forty small letters, digits and hyphens, such as kz-bns."
            );
        }
    }

    /// <summary>Several things that are wrong stand below each other.</summary>
    private static string LinesOf(JsonException wrong) =>
        wrong.Message.Contains('\n', StringComparison.Ordinal)
            ? "\n  " + wrong.Message.Replace("\n", "\n  ", StringComparison.Ordinal)
            : wrong.Message;
}
