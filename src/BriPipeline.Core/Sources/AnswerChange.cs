using System.Text.Json.Serialization;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Sources;

/// <summary>An answer to be remembered, or to be forgotten.</summary>
/// <param name="About">The text or place that the question was about.</param>
/// <param name="Is">The option or code that was chosen; null to withdraw what was answered before.</param>
/// <param name="Files">The pattern of file names for which it holds; null for all of the source.</param>
public sealed record AnswerChange(
    [property: JsonRequired] QuestionKind Kind,
    [property: JsonRequired] string About,
    [property: JsonRequired] string? Is,
    string? Files = null
)
{
    /// <summary>The profile with the answers as changed. One that says the same as before keeps its name and time.</summary>
    public static SourceProfile Apply(
        SourceProfile profile,
        IEnumerable<AnswerChange> changes,
        string? by,
        DateTimeOffset at
    )
    {
        var answers = (profile.Answers ?? []).ToList();
        foreach (var change in changes)
        {
            if (answers.Any(answer => change.IsAbout(answer) && answer.Is == change.Is))
            {
                continue;
            }

            answers.RemoveAll(change.IsAbout);
            if (change.Is is { } code)
            {
                answers.Add(new(change.Kind, change.About, code, change.Files, by, at));
            }
        }

        return profile with
        {
            Answers = answers.Count == 0 ? null : answers,
        };
    }

    /// <summary>The open question whose answer lifts a finding; null where there is none.</summary>
    public static Question? FindQuestion(ReportFinding finding, IEnumerable<Question> open) =>
        finding.Question is { } asked && Enum.TryParse<QuestionKind>(asked.Kind, ignoreCase: true, out var kind)
            ? open.FirstOrDefault(new AnswerChange(kind, asked.About, null).IsSettledBy)
            : null;

    /// <summary>Whether it answers the question.</summary>
    public bool IsAbout(Question question) =>
        question.Kind == Kind && Answer.SubjectOf(Kind, question.About) == Answer.SubjectOf(Kind, About);

    /// <summary>Whether answering the question answers it too.</summary>
    private bool IsSettledBy(Question question) =>
        IsAbout(question)
        || question.Also?.Any(also =>
            also.Kind == Kind && Answer.SubjectOf(Kind, also.About) == Answer.SubjectOf(Kind, About)
        ) == true;

    /// <summary>Whether both answer the same question for the same files.</summary>
    private bool IsAbout(Answer answer) =>
        answer.Kind == Kind && answer.Files == Files && answer.Subject == Answer.SubjectOf(Kind, About);
}
