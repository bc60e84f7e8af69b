using System.Security.Cryptography;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Readings;

/// <summary>What a person is asked about one file (DESIGN section 10): each thing once, the most figures first, with what each
/// answer would store, read from this very file.</summary>
public static class Questions
{
    /// <summary>Nobody answers more at a time.</summary>
    public const int Max = 20;

    public const int PreviewLength = Previews.Length;

    /// <summary>Cells that are read again for previews at most, all options together.</summary>
    public const long MaxCells = 2_000_000;

    private const int MaxTexts = 500;

    /// <summary>The open questions of a reading by itself; empty where nothing waits for a person.</summary>
    /// <param name="maxCells">For previews all cells are read once for each option: the questions of most figures have them, and those
    /// beyond so many cells have none. 0 where only the questions are told.</param>
    public static IReadOnlyList<Question> Of(Reading reading, long maxCells = MaxCells) =>
        Of(reading, reading.Findings, maxCells);

    /// <summary>The same with what stored figures ask.</summary>
    public static IReadOnlyList<Question> Of(ReadingResult result, long maxCells = MaxCells) =>
        result.Reading is { } reading ? Of(reading, result.Findings, maxCells) : [];

    private static IReadOnlyList<Question> Of(Reading reading, IReadOnlyList<Finding> all, long maxCells)
    {
        // A list of goods may ask about each of thousands: texts of few figures are not read for what they have in common.
        var asked = all.Where(finding => finding.Ask is not null)
            .GroupBy(finding => (finding.Ask!.Kind, finding.Ask.About))
            .Select(findings => (Findings: findings.ToList(), Figures: findings.Sum(finding => (long)finding.Figures)))
            .OrderByDescending(texts => texts.Figures)
            .Take(MaxTexts)
            .SelectMany(texts => texts.Findings)
            .GroupBy(finding => (finding.Ask!.Kind, Answer.SubjectOf(finding.Ask.Kind, finding.Ask.About)))
            .Select(findings => (Findings: findings.ToList(), Ask: Merge(findings.Select(finding => finding.Ask!))))
            .OrderByDescending(question => question.Findings.Sum(finding => (long)finding.Figures))
            .ThenBy(question => Choices.Rank(question.Ask.Kind))
            .Take(Max)
            .ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var choices = new Choices(new(reading, maxCells));
        var questions = new List<Question>(asked.Count);
        while (asked.Count > 0)
        {
            var (findings, ask) = asked[0];
            asked.RemoveAt(0);
            var offered = choices.Of(ask, FilePattern.ReachOf(ask.Kind, reading.FileName), findings);
            // What the likeliest choice settles too is asked after another one.
            var settled = asked.FindAll(other =>
                CombinedAnswer.Kinds.Contains(ask.Kind)
                && (CombinedAnswer.Kinds.Contains(other.Ask.Kind) || other.Ask.Kind == QuestionKind.Period)
                && offered is [{ Would: { Adds: > 0 } would }, ..]
                && !would.Asks.Contains(Previews.KeyOf(other.Ask))
                && Choices.Overlap(findings, other.Findings)
            );
            questions.Add(
                QuestionOf(reading, ask, findings, offered) with
                {
                    Also =
                        settled.Count > 0
                            ? [.. settled.Select(other => new QuestionSubject(other.Ask.Kind, other.Ask.About))]
                            : null,
                }
            );
            asked.RemoveAll(settled.Contains);
        }

        return [.. questions.OrderByDescending(question => question.Figures)];
    }

    private static Ask Merge(IEnumerable<Ask> asks)
    {
        var all = asks.ToList();
        return all[0] with
        {
            Options =
            [
                .. all.SelectMany(ask => ask.Options)
                    .GroupBy(option => option.Is, StringComparer.Ordinal)
                    .Select(options => options.First()),
            ],
        };
    }

    private static Question QuestionOf(Reading reading, Ask ask, List<Finding> findings, IReadOnlyList<Choice> choices)
    {
        var reach = FilePattern.ReachOf(ask.Kind, reading.FileName);
        var parts = choices
            .SelectMany(choice => choice.Parts)
            .Select(part => part.Ask)
            .DistinctBy(Previews.KeyOf)
            .ToList();
        // What is answered together holds where each part does.
        var files = parts
            .Select(part => FilePattern.ReachOf(part.Kind, reading.FileName))
            .OfType<string>()
            .FirstOrDefault(reach);
        var options = choices
            .Select(choice => new QuestionOption(
                choice.Is,
                QuestionTexts.OfOption(ask.Kind, choice.Is),
                QuestionTexts.Why(choice.Parts.Select(part => part.Option)),
                choice.Would?.Added
            )
            {
                Adds = choice.Would?.Adds ?? 0,
                Pending = choice.Pending.Count > 0 ? choice.Pending : null,
            })
            .ToList();
        options.Add(
            new(
                Ask.LeaveOut,
                QuestionTexts.OfOption(ask.Kind, Ask.LeaveOut),
                QuestionTexts.Why([new(Ask.LeaveOut, Why.NothingStored)]),
                []
            )
        );
        var first = findings[0];
        return new(
            IdOf(reading.Profile.Name, ask),
            ask.Kind,
            ask.About,
            files,
            QuestionTexts.Of([ask, .. parts.Skip(1)]),
            first.Sheet,
            first.Place is null
                ? null
                : string.Join(
                    ' ',
                    findings
                        .Where(finding => finding.Sheet == first.Sheet)
                        .SelectMany(finding => finding.Cells ?? [finding.Place!.Value])
                        .Distinct()
                        .Take(Max)
                ),
            Math.Max(findings.Sum(finding => finding.Figures), options.Max(option => option.Adds)),
            options,
            AnswerCodes.FreeListOf(ask.Kind)
        );
    }

    /// <summary>The same for every file that asks the same.</summary>
    private static string IdOf(string source, Ask ask) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{source}|{ask.Kind}|{Answer.SubjectOf(ask.Kind, ask.About)}"))
        )[..12];
}
