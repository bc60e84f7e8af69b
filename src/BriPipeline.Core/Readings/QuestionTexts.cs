using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>Questions and their options in the languages of the pages: <c>Texts/{language}/questions.json</c>.</summary>
public static class QuestionTexts
{
    private static readonly Words English = new("en");
    private static readonly Words Russian = new("ru");
    private static readonly Words Kazakh = new("kk");
    private static readonly Words Chinese = new("zh");

    /// <summary>Every unit that has a name, with every power of ten that has one.</summary>
    private static IEnumerable<ScaledUnit> Units =>
        from unit in English.Texts.Keys.Where(key => key.StartsWith("unit.", StringComparison.Ordinal))
        from power in English.Texts.Keys.Where(key => key.StartsWith("power.", StringComparison.Ordinal))
        select new ScaledUnit(
            new Unit(unit["unit.".Length..]),
            int.Parse(power["power.".Length..], CultureInfo.InvariantCulture)
        );

    /// <summary>What is asked. Of a whole table it may be another question than of a label: <c>question.{kind}.table</c>.</summary>
    public static LocalText Of(Ask ask)
    {
        var key = $"question.{Word(ask.Kind)}";
        key = ask.Title is not null && English.Texts.ContainsKey(key + ".table") ? key + ".table" : key;
        return Each(texts => Fill(texts[key], Shorten(ask.Title ?? ask.About)));
    }

    /// <summary>What is asked together.</summary>
    public static LocalText Of(IEnumerable<Ask> asks) => Join(" ", asks.Select(ask => Of(ask)));

    /// <summary>The evidence for an option, or for those that a choice consists of.</summary>
    public static LocalText Why(IEnumerable<AskOption> options) =>
        Join(
            " ",
            options.Select(option => Each(texts => Fill(texts[$"why.{option.Why}"], option.Place ?? ""))).Distinct()
        );

    public static LocalText OfOption(QuestionKind kind, string code) =>
        Join("; ", CombinedAnswer.PartsOf(new(kind, "", code)).Select(part => OfSingle(part.Kind, part.Is)));

    private static LocalText OfSingle(QuestionKind kind, string code) =>
        code == Ask.LeaveOut || AnswerCodes.IsOption(kind, code)
            ? Each(texts => texts[code == Ask.LeaveOut ? code : $"{Word(kind)}.{code}"])
        : kind == QuestionKind.Reporter && Gallery.Standard.Named(code) is { } office
            ? Each(texts => OfOffice(office, texts))
        : ScaledUnit.Parse(code) is { } unit && kind is QuestionKind.Unit or QuestionKind.Contradiction
            ? Each(texts => OfUnit(unit, texts))
        : AnsweredLabel.FlowOf(code) is { } flow ? Each(texts => texts[$"flow.{flow}"])
        : AreaCodeList.Standard.IsKnown(new Area(code)) ? Each(texts => NameOf(code, texts.Language))
        : Each(_ => code);

    /// <summary>The question of an answer.</summary>
    public static LocalText Of(QuestionKind kind, string about) => Of(new Ask(kind, about, []));

    /// <summary>Codes of a free list with their names, to choose from; any other code of the list may be given too.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static IEnumerable<(string Code, string Name)> ListOf(string list, string language) =>
        list switch
        {
            "areas" => AreaCodeList.Standard.All.Select(area =>
                (area.Code, AreaCodeList.Standard.NameOf(area, language))
            ),
            "units" => Units.Select(unit => (unit.Code, OfOption(QuestionKind.Unit, unit.Code).In(language))),
            "commodities" =>
            [
                (Commodity.Total.Code, OfOption(QuestionKind.Commodity, Commodity.Total.Code).In(language)),
            ],
            _ => [],
        };

    private static string Word(QuestionKind kind) => kind.ToString().ToLowerInvariant();

    private static string NameOf(string code, string language) =>
        $"{AreaCodeList.Standard.NameOf(new Area(code), language)} ({code})";

    /// <summary>An office with all that choosing it fills in.</summary>
    private static string OfOffice(GalleryEntry office, Words texts)
    {
        var usual = office.Defaults ?? new();
        string?[] filled =
        [
            office.Reporter,
            usual.Unit is { } unit ? OfUnit(new(new(unit), usual.Multiplier), texts) : null,
            usual.Commodity,
            usual.Flow is { } flow ? texts[$"flow.{flow}"] : null,
        ];
        return $"{office.Title[texts.Language]} ({string.Join(", ", filled.OfType<string>())})";
    }

    private static string OfUnit(ScaledUnit unit, Words texts)
    {
        var name = unit.Unit is { } said ? texts.Texts.GetValueOrDefault($"unit.{said.Code}", said.Code) : "";
        return texts.Texts.TryGetValue($"power.{unit.Power}", out var power)
            ? Fill(power, name)
            : Fill(texts["power"], name, unit.Power?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>A title may be long.</summary>
    private static string Shorten(string text)
    {
        const int Max = 120;
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Max ? text : $"{text[..Max]}…";
    }

    private static LocalText Join(string between, IEnumerable<LocalText> texts)
    {
        var all = texts.ToList();
        return Each(texts => string.Join(between, all.Select(text => text.In(texts.Language))));
    }

    private static LocalText Each(Func<Words, string> text) =>
        new(text(English), text(Russian), text(Kazakh), text(Chinese));

    private static string Fill(string template, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, template, arguments);

    private sealed class Words(string language)
    {
        /// <summary>ISO 639-1.</summary>
        public string Language => language;

        public IReadOnlyDictionary<string, string> Texts { get; } = TextFile.Read(language, "questions");

        public string this[string key] => Texts[key];
    }
}
