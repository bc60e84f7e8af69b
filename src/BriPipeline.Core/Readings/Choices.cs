using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>A choice of a question.</summary>
/// <param name="Is">What an answer stores.</param>
/// <param name="Parts">The options that it consists of, with the questions that they answer.</param>
/// <param name="Would">What it stores.</param>
internal sealed record Choice(string Is, IReadOnlyList<(Ask Ask, AskOption Option)> Parts, Preview? Would)
{
    /// <summary>What it stores once the other questions are answered too.</summary>
    public IReadOnlyList<PendingFigure> Pending => Would?.Later?.Value ?? [];
}

/// <summary>The choices of a question. Where none alone would store a figure, because the figures lack other answers too, they are
/// choices that answer those along with it: "exports, all goods".</summary>
internal sealed class Choices(Previews previews)
{
    /// <summary>Combined choices: as many as a person looks through.</summary>
    public const int Max = 12;

    /// <summary>The choices of a question alone, of which nothing is known but their texts.</summary>
    private static IReadOnlyList<Choice> Untried(Ask ask) =>
        [.. ask.Options.Select(option => new Choice(option.Is, [(ask, option)], null))];

    /// <summary>The choices with what they store, most likely first; combined ones in front.</summary>
    /// <param name="findings">That ask the question.</param>
    public IReadOnlyList<Choice> Of(Ask ask, string? files, IReadOnlyList<Finding> findings)
    {
        if (!previews.Allows(ask.Options.Count))
        {
            return Untried(ask);
        }

        var singles = previews.Of(ask, files, findings).ToList();
        var alone = Untried(ask).Zip(singles, (choice, would) => choice with { Would = would }).ToList();
        if (
            !(CombinedAnswer.Kinds.Contains(ask.Kind) || CombinedAnswer.OfColumns.Contains(ask.Kind))
            || singles.Exists(would => would.Adds > 0)
        )
        {
            return alone;
        }

        var combined = Combined(ask, findings, singles).ToList();
        // From a free list the first part can be given by itself, and the others are asked then.
        return combined.Count == 0 ? alone
            : AnswerCodes.FreeListOf(ask.Kind) is not null && CombinedAnswer.Kinds.Contains(ask.Kind) ? combined
            : [.. combined, .. alone];
    }

    private IEnumerable<Choice> Combined(Ask ask, IReadOnlyList<Finding> findings, List<Preview> singles)
    {
        var likeliest =
            from single in singles.Index()
            from others in OthersOf(ask, findings, single.Item.Answered)
            where others.Count > 0
            from ranks in Products(others)
            orderby single.Index + ranks.Sum()
            select (single.Index, others, ranks);
        var found = 0;
        var useless = new HashSet<(int, List<Ask>)>();
        foreach (var (index, others, ranks) in likeliest)
        {
            if (found == Max || useless.Contains((index, others)) || !previews.Allows(1))
            {
                continue;
            }

            List<(Ask Ask, AskOption Option)> parts =
            [
                (ask, ask.Options[index]),
                .. others.Zip(ranks, (other, rank) => (other, other.Options[rank])),
            ];
            var answers = parts.ConvertAll(part => new Answer(part.Ask.Kind, part.Ask.About, part.Option.Is));
            if (TradesWithItself(answers) || CombinedAnswer.Of(answers) is not { } choice)
            {
                continue;
            }

            var would = previews.Of(previews.Answered(singles[index].Answered!, [.. answers.Skip(1)]));
            if (
                would.Added.Any(one =>
                    CombinedAnswer.OfColumns.Contains(ask.Kind) || Previews.IsAbout(findings, one.Provenance)
                )
            )
            {
                found++;
                yield return new(choice, parts, would);
            }
            else
            {
                useless.Add((index, others));
            }
        }
    }

    /// <summary>Trade of an area with itself is legitimate, but nobody's likely answer.</summary>
    private static bool TradesWithItself(List<Answer> answers) =>
        answers[0] is { Kind: QuestionKind.Reporter, Is: var said }
        && (Gallery.Standard.Named(said)?.Reporter ?? said) is var reporter
        && answers.Any(answer => answer.Kind is QuestionKind.Partner or QuestionKind.Total && answer.Is == reporter);

    /// <summary>The questions that are still open about the same figures after an answer, one of each kind that can be answered along
    /// with it: that of most figures. After an answer about a column these are those that it brings up; where another column is not
    /// understood either, that one may have to be answered too.</summary>
    private IEnumerable<List<Ask>> OthersOf(Ask ask, IReadOnlyList<Finding> findings, Reading? answered)
    {
        if (answered is null)
        {
            yield break;
        }

        var isOfColumn = CombinedAnswer.OfColumns.Contains(ask.Kind);
        var open = answered
            .Findings.Where(finding =>
                finding.Ask is { Options.Count: > 0 } other
                && (
                    isOfColumn
                        ? finding.Sheet == findings[0].Sheet && !previews.IsOpen(other)
                        : other.Kind != ask.Kind && Overlap([finding], findings)
                )
            )
            .GroupBy(finding => Previews.KeyOf(finding.Ask!))
            .OrderByDescending(asking => asking.Sum(finding => (long)finding.Figures))
            .Select(asking => asking.First().Ask!)
            .ToList();
        List<Ask> dimensions =
        [
            .. open.Where(other => CombinedAnswer.Kinds.Contains(other.Kind))
                .DistinctBy(other => other.Kind)
                .OrderBy(other => Rank(other.Kind)),
        ];
        yield return dimensions;
        if (isOfColumn && open.Find(other => other.Kind == QuestionKind.Column) is { } column)
        {
            yield return [.. dimensions, column];
        }
    }

    /// <summary>Whether both are about figures in the same places.</summary>
    public static bool Overlap(IEnumerable<Finding> one, IEnumerable<Finding> other) =>
        PlacesOf(one).Intersect(PlacesOf(other)).Any();

    /// <summary>Sheets and ranges.</summary>
    private static IEnumerable<(string?, string)> PlacesOf(IEnumerable<Finding> findings) =>
        from finding in findings
        from range in finding.Cells ?? (finding.Place is { } place ? [place] : [])
        select (finding.Sheet, range.ToString());

    /// <summary>Of questions about equally many figures, the one whose card the others are answered on.</summary>
    public static int Rank(QuestionKind kind) =>
        CombinedAnswer
            .Kinds.Index()
            .Where(one => one.Item == kind)
            .Select(one => one.Index)
            .DefaultIfEmpty(int.MaxValue)
            .First();

    private static IEnumerable<int[]> Products(IEnumerable<Ask> asks) =>
        asks.Aggregate(
            (IEnumerable<int[]>)
                [
                    [],
                ],
            (products, ask) =>
                from product in products
                from rank in Enumerable.Range(0, ask.Options.Count)
                select (int[])[.. product, rank]
        );
}
