using System.Text.Json;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Formats;

/// <summary>Code lists by name: those of one format, and those that all share.</summary>
internal sealed class FormatLists(IReadOnlyDictionary<string, FormatList> own)
{
    private static readonly Lazy<IReadOnlyDictionary<string, FormatList>> Shared = new(() =>
        FormatDescription.ParseLists(DocumentedFormats.ReadText("lists.json"))
    );

    /// <summary>A list and those that it adds to, nearest first.</summary>
    /// <exception cref="JsonException">A name is that of no list, or a list adds to itself.</exception>
    public IReadOnlyList<FormatList> ChainOf(FormatList list)
    {
        var chain = new List<FormatList>();
        for (FormatList? next = list; next is not null; next = Named(next.Name ?? next.Extends))
        {
            if (chain.Contains(next) || chain.Count > 8)
            {
                throw new JsonException($"The list \"{next.Name ?? next.Extends}\" adds to itself.");
            }

            chain.Add(next);
        }

        return chain;
    }

    private FormatList? Named(string? name) =>
        name is null ? null
        : own.TryGetValue(name, out var mine) ? mine
        : Shared.Value.TryGetValue(name, out var shared) ? shared
        : throw new JsonException($"There is no list \"{name}\".");
}
