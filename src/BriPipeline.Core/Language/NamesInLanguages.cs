using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>"Almanya-Germany", "Китай / China": the same name in several languages, each of which must mean it.</summary>
internal static class NamesInLanguages
{
    private static readonly string[] Separators = ["\n", "/", "|", "–", "—", "-"];

    public static IReadOnlyList<Area> Find(string text, Func<string, IReadOnlyList<Area>> find)
    {
        foreach (var separator in Separators)
        {
            var parts = text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length is < 2 or > 3)
            {
                continue;
            }

            var common = parts.Select(find).Aggregate((one, other) => [.. one.Intersect(other)]);
            if (common.Count == 1)
            {
                return common;
            }
        }

        return FindSideBySide(text, find);
    }

    /// <summary>"Niemcy Germany": two names of the same area with nothing but a blank between.</summary>
    private static IReadOnlyList<Area> FindSideBySide(string text, Func<string, IReadOnlyList<Area>> find)
    {
        const int most = 6;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 1; words.Length <= most && first < words.Length; first++)
        {
            if (
                find(string.Join(' ', words[..first])) is [var one]
                && find(string.Join(' ', words[first..])) is [var other]
                && one == other
            )
            {
                return [one];
            }
        }

        return [];
    }
}
