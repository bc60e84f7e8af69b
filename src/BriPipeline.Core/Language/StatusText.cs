using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>What a status says of its figure.</summary>
/// <param name="Status">Of a figure that is there.</param>
/// <param name="Missing">Why there is no figure.</param>
internal readonly record struct StatusReading(ObservationStatus Status, MarkMeaning? Missing)
{
    /// <summary>What both say: that the figure is missing before what it is, and the weaker of two statuses.</summary>
    public StatusReading With(StatusReading other) =>
        new(StatusText.Rank(other.Status) < StatusText.Rank(Status) ? other.Status : Status, Missing ?? other.Missing);
}

/// <summary>Columns of statuses: codes of SDMX (CL_OBS_STATUS 2.2, capital letters) and of Eurostat's flags (small letters, which
/// may stand together), or words.</summary>
internal static class StatusText
{
    private static readonly ObservationStatus[] WeakestFirst =
    [
        ObservationStatus.U,
        ObservationStatus.E,
        ObservationStatus.P,
        ObservationStatus.B,
        ObservationStatus.N,
        ObservationStatus.A,
    ];

    /// <summary>Left out are forecasts (F) and figures that count another category too, or are counted there (W, K).</summary>
    private static readonly Dictionary<char, StatusReading?> Codes = new()
    {
        // Normal; differing definitions (D), derogations (J) and special events (S) are still the publisher's figures.
        ['A'] = Of(ObservationStatus.A),
        ['D'] = Of(ObservationStatus.A),
        ['J'] = Of(ObservationStatus.A),
        ['S'] = Of(ObservationStatus.A),
        ['B'] = Of(ObservationStatus.B),
        ['E'] = Of(ObservationStatus.E),
        ['G'] = Of(ObservationStatus.E),
        ['I'] = Of(ObservationStatus.E),
        ['N'] = Of(ObservationStatus.N),
        ['P'] = Of(ObservationStatus.P),
        ['V'] = Of(ObservationStatus.P),
        ['U'] = Of(ObservationStatus.U),
        ['H'] = Without(MarkMeaning.Missing),
        ['L'] = Without(MarkMeaning.Missing),
        ['M'] = Without(MarkMeaning.Missing),
        ['O'] = Without(MarkMeaning.Missing),
        ['Q'] = Without(MarkMeaning.Suppressed),
        ['b'] = Of(ObservationStatus.B),
        ['c'] = Without(MarkMeaning.Suppressed),
        ['d'] = Of(ObservationStatus.A),
        ['e'] = Of(ObservationStatus.E),
        ['i'] = Of(ObservationStatus.A),
        ['n'] = Of(ObservationStatus.N),
        ['p'] = Of(ObservationStatus.P),
        ['r'] = Of(ObservationStatus.A),
        ['s'] = Of(ObservationStatus.E),
        ['u'] = Of(ObservationStatus.U),
        ['z'] = Without(MarkMeaning.Missing),
        ['F'] = null,
        ['K'] = null,
        ['W'] = null,
        ['f'] = null,
    };

    private static readonly Dictionary<string, ObservationStatus> Words = new(StringComparer.Ordinal)
    {
        ["normal"] = ObservationStatus.A,
        ["provisional"] = ObservationStatus.P,
        ["estimated"] = ObservationStatus.E,
    };

    private static readonly Lazy<Dictionary<string, ObservationStatus>> Letters = new(() =>
        Vocabulary
            .Section("statusLetters")
            .ToDictionary(
                entry => entry.Phrase,
                entry => Enum.Parse<ObservationStatus>(entry.Key),
                StringComparer.OrdinalIgnoreCase
            )
    );

    private static readonly Lazy<Regex> ForecastBehindNumber = WordPattern.Lazy(() =>
        $@"\d\s*\(?{WordPattern.EndingOf(Vocabulary.Phrases("words", "forecast"))}\)?\s*$"
    );

