using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>A mark behind a figure and what it means.</summary>
public readonly record struct SummaryMark(string Sign, string Meaning);

/// <summary>Every word of the documents in one language, and its forms of numbers and periods: <c>Texts/{language}/summary.json</c>.
/// A new language is a new file.</summary>
/// <remarks><c>{0}</c>, <c>{1}</c>, ... are filled in; the English file shows with what.</remarks>
public sealed class SummaryTexts
{
    private readonly IReadOnlyDictionary<string, string> texts;

    /// <summary>Endings by the word with which a number ends when it is said: 1 to 9, tens, hundred, thousand and so on.</summary>
    private readonly IReadOnlyDictionary<decimal, string> ablatives;

    private SummaryTexts(string language)
    {
        Language = language;
        var json = TextFile.Read<JsonElement>(language, "summary");
        texts = json.EnumerateObject()
            .Where(text => text.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
        Months = [.. json.GetProperty("months").EnumerateArray().Select(month => month.GetString()!)];
        MonthsIn = [.. json.GetProperty("monthsIn").EnumerateArray().Select(month => month.GetString()!)];
        MonthsOn = [.. json.GetProperty("monthsOn").EnumerateArray().Select(month => month.GetString()!)];
        ablatives = json.TryGetProperty("ablative", out var endings)
            ? endings
                .EnumerateObject()
                .ToDictionary(
                    ending => decimal.Parse(ending.Name, CultureInfo.InvariantCulture),
                    ending => ending.Value.GetString()!
                )
            : [];
    }

    /// <summary>English, Russian, Kazakh and Chinese.</summary>
    public static IReadOnlyList<SummaryTexts> All { get; } = [new("en"), new("ru"), new("kk"), new("zh")];

    public static SummaryTexts English => All[0];

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>January first, as they stand in headings.</summary>
    public IReadOnlyList<string> Months { get; }

    /// <summary>January first, as they stand within a sentence.</summary>
    public IReadOnlyList<string> MonthsIn { get; }

    /// <summary>January first, as figures are compared with them.</summary>
    public IReadOnlyList<string> MonthsOn { get; }

    /// <summary>The first month of a range that figures are compared with: declined where the language declines both.</summary>
    public IReadOnlyList<string> FirstMonthsOn => texts["rangeOnDeclines"] == "both" ? MonthsOn : Months;

    /// <summary>The ending of "from" behind a whole number; nothing in a language without it.</summary>
    public string AblativeOf(decimal number)
    {
        foreach (var power in (decimal[])[1, 10, 100, 1_000, 1_000_000, 1_000_000_000])
        {
            // Tens have words of their own, greater powers are counted.
            var next = power switch
            {
                1 or 10 or 100 => power * 10,
                _ => power * 1_000,
            };
            var digit = number % next;
            if (digit != 0 || power == 1_000_000_000)
            {
                return ablatives.GetValueOrDefault(power <= 10 ? digit : power, "");
            }
        }

        return "";
    }

    public IReadOnlyCollection<string> Keys => [.. texts.Keys];

    /// <exception cref="KeyNotFoundException">No text has this key.</exception>
    public string this[string key] =>
        texts.TryGetValue(key, out var text)
            ? text
            : throw new KeyNotFoundException($"Texts/{Language}/summary.json has no text '{key}'.");

    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>The mark of a status; null for a normal figure.</summary>
    public SummaryMark? MarkOf(ObservationStatus status) => Mark($"status.{status}");

    /// <summary>The mark of how an amount came about; null for one as published.</summary>
    public SummaryMark? MarkOf(AmountBasis basis) => Mark($"basis.{basis}");

    /// <summary>The mark of a figure about which a finding is open.</summary>
    public SummaryMark MarkOfDoubt => Mark("doubt")!.Value;

    private SummaryMark? Mark(string key) => Find(key) is { } sign ? new(sign, texts[key + ".is"]) : null;
}
