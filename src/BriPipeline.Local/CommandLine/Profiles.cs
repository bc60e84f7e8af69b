using System.Text.Json;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Local.CommandLine;

/// <summary>The profile that a command is to use.</summary>
internal static class Profiles
{
    private const string Aliases = "aliases.json";

    /// <summary>Stores the profiles of a folder, or that of one source, and the names of areas that all sources share.</summary>
    /// <exception cref="UsageException">A file is none of these; nothing is stored then.</exception>
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
            throw new UsageException($"{shared} cannot be read: {unreadable.Message}", unreadable);
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
            await reference.PutProfileAsync(profile, cancellation);
            terminal.Say($"Stored the profile of {profile.Name}.");
        }

        if (aliases is not null)
        {
            await reference.PutTextAsync(Aliases, aliases, cancellation);
            terminal.Say("Stored the names of areas that all sources share.");
        }
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

        if (!SourceName.IsValid(source))
        {
            throw new UsageException(
                $"'{source}' cannot name a source: use one to forty small letters, digits and hyphens, such as kz-bns."
            );
        }

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
            throw new UsageException($"{file} is not a source profile: {unreadable.Message}", unreadable);
        }
    }
}
