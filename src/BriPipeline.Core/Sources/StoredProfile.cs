using System.Text.Json;

namespace BriPipeline.Core.Sources;

/// <summary>The profile by which the files of a source are read: its own, with the names that all sources share and its pinned layout.</summary>
public static class StoredProfile
{
    private const string SharedAliases = "aliases.json";

    /// <exception cref="JsonException">One of the texts is not what it should be; the message names it.</exception>
    public static async Task<SourceProfile> FindAsync(
        IReferenceStore reference,
        string source,
        CancellationToken cancellation
    )
    {
        var name = $"sources/{source}.json";
        try
        {
            var profile = await reference.FindProfileAsync(source, cancellation) ?? SourceProfile.Unknown(source);
            name = SharedAliases;
            profile = await reference.FindTextAsync(name, cancellation) is { } aliases
                ? profile.WithSharedAliases(aliases)
                : profile;
            name = $"layouts/{source}.json";
            return await reference.FindTextAsync(name, cancellation) is { Length: > 0 } layout
                ? profile.WithPinned(layout)
                : profile;
        }
        catch (JsonException e)
        {
            throw new JsonException($"reference/{name} cannot be read: {e.Message}", e);
        }
    }
}
