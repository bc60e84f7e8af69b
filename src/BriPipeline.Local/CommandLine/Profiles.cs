using System.Text.Json;
using BriPipeline.Core.Layouts;

namespace BriPipeline.Local.CommandLine;

/// <summary>The profile that a command is to use.</summary>
internal static class Profiles
{
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
