using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>Figures with a mark before or behind them: "12.39 e", "(p) 11.5", "123,4¹", "9.5*".</summary>
internal static partial class FigureMarks
{
    /// <summary>The number without its mark, and the status that a letter gives it; a star, a dagger or a raised number only
    /// points to a note. Null where anything else stands beside the number.</summary>
    public static (string Number, ObservationStatus Status)? Split(string text)
    {
        if (text.Length > 40 || Marked().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var letters = match.Groups["letter"].Captures.Select(capture => capture.Value).ToList();
        return
            letters.Count <= 1
            && letters.TrueForAll(letter => StatusText.OfLetter(letter) is not null)
            && NumberText.IsNumber(match.Groups["number"].Value)
            ? (
                match.Groups["number"].Value,
                letters.Count == 0 ? ObservationStatus.A : StatusText.OfLetter(letters[0])!.Value
            )
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?:[(\[](?<letter>\p{L})[)\]]|[*†‡]+|(?<letter>\p{L})(?=\s))?\s*(?<number>[-\u2212]?\d[\d .,'’\u00a0\u2009\u202f]*?)\s*(?:[(\[](?<letter>\p{L})[)\]]|(?<letter>\p{L})|[*†‡]+|[¹²³⁰⁴-⁹]+\)?|[(\[]\d[)\]])?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Marked();
}