    /// <summary>"2025f": whether the letter behind a period says that the figure is a forecast.</summary>
    public static bool IsForecast(string text) => ForecastBehindNumber.Value.IsMatch(text);

    private static readonly Lazy<string[]> Finals = new(() => [.. Vocabulary.Phrases("words", "final")]);

    /// <summary>"(F)" beside "(P)": whether the mark behind a period may say that the figure is final.</summary>
    public static bool IsFinal(string text) =>
        Finals.Value.Any(mark => text.TrimEnd().EndsWith(mark, StringComparison.Ordinal));

    private static readonly Lazy<Regex> BehindNumber = WordPattern.Lazy(() =>
    {
        var letter = WordPattern.EndingOf(Vocabulary.Phrases("statusLetters", "P", "E", "A"));
        return $@"(?<=\d\s*\(?|\p{{L}}\s*\(){letter}(?=\)?/?\s*$)";
    });

    /// <summary>The status of a key of the language files; null where it is none.</summary>
    public static ObservationStatus? OfWord(string code) => Words.TryGetValue(code, out var status) ? status : null;

    /// <summary>The status of a letter beside a figure or behind a period; null for any other.</summary>
    public static ObservationStatus? OfLetter(string letter) =>
        Letters.Value.TryGetValue(letter, out var status) ? status : null;

    /// <summary>"2023p", "2023 (e)": the status of the letter behind a period; null where none stands there.</summary>
    public static ObservationStatus? BehindPeriod(string text) =>
        BehindNumber.Value.Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } letter
            ? OfLetter(letter.Value)
            : null;

    /// <summary>Where a status stands among all, the weakest first.</summary>
    public static int Rank(ObservationStatus status) => Array.IndexOf(WeakestFirst, status);

    /// <summary>Whether a text has the form of a code, known or not: "A", "bp", "p: provisional".</summary>
    public static bool IsCode(string text) => Code(text) is { Length: 1 or 2 } code && code.All(char.IsAsciiLetter);

    /// <summary>What a text of a column of statuses says; null where it is unknown, or says that the figure is not of the
    /// published period and category alone.</summary>
    public static StatusReading? Read(string text, LabelKind kind)
    {
        if (kind != LabelKind.Code)
        {
            return MarkMeanings.Find(text) is { } meaning ? ReadMark(meaning) : ReadWords(text);
        }

        StatusReading? all = null;
        foreach (var letter in Code(text))
        {
            if (Codes.GetValueOrDefault(letter) is not { } one)
            {
                return null;
            }

            all = all?.With(one) ?? one;
        }

        return all;
    }

    /// <summary>Whether a text that <see cref="Read"/> does not take is unknown, and not one that says what is not stored.</summary>
    public static bool IsUnknown(string text, LabelKind kind) =>
        text.Any(char.IsLetterOrDigit)
        && (
            kind == LabelKind.Code
                ? Code(text).Any(letter => !Codes.ContainsKey(letter))
                : MarkMeanings.Find(text) is null && ReadText.Of(text).LeftOver.Count > 0
        );

    private static StatusReading? ReadMark(MarkMeaning meaning) =>
        meaning switch
        {
            MarkMeaning.Nil => null,
            MarkMeaning.NotSignificant => Of(ObservationStatus.N),
            _ => Without(meaning),
        };

    private static StatusReading? ReadWords(string text)
    {
        var read = ReadText.Of(text);
        if (read.LeftOver.Count > 0)
        {
            return null;
        }

        StatusReading? all = null;
        foreach (var term in read.Terms)
        {
            if (term.Kind != TermKind.Filler)
            {
                return null;
            }

            if (Words.TryGetValue(term.Code, out var status))
            {
                all = all?.With(Of(status)) ?? Of(status);
            }
        }

        return all;
    }

    private static string Code(string text) => text.Split(':')[0].Trim();

    private static StatusReading Of(ObservationStatus status) => new(status, null);

    private static StatusReading Without(MarkMeaning meaning) => new(ObservationStatus.A, meaning);
}
