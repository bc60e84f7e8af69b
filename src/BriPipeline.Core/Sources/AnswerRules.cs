using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Sources;

/// <summary>What can answer a question, by its kind (DESIGN section 10).</summary>
internal static class AnswerRules
{
    private static readonly IReadOnlyDictionary<string, string> Options = TextFile.Read("en", "questions");

    private static readonly Dictionary<QuestionKind, ProfileCodes> Lists = new()
    {
        [QuestionKind.Reporter] = ProfileCodes.Areas,
        [QuestionKind.Partner] = ProfileCodes.Areas,
        [QuestionKind.Area] = ProfileCodes.Areas,
        [QuestionKind.Total] = ProfileCodes.Areas,
        [QuestionKind.Flow] = ProfileCodes.Flows,
        [QuestionKind.Unit] = ProfileCodes.ScaledUnits,
        [QuestionKind.Commodity] = ProfileCodes.Commodities,
        [QuestionKind.Limit] = ProfileCodes.Commodities,
        [QuestionKind.Period] = ProfileCodes.Periods,
        [QuestionKind.Frequency] = Fixed(QuestionKind.Frequency),
        [QuestionKind.Column] = Fixed(QuestionKind.Column),
        [QuestionKind.Mark] = ProfileCodes.Marks,
        [QuestionKind.Decimal] = Fixed(QuestionKind.Decimal),
        [QuestionKind.Figure] = Fixed(QuestionKind.Figure),
    };

    /// <summary>What is wrong with an answer; null for one that a question of the kind may have. Of duplicates and contradictions only
    /// the file has the choices.</summary>
    public static string? Wrong(QuestionKind kind, string answer) =>
        answer == Ask.LeaveOut
        || (kind == QuestionKind.Limit && answer == Ask.No)
        // An office stands for the area that it reports, and for what its publications leave unsaid.
        || (kind == QuestionKind.Reporter && Gallery.Standard.Named(answer) is not null)
            ? null
        : answer.Trim().Length == 0 ? "answers nothing."
        : Lists.GetValueOrDefault(kind)?.Wrong(answer);

    /// <summary>The kinds whose answers are those that have a text.</summary>
    private static ProfileCodes Fixed(QuestionKind kind)
    {
        var word = kind.ToString().ToLowerInvariant();
        return ProfileCodes.OneOf(
            $"an answer of kind {word}",
            [
                .. Options
                    .Keys.Where(key => key.StartsWith(word + ".", StringComparison.Ordinal))
                    .Select(key => key[(word.Length + 1)..]),
            ],
            _ => []
        );
    }
}
