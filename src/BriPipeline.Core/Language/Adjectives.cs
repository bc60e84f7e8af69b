using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Adjectives of the reporter in titles, which limit nothing: "Kazakh exports", "российский экспорт".</summary>
internal static class Adjectives
{
    private const int Shortest = 4;
    private const int MaxEndingLength = 2;

    private static readonly string[] Languages = ["en", "ru"];

    private static readonly EqualityComparer<char> Case = EqualityComparer<char>.Create(
        (one, other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other),
        letter => char.ToUpperInvariant(letter)
    );

    /// <summary>Whether a word begins as a name of the reporter does, but for the ending of the shorter of the two.</summary>
    /// <param name="reporter">Its code; null where the reporter is unknown.</param>
    public static bool IsOf(string? reporter, string word) =>
        reporter is not null
        && Languages
            .Select(language => AreaCodeList.Standard.NameOf(new Area(reporter), language))
            .Any(name =>
                word.AsSpan().CommonPrefixLength(name, Case)
                >= Math.Max(Shortest, Math.Min(name.Length, word.Length) - MaxEndingLength)
            );
}
