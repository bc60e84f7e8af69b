using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>The classifications of goods that texts name: whose codes a table holds.</summary>
internal static class Classifications
{
    /// <summary>The Standard International Trade Classification of the United Nations.</summary>
    public const string Standard = "SITC";

    /// <summary>The Harmonized Tariff Schedule of the United States.</summary>
    public const string UnitedStates = "HTS";

    /// <summary>Of branches, of uses, of a country's own: its codes are stored under no name.</summary>
    public const string Other = "other";

    /// <summary>Whether its codes are stored under its own name, beside those of the Harmonized System.</summary>
    public static bool IsStored(string name) => name is UnitedStates or Standard;

    // Of two that a text names, the first.
    private static readonly (string Name, Lazy<Regex> Pattern)[] All =
    [
        (UnitedStates, WordPattern.Lazy(() => WordPattern.Of([$"{UnitedStates}*"]))),
        (Standard, WordPattern.Lazy(() => WordPattern.Of(NamesOfStandard))),
        (Other, WordPattern.Lazy(() => WordPattern.Of(Vocabulary.Phrases("words", "classification")))),
        (Commodity.HarmonizedSystem, WordPattern.Lazy(() => WordPattern.Of(Vocabulary.Phrases("words", "harmonized")))),
    ];

    /// <summary>The names of the Standard International Trade Classification in all languages.</summary>
    public static IEnumerable<string> NamesOfStandard => Vocabulary.Phrases("words", "sitc");

    /// <summary>The classification that a heading or a title names; null where it names none.</summary>
    public static string? In(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // "kode_sitc", "SITC4".
        var words = new string([.. text.Select(c => c == '_' || char.IsAsciiDigit(c) ? ' ' : c)]);
        return Array.Find(All, one => one.Pattern.Value.IsMatch(text) || one.Pattern.Value.IsMatch(words)).Name;
    }

    /// <summary>The one that the texts around a table name; <see cref="Other"/> where they name several, so that no code is read
    /// by the wrong one.</summary>
    public static string? Around(IEnumerable<string> texts) =>
        texts.Select(In).OfType<string>().Distinct(StringComparer.Ordinal).ToList() switch
        {
            [] => null,
            [var only] => only,
            _ => Other,
        };
}
