using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>Which texts can answer a question of a kind.</summary>
public static class AnswerCodes
{
    private static readonly Dictionary<string, Func<string, string?>> FreeLists = new(StringComparer.Ordinal)
    {
        ["areas"] = AreaOf,
        ["units"] = UnitOf,
        ["commodities"] = text => CommodityText.OfCode(text)?.Code,
        ["periods"] = text => AnsweredLabel.PeriodOf(text)?.ToString(),
    };

    /// <summary>The code that a text gives or names; null where it is no answer to such a question.</summary>
    /// <param name="question">The question as it is open; null where it was answered before, so that its options are not known.</param>
    public static string? Find(QuestionKind kind, string text, Question? question = null)
    {
        // What a profile may not hold would make it unreadable.
        var code = CodeOf(kind, text.Trim(), question);
        return code is not null && AnswerRules.Wrong(kind, code) is null ? code : null;
    }

    private static string? CodeOf(QuestionKind kind, string text, Question? question)
    {
        return text == Ask.LeaveOut || question?.Options.Any(option => option.Is == text) == true ? text
            : QuestionTexts.IsOption(kind, text) ? text
            : kind == QuestionKind.Flow && AnsweredLabel.FlowOf(text) is { } flow && flow.ToString() == text ? text
            : QuestionTexts.FreeListOf(kind) is { } list ? FreeLists[list](text)
            : null;
    }

    /// <summary>Codes of a free list with their names, to choose from; any other code of the list may be given too.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static IEnumerable<(string Code, string Name)> ListOf(string list, string language) =>
        list switch
        {
            "areas" => AreaCodeList.Standard.All.Select(area =>
                (area.Code, AreaCodeList.Standard.NameOf(area, language))
            ),
            "units" => QuestionTexts.Units.Select(unit =>
                (unit.Code, QuestionTexts.OfOption(QuestionKind.Unit, unit.Code).In(language))
            ),
            "commodities" =>
            [
                (
                    Commodity.Total.Code,
                    QuestionTexts.OfOption(QuestionKind.Commodity, Commodity.Total.Code).In(language)
                ),
            ],
            _ => [],
        };

    /// <summary>A code with its name, in both languages of the pages.</summary>
    public static LocalText NameOf(QuestionKind kind, string code) => QuestionTexts.OfOption(kind, code);

    /// <summary>The question of an answer, in both languages of the pages.</summary>
    public static LocalText TextOf(QuestionKind kind, string about) => QuestionTexts.Of(new(kind, about, []));

    /// <summary>The code itself, or the only area of that name.</summary>
    private static string? AreaOf(string text) =>
        AnsweredLabel.AreaOf(text) is { } area ? area.Code
        : text.Length > 0 && AreaCodeList.Standard.Find(text) is [var named] ? named.Code
        : null;

    /// <summary>"USD 3", or words that name a unit and a power of ten.</summary>
    private static string? UnitOf(string text) =>
        ScaledUnit.Parse(text) is { } unit ? unit.Code
        : ReadText.Of(text).Units is [{ Unit: { Unit: not null, Power: not null } named }] ? named.Code
        : null;
}
