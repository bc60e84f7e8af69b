using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Sources;

/// <summary>One choice that answers several questions: <c>CHN; flow=M; unit "dollars"=USD 6</c> is CHN to the question that it was
/// given to, and each further part to the question of its kind about the same text, or about the text in quotes.</summary>
internal static partial class CombinedAnswer
{
    /// <summary>The kinds of questions about what columns are. An answer to one shows what the figures lack.</summary>
    public static IReadOnlyList<QuestionKind> OfColumns { get; } = [QuestionKind.Column, QuestionKind.Limit];

    /// <summary>The kinds whose questions are answered together. Periods are not: they hold for one file only.</summary>
    public static IReadOnlyList<QuestionKind> Kinds { get; } =
    [
        QuestionKind.Reporter,
        QuestionKind.Partner,
        QuestionKind.Total,
        QuestionKind.Flow,
        QuestionKind.Commodity,
        QuestionKind.Unit,
    ];

    /// <summary>The answers that a choice stands for: itself where it is a single one.</summary>
    public static IReadOnlyList<Answer> PartsOf(Answer answer)
    {
        if (
            !answer.Is.Contains("; ", StringComparison.Ordinal)
            || Form().Match(answer.Is) is not { Success: true } match
        )
        {
            return [answer];
        }

        var parts = new List<Answer> { answer with { Is = match.Groups["lead"].Value } };
        for (var i = 0; i < match.Groups["kind"].Captures.Count; i++)
        {
            if (!Enum.TryParse<QuestionKind>(match.Groups["kind"].Captures[i].Value, ignoreCase: true, out var kind))
            {
                return [answer];
            }

            // Without quotes the text is that of the first part.
            var about = match.Groups["about"].Captures[i].Value;
            parts.Add(
                answer with
                {
                    Kind = kind,
                    About = about.Length > 0 ? about[2..^1] : answer.About,
                    Is = match.Groups["code"].Captures[i].Value,
                }
            );
        }

        return parts.All(part => Kinds.Contains(part.Kind) || OfColumns.Contains(part.Kind)) ? parts : [answer];
    }

    /// <summary>The choice that stands for answers; null where it cannot be written.</summary>
    /// <param name="parts">Of different kinds, the question's own first.</param>
    public static string? Of(IReadOnlyList<Answer> parts)
    {
        var lead = parts[0];
        var text = new StringBuilder(lead.Is);
        foreach (var part in parts.Skip(1))
        {
            var isSame = Answer.SubjectOf(part.Kind, part.About) == Answer.SubjectOf(part.Kind, lead.About);
            text.Append("; ").Append(part.Kind.ToString().ToLowerInvariant());
            text.Append(isSame ? "" : $" \"{part.About}\"").Append('=').Append(part.Is);
        }

        var choice = text.ToString();
        return PartsOf(lead with { Is = choice }).Count == parts.Count ? choice : null;
    }

    [GeneratedRegex(
        """^(?<lead>[^;="]+)(; (?<kind>[a-z]+)(?<about>(?: "[^"]+")?)=(?<code>[^;="]+))+$""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
