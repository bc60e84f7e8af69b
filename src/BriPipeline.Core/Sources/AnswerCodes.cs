using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Sources;

/// <summary>What can answer a question, by its kind (DESIGN section 10).</summary>
public static class AnswerCodes
{
    private static readonly IReadOnlyDictionary<string, string> Options = TextFile.Read("en", "questions");

    private static readonly FreeList Areas = new("areas", ProfileCodes.Areas, AreaOf);
    private static readonly FreeList Commodities = new(
        "commodities",
        ProfileCodes.Commodities,
        text => CommodityText.OfCode(text)?.Code
    );

    /// <summary>The kinds for which any code of a list may be given.</summary>
    private static readonly Dictionary<QuestionKind, FreeList> Free = new()
    {
        [QuestionKind.Reporter] = Areas,
        [QuestionKind.Partner] = Areas,
        [QuestionKind.Area] = Areas,
        [QuestionKind.Total] = Areas,
        [QuestionKind.Unit] = new("units", ProfileCodes.ScaledUnits, UnitOf),
        [QuestionKind.Commodity] = Commodities,
        [QuestionKind.Limit] = Commodities,
        [QuestionKind.Period] = new(
            "periods",
            ProfileCodes.Periods,
            text => ProfileCodes.Periods.IsCode(text) ? TimePeriod.Parse(text).ToString() : null
        ),
    };

    /// <summary>The kinds that only have choices of their own. Of duplicates and contradictions only the file has them.</summary>
    private static readonly Dictionary<QuestionKind, ProfileCodes> Choices = new()
    {
        [QuestionKind.Flow] = ProfileCodes.Flows,
        [QuestionKind.Mark] = ProfileCodes.Marks,
        [QuestionKind.Frequency] = Fixed(QuestionKind.Frequency),
        [QuestionKind.Column] = Fixed(QuestionKind.Column),
        [QuestionKind.Decimal] = Fixed(QuestionKind.Decimal),
        [QuestionKind.Figure] = Fixed(QuestionKind.Figure),
    };

    /// <summary>The list from which any code may be given; null where only the options stand.</summary>
    public static string? FreeListOf(QuestionKind kind) => Free.GetValueOrDefault(kind)?.Name;

    /// <summary>Whether a code is one of the choices that questions of a kind have.</summary>
    public static bool IsOption(QuestionKind kind, string code) => Options.ContainsKey($"{Word(kind)}.{code}");

    /// <summary>What is wrong with an answer; null for one that a question of the kind may have.</summary>
    public static string? Wrong(QuestionKind kind, string answer) =>
        CombinedAnswer
            .PartsOf(new(kind, "", answer))
            .Select(part => WrongAlone(part.Kind, part.Is))
            .FirstOrDefault(wrong => wrong is not null);

    private static string? WrongAlone(QuestionKind kind, string answer) =>
        answer == Ask.LeaveOut
        || (kind == QuestionKind.Limit && answer == Ask.No)
        // An office stands for the area that it reports, and for what its publications leave unsaid.
        || (kind == QuestionKind.Reporter && Gallery.Standard.Named(answer) is not null)
            ? null
        : answer.Trim().Length == 0 ? "answers nothing."
        : (Free.GetValueOrDefault(kind)?.Codes ?? Choices.GetValueOrDefault(kind))?.Wrong(answer);

    /// <summary>The code that a text gives or names; null where it is no answer to such a question.</summary>
    /// <param name="question">The question as it is open; null where it was answered before, so that its options are not known.</param>
    public static string? Find(QuestionKind kind, string text, Question? question = null)
    {
        text = text.Trim();
        var code =
            text == Ask.LeaveOut
            || question?.Options.Any(option => option.Is == text) == true
            || IsOption(kind, text)
            || (kind == QuestionKind.Flow && ProfileCodes.Flows.IsCode(text))
            || CombinedAnswer.PartsOf(new(kind, "", text)).Count > 1
                ? text
                : Free.GetValueOrDefault(kind)?.Find(text);
        // What a profile may not hold would make it unreadable.
        return code is not null && Wrong(kind, code) is null ? code : null;
    }

    /// <summary>The code itself, or the only area of that name.</summary>
    private static string? AreaOf(string text) =>
        ProfileCodes.Areas.IsCode(text) ? text
        : text.Length > 0 && AreaCodeList.Standard.Find(text) is [var named] ? named.Code
        : null;

    /// <summary>"USD 3", or words that name a unit and a power of ten.</summary>
    private static string? UnitOf(string text) =>
        ScaledUnit.Parse(text) is { } unit ? unit.Code
        : ReadText.Of(text).Units is [{ Unit: { Unit: not null, Power: not null } named }] ? named.Code
        : null;

    /// <summary>The kinds whose answers are those that have a text.</summary>
    private static ProfileCodes Fixed(QuestionKind kind) =>
        ProfileCodes.OneOf(
            $"an answer of kind {Word(kind)}",
            [
                .. Options
                    .Keys.Where(key => key.StartsWith(Word(kind) + ".", StringComparison.Ordinal))
                    .Select(key => key[(Word(kind).Length + 1)..]),
            ],
            _ => []
        );

    private static string Word(QuestionKind kind) => kind.ToString().ToLowerInvariant();

    /// <param name="Find">The code that a text gives or names.</param>
    private sealed record FreeList(string Name, ProfileCodes Codes, Func<string, string?> Find);
}
