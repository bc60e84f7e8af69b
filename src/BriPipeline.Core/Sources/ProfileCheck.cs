using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Sources;

/// <summary>Profiles as people write them: every key by name, every value by its code list (DESIGN section 6).</summary>
internal static class ProfileCheck
{
    /// <summary>The largest power of ten that figures are printed in.</summary>
    public const int MaxPower = 12;

    public static IReadOnlyList<string> FileRequired { get; } = ["match", "defaults"];

    public static IReadOnlyList<string> AnswerRequired { get; } = ["kind", "about", "is"];

    public static IReadOnlyDictionary<string, JsonRule> DefaultKeys { get; } =
        new Dictionary<string, JsonRule>(StringComparer.Ordinal)
        {
            ["unit"] = JsonRules.Code(ProfileCodes.Units),
            ["multiplier"] = JsonRules.Number("a power of ten", 0, MaxPower, PowerMeant),
            ["commodity"] = JsonRules.Code(ProfileCodes.Commodities),
            ["flow"] = JsonRules.Code(ProfileCodes.Flows),
            ["partner"] = JsonRules.Code(ProfileCodes.Areas),
            ["period"] = JsonRules.Code(ProfileCodes.Periods),
            ["reporter"] = JsonRules.Code(ProfileCodes.Areas),
            ["valuation"] = JsonRules.Map(ProfileCodes.Flows.Wrong, JsonRules.Code(ProfileCodes.Valuations)),
        };

    public static IReadOnlyDictionary<string, JsonRule> FileKeys { get; } =
        new Dictionary<string, JsonRule>(StringComparer.Ordinal)
        {
            ["match"] = JsonRules.SomeText,
            ["defaults"] = JsonRules.Object(DefaultKeys),
        };

    public static IReadOnlyDictionary<string, JsonRule> HoldKeys { get; } =
        new Dictionary<string, JsonRule>(StringComparer.Ordinal)
        {
            ["rejectedCells"] = JsonRules.Share,
            ["failedTotal"] = JsonRules.Flag,
            ["changedLayout"] = JsonRules.Flag,
        };

    public static IReadOnlyDictionary<string, JsonRule> AnswerKeys { get; } =
        new Dictionary<string, JsonRule>(StringComparer.Ordinal)
        {
            ["kind"] = JsonRules.Code(ProfileCodes.Kinds),
            ["about"] = JsonRules.AnyText,
            ["is"] = JsonRules.AnyText,
            ["files"] = JsonRules.SomeText,
            ["by"] = JsonRules.AnyText,
            ["at"] = Time,
        };

    private static readonly JsonRule Aliases = JsonRules.Map(
        name => name.Trim().Length == 0 ? "is empty." : null,
        JsonRules.Code(ProfileCodes.Areas)
    );

    private static readonly JsonRule AnswerKeysRule = JsonRules.Object(AnswerKeys, AnswerRequired);

    private static readonly JsonRule Answers = JsonRules.List(Answer);

    public static IReadOnlyDictionary<string, JsonRule> Keys { get; } =
        new Dictionary<string, JsonRule>(StringComparer.Ordinal)
        {
            ["name"] = JsonRules.Text(name =>
                SourceName.IsValid(name)
                    ? null
                    : "cannot name a source: use one to forty small letters, digits and hyphens, such as kz-bns."
            ),
            ["publisher"] = JsonRules.AnyText,
            ["licence"] = JsonRules.AnyText,
            ["reporter"] = JsonRules.Code(ProfileCodes.Areas),
            ["languages"] = JsonRules.List(JsonRules.Code(ProfileCodes.Languages)),
            ["defaults"] = JsonRules.Object(DefaultKeys),
            ["missing"] = JsonRules.Map(
                mark => mark.Trim().Length == 0 ? "is empty." : null,
                JsonRules.Code(ProfileCodes.Marks)
            ),
            ["fiscalYearStartsIn"] = JsonRules.Number("a month", 1, 12, MonthMeant),
            ["revisionMonths"] = JsonRules.List(JsonRules.Number("a month", 1, 12, MonthMeant)),
            ["calendar"] = JsonRules.Code(ProfileCodes.Calendars),
            ["allowNegative"] = JsonRules.Flag,
            ["aliases"] = Aliases,
            ["hold"] = JsonRules.Object(HoldKeys),
            ["files"] = JsonRules.List(JsonRules.Object(FileKeys, FileRequired)),
            ["uploaders"] = JsonRules.List(JsonRules.SomeText),
            ["answers"] = Answers,
            ["pinned"] = (path, value, problems) =>
                problems.Add($"{path}: a pinned layout stands in a file of its own, layouts/NAME.json."),
        };

    private static readonly JsonRule Profile = JsonRules.Object(Keys, "name");

    /// <exception cref="JsonException">The text is no profile; the message has a line for each thing that is wrong.</exception>
    public static void OfProfile(string json) => Check(json, Profile);

    /// <exception cref="JsonException">The text is no object of area codes by name.</exception>
    public static void OfAliases(string json) => Check(json, Aliases);

    /// <exception cref="JsonException">The text is no list of answers.</exception>
    public static void OfAnswers(string json) => Check(json, Answers);

    private static void Check(string json, JsonRule rule)
    {
        using var document = JsonDocument.Parse(json);
        var problems = new List<string>();
        rule("", document.RootElement, problems);
        if (problems.Count > 0)
        {
            throw new JsonException(string.Join('\n', problems));
        }
    }

    private static void Answer(string path, JsonElement value, ICollection<string> problems)
    {
        AnswerKeysRule(path, value, problems);
        if (
            value.ValueKind == JsonValueKind.Object
            && Find(value, "is") is { ValueKind: JsonValueKind.String } given
            && Find(value, "kind") is { ValueKind: JsonValueKind.String } said
            && ProfileCodes.Kinds.IsCode(said.GetString()!)
            && AnswerCodes.Wrong(Enum.Parse<QuestionKind>(said.GetString()!, ignoreCase: true), given.GetString()!)
                is { } wrong
        )
        {
            problems.Add(JsonRules.Problem($"{path}.is", given, wrong));
        }
    }

    private static JsonElement? Find(JsonElement value, string key) =>
        value
            .EnumerateObject()
            .Where(entry => entry.Name.Equals(key, StringComparison.OrdinalIgnoreCase))
            .Select(entry => (JsonElement?)entry.Value)
            .FirstOrDefault();

    private static void Time(string path, JsonElement value, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !value.TryGetDateTimeOffset(out _))
        {
            problems.Add(JsonRules.Problem(path, value, "is no time such as 2026-11-29T10:00:00Z."));
        }
    }

    /// <summary>1000 and "thousand" are 3.</summary>
    private static int? PowerMeant(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return ReadText
                .Of(text)
                .Units.Select(mention => mention.Unit.Power)
                .FirstOrDefault(power => power is not null);
        }

        if (
            value.ValueKind == JsonValueKind.String
            && number is >= 0 and <= MaxPower
            && number == decimal.Floor(number)
        )
        {
            return (int)number;
        }

        for (var (power, ten) = (0, 1m); power <= MaxPower; (power, ten) = (power + 1, ten * 10))
        {
            if (number == ten)
            {
                return power;
            }
        }

        return null;
    }

    /// <summary>"July" and "7" are 7.</summary>
    private static int? MonthMeant(JsonElement value) =>
        value.ValueKind != JsonValueKind.String ? null
        : int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            ? month is >= 1 and <= 12 ? month
                : null
        : ReadText.Of(value.GetString()!).Periods is [{ FirstMonth: { } first }, ..] ? first
        : null;
}
