using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Sources;

/// <summary>The answers that hold for one file, by what they are about.</summary>
internal sealed class AnswerBook
{
    private readonly Dictionary<(QuestionKind, string), string> bySubject = [];

    private AnswerBook(IEnumerable<Answer> answers)
    {
        // Of two answers to one question the later one holds.
        foreach (var answer in answers)
        {
            bySubject[(answer.Kind, answer.Subject)] = answer.Is;
        }
    }

    public static AnswerBook Empty { get; } = new([]);

    public bool IsEmpty => bySubject.Count == 0;

    public static AnswerBook Of(IReadOnlyList<Answer>? answers, string fileName) =>
        answers is { Count: > 0 }
            ? new(answers.Where(answer => answer.HoldsFor(fileName)).SelectMany(answer => answer.Parts))
            : Empty;

    /// <summary>What was answered; null where nobody was asked.</summary>
    public string? Find(QuestionKind kind, string about) =>
        bySubject.Count == 0 ? null : bySubject.GetValueOrDefault((kind, Answer.SubjectOf(kind, about)));

    public string? Find(Ask ask) => Find(ask.Kind, ask.About);
}
