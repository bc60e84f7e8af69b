using System.Text;
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
    /// <summary>Questions about texts of one key are one question: next month's title differs in its digits and periods only.</summary>
    [JsonIgnore]
    public string Subject => SubjectOf(Kind, About);

    public bool HoldsFor(string fileName) => Files is not { } files || FilePattern.Matches(files, fileName);

    internal static string SubjectOf(QuestionKind kind, string about) =>
        kind switch
        {
            QuestionKind.Reporter or QuestionKind.Unit => Folding.Fold(Without(about, withAreas: false)),
            QuestionKind.Flow or QuestionKind.Partner or QuestionKind.Commodity or QuestionKind.Frequency =>
                Folding.Fold(Without(about, withAreas: true)),
            // A source writes all its figures alike.
            QuestionKind.Decimal => "",
            _ => Folding.Fold(about),
        };

    /// <summary>A text without its periods, and without its areas: whose trade it is, and in what unit, holds for every partner.</summary>
    private static string Without(string text, bool withAreas)
    {
        var kept = new StringBuilder(text);
        foreach (
            var mention in ReadText
                .Of(text)
                .Mentions.Where(mention => mention is PeriodMention || (!withAreas && mention is AreaMention))
        )
        {
            for (var i = mention.Start; i < mention.End; i++)
            {
                kept[i] = ' ';
            }
        }

        var words = string.Join(' ', kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Any(char.IsLetter) ? words : "";
    }
}
