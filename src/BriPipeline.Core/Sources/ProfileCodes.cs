using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Sources;

/// <summary>A code list of profiles: which texts are codes, and which codes another text may mean.</summary>
/// <param name="What">Of what the codes are, in words: "an area".</param>
/// <param name="Examples">Codes as they are written.</param>
/// <param name="Meant">As they are to be written, most likely first; none where nothing is known.</param>
public sealed record ProfileCodes(
    string What,
    string Examples,
    Func<string, bool> IsCode,
    Func<string, IEnumerable<string>> Meant
)
{
    private const int MaxMeant = 3;

    /// <summary>All codes, where they can be listed.</summary>
    public IReadOnlyList<string>? Listed { get; init; }

    /// <summary>What the codes look like, where they cannot be listed: a regular expression as JSON Schema has them.</summary>
    public string Pattern { get; init; } = "";

    public static ProfileCodes Areas { get; } =
        new("an area", "\"KAZ\", \"001\" (World), \"_EAEU\"", code => Standard.IsKnown(new(code)), AreasMeant)
        {
            Listed = [.. AreaCodeList.Standard.All.Select(area => area.Code)],
        };

    public static ProfileCodes Flows { get; } = OneOf("a flow", Enum.GetNames<TradeFlow>(), FlowsMeant);

    public static ProfileCodes Units { get; } =
        new(
            "a unit",
            "\"USD\" (ISO 4217), \"KG\", \"Q.H87\"",
            IsUnit,
            text =>
                UnitsMeant(text)
                    .Select(unit =>
                        unit.Power is > 0 ? $"\"{unit.Unit}\" and \"multiplier\": {unit.Power}" : $"\"{unit.Unit}\""
                    )
        )
        {
            Pattern = "^([A-Z]{3}|KG|Q\\.[A-Za-z0-9]{2,3})$",
        };

    public static ProfileCodes ScaledUnits { get; } =
        new(
            "a unit with its power of ten",
            "\"USD\", \"USD 3\" (thousands), \"10^3\" (thousands of a unit said elsewhere)",
            text => ScaledUnit.Parse(text) is { } unit && (unit.Unit is not { } named || IsUnit(named.Code)),
            text => UnitsMeant(text).Select(unit => $"\"{unit.Code}\"")
        );

    public static ProfileCodes Commodities { get; } =
        new(
            "a commodity",
            "\"TOTAL\", \"HS.27\", \"SITC.333\"",
            text => CommodityText.OfCode(text) is not null,
            CommoditiesMeant
        )
        {
            Pattern = "^(TOTAL|(HS|HTS|SITC)\\.[0-9]{1,10}|N\\..{1,120})$",
        };

    public static ProfileCodes Periods { get; } =
        new(
            "a period",
            "\"2022\", \"2022-Q3\", \"2022-07\", \"2023-01--2023-07\"",
            text => PeriodOf(text) is not null,
            text =>
                ReadText
                    .Of(text)
                    .Periods.Select(part => PeriodComposition.ToPeriod(part, null))
                    .OfType<TimePeriod>()
                    .Select(period => $"\"{period}\"")
        )
        {
            Pattern =
                "^[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])(--[0-9]{4}-(0[1-9]|1[0-2])|-[0-9]{2}--[0-9]{4}-[0-9]{2}-[0-9]{2})?))?$",
        };

    public static ProfileCodes Valuations { get; } =
        OneOf(
            "a valuation",
            [.. Vocabulary.Section("valuations").Select(entry => entry.Key).Distinct(StringComparer.Ordinal)],
            text => ReadText.Of(text).Terms.Where(term => term.Kind == TermKind.Valuation).Select(term => term.Code)
        );

    public static ProfileCodes Marks { get; } =
        OneOf(
            "what a mark means",
            ["nil", "missing"],
            text =>
                MarkMeanings.Find(text) is { } meaning
                    ? [meaning == MarkMeaning.Nil ? "nil" : "missing"]
                    : (text.Trim() == "0" ? ["nil"] : [])
        );

    public static ProfileCodes Calendars { get; } =
        OneOf("a calendar", ["gregorian", "buddhist", "persian", "nepali"], _ => []);

    public static ProfileCodes Languages { get; } =
        new("a language", "\"en\", \"ru\", \"kk\" (ISO 639-1)", LanguageNames.IsCode, LanguageNames.Find)
        {
            Pattern = "^[a-z]{2}$",
        };

    public static ProfileCodes Kinds { get; } =
        OneOf(
            "a kind of question",
            [.. Enum.GetNames<QuestionKind>().Select(kind => kind.ToLowerInvariant())],
            _ => []
        );

    private static AreaCodeList Standard => AreaCodeList.Standard;

    /// <summary>A list that can be shown whole.</summary>
    /// <param name="meant">Codes that a text means; the one that is spelled like it, where it gives none.</param>
    public static ProfileCodes OneOf(
        string what,
        IReadOnlyList<string> codes,
        Func<string, IEnumerable<string>> meant
    ) =>
        new(
            what,
            Quote(codes),
            text => codes.Contains(text, StringComparer.Ordinal),
            text => (meant(text).ToList() is { Count: > 0 } found ? found : Nearest(text, codes)).Select(Quote)
        )
        {
            Listed = codes,
        };

    /// <summary>What is wrong with a text that is no code, and what is to be written; null for a code.</summary>
    public string? Wrong(string text)
    {
        if (IsCode(text))
        {
            return null;
        }

        var meant = Meant(text).Distinct(StringComparer.Ordinal).Take(MaxMeant).ToList();
        return meant.Count > 0
            ? $"is no code of {What}. Write {string.Join(" or ", meant)}."
            : $"is no code of {What}. Codes are {Examples}.";
    }

    /// <summary>The name that a text most likely is a misspelling or the beginning of; none where no name is like it.</summary>
    public static IEnumerable<string> Nearest(string text, IEnumerable<string> names)
    {
        const int MinBeginning = 4;
        var folded = text.Trim().ToLowerInvariant();
        return names
            .Select(name => (Name: name, Distance: DistanceOf(name.ToLowerInvariant())))
            .Where(one => one.Distance is { } distance && distance < one.Name.Length)
            .OrderBy(one => one.Distance)
            .Select(one => one.Name)
            .Take(1);

        int? DistanceOf(string name) =>
            EditDistance.Of(folded, name, Math.Max(1, name.Length / 3))
            ?? (
                folded.Length >= MinBeginning && name.StartsWith(folded, StringComparison.Ordinal)
                    ? name.Length - folded.Length
                    : null
            );
    }

    private static string Quote(string code) => $"\"{code}\"";

    private static string Quote(IEnumerable<string> codes) => string.Join(", ", codes.Select(Quote));

    private static IEnumerable<string> AreasMeant(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        var named = Standard
            .Find(text)
            .Concat(Enum.GetValues<AreaCodeScheme>().Select(scheme => Standard.FindCode(scheme, code)).OfType<Area>())
            .Concat(Standard.IsKnown(new(code)) ? [new Area(code)] : [])
            .Distinct()
            .ToList();
        return (named.Count > 0 ? named : Standard.Closest(text, MaxMeant)).Select(area =>
            $"\"{area}\" ({Standard.NameOf(area, "en")})"
        );
    }

    private static IEnumerable<string> FlowsMeant(string text) =>
        (FlowText.OfCode(text) is { } flow ? [flow] : Enumerable.Empty<TradeFlow>())
            .Concat(ReadText.Of(text).Mentions.OfType<FlowMention>().Select(mention => mention.Flow))
            .Select(one => one.ToString());

    private static bool IsUnit(string code) =>
        Unit.IsCode(code) && (!new Unit(code).IsMoney || Currencies.IsCode(code));

    private static IEnumerable<ScaledUnit> UnitsMeant(string text) =>
        (ScaledUnit.Parse(text.Trim().ToUpperInvariant()) is { } scaled ? [scaled] : Enumerable.Empty<ScaledUnit>())
            .Concat(ReadText.Of(text).Units.Select(mention => mention.Unit))
            .Where(unit => unit.Unit is { } named && IsUnit(named.Code));

    /// <summary>"27", "HS 27", "HTS-01", "all commodities".</summary>
    private static IEnumerable<string> CommoditiesMeant(string text)
    {
        var code = text.TrimStart([.. text.TakeWhile(c => !char.IsAsciiDigit(c))]);
        var read =
            CommodityText.Read(text, LabelKind.Words, null, ReadText.Of(text).Terms)
            ?? CommodityText.Read(code, LabelKind.Code, Classifications.In(text), ReadText.Of(code).Terms);
        return read is { } commodity ? [$"\"{commodity}\""] : [];
    }

    private static TimePeriod? PeriodOf(string text)
    {
        try
        {
            return TimePeriod.Parse(text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>ISO 639-1.</summary>
    private static class LanguageNames
    {
        private static readonly CultureInfo[] Known =
        [
            .. CultureInfo
                .GetCultures(CultureTypes.NeutralCultures)
                .Where(culture => culture.Name.Length == 2 && culture.TwoLetterISOLanguageName == culture.Name),
        ];

        public static bool IsCode(string text) => Array.Exists(Known, language => language.Name == text);

        /// <summary>By name in English or in the language, by a code of three letters, or before a country's.</summary>
        public static IEnumerable<string> Find(string text) =>
            Known
                .Where(language =>
                    new[]
                    {
                        language.EnglishName,
                        language.NativeName,
                        language.ThreeLetterISOLanguageName,
                        language.Name,
                    }.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
                    || text.StartsWith(language.Name + "-", StringComparison.OrdinalIgnoreCase)
                    || text.StartsWith(language.Name + "_", StringComparison.OrdinalIgnoreCase)
                )
                .Select(language => $"\"{language.Name}\"");
    }
}
