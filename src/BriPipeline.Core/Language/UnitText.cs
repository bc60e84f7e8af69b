using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Words of money that name no currency.</summary>
internal static class UnitText
{
    private static readonly Lazy<Regex> Dollars = WordPattern.Lazy(() =>
        WordPattern.Of(Vocabulary.Phrases("words", "dollar"))
    );

    /// <summary>Whether a text says "dollars", of whichever country.</summary>
    public static bool NamesDollars(string text) => Dollars.Value.IsMatch(text);

    /// <summary>Whether the dollars that a text names are those of the United States: an office whose own currency is no dollar
    /// has no others in mind. The sign alone may be that of its own currency.</summary>
    /// <param name="own">The currency of the office; null where it is not known.</param>
    public static bool NamesUsDollars(string text, string? own) =>
        own is not null
        && (own == UsDollar || !new Unit(own).IsDollar)
        && Dollars
            .Value.Matches(text)
            .Any(match => match.Value.Any(char.IsLetter) || !CurrencyOfArea.HasDollarSign(own));

    public const string UsDollar = "USD";
}
