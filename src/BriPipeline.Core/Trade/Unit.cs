namespace BriPipeline.Core.Trade;

/// <summary>What a value counts, in whole units: ISO 4217 for money (<c>USD</c>), <c>KG</c> for weight,
/// <c>Q.</c> and a code of UN/CEFACT Recommendation 20 for other quantities.</summary>
public readonly record struct Unit(string Code)
{
    /// <summary>Money of a currency that is not named: "in national currency" (ISO 4217 XXX). Never stored.</summary>
    public static Unit NotNamed { get; } = new("XXX");

    public bool IsMoney => Code.Length == 3 && Code.All(char.IsAsciiLetterUpper);

    /// <summary>Money of which "dollars" may be said.</summary>
    public bool IsDollar => IsMoney && Code[2] == 'D';

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsCode(string text) =>
        text is "KG"
        || (text.Length == 3 && text.All(char.IsAsciiLetterUpper))
        || (
            text.StartsWith("Q.", StringComparison.Ordinal)
            && text.Length is 4 or 5
            && text[2..].All(char.IsAsciiLetterOrDigit)
        );

    public override string ToString() => Code;
}
