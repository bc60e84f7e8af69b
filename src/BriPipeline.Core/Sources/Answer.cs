using System.Text.Json.Serialization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Sources;

/// <summary>What a person answered to a question, as the profile holds it (DESIGN section 10).</summary>
/// <param name="About">The text or place that the question was about.</param>
/// <param name="Is">The option or code that was chosen.</param>
/// <param name="Files">The pattern of file names for which it holds; null for all of the source.</param>
/// <param name="By">Who gave it.</param>
public sealed record Answer(
    QuestionKind Kind,
    string About,
    string Is,
    string? Files = null,
    string? By = null,
    DateTimeOffset? At = null
)
{
    /// <summary>Questions of a kind about one subject are one question.</summary>
    [JsonIgnore]
    public string Subject => SubjectOf(Kind, About);

    /// <summary>The answers that it stands for.</summary>
    [JsonIgnore]
    internal IReadOnlyList<Answer> Parts => CombinedAnswer.PartsOf(this);

    public bool HoldsFor(string fileName) => Files is not { } files || FilePattern.Matches(files, fileName);

    /// <summary>Texts are compared folded. A source writes all its figures with one decimal mark.</summary>
    internal static string SubjectOf(QuestionKind kind, string about) =>
        kind == QuestionKind.Decimal ? "" : Folding.Fold(about);
}
