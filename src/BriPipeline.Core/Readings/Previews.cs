using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>What an answer would store.</summary>
/// <param name="Added">The first of the observations that it adds.</param>
internal sealed record Preview(IReadOnlyList<Observation> Added, int Adds)
{
    /// <summary>The file read with the answer, where by itself it adds nothing.</summary>
    public Reading? Answered { get; init; }

    /// <summary>The questions that are open then.</summary>
    public IReadOnlySet<(QuestionKind Kind, string Subject)> Asks { get; init; } =
        new HashSet<(QuestionKind Kind, string Subject)>();

    /// <summary>What it adds then once the other questions are answered too.</summary>
    public Lazy<IReadOnlyList<PendingFigure>>? Later { get; init; }

    public static Preview Of(IEnumerable<Observation> added)
    {
        List<Observation> all = [.. added];
        return new([.. all.Take(Previews.Length)], all.Count);
    }
}

/// <summary>What each answer to the questions of a reading would store, read from the file with that answer.</summary>
/// <param name="maxCells">For each preview all cells are read again: so many together at most.</param>
internal sealed class Previews(Reading reading, long maxCells)
{
    public const int Length = 5;

    /// <summary>What stands for an answer that is still to come where the question offers no code. It is never shown.</summary>
    private static readonly Dictionary<QuestionKind, string> Assumed = new()
    {
        [QuestionKind.Reporter] = Area.NotSpecified.Code,
        [QuestionKind.Partner] = Area.World.Code,
        [QuestionKind.Total] = Area.World.Code,
        [QuestionKind.Flow] = nameof(TradeFlow.X),
        [QuestionKind.Commodity] = Commodity.Total.Code,
        [QuestionKind.Unit] = "USD",
        [QuestionKind.Period] = "2000",
    };

    private readonly Dictionary<Provenance, (ObservationKey, decimal)> stored = ByPlace(reading);
    private readonly long cells = reading.Workbook?.Sheets.Sum(sheet => (long)sheet.RowCount * sheet.ColumnCount) ?? 0;
    private long left = maxCells;
    private HashSet<(QuestionKind Kind, string)>? asked;

    /// <summary>Whether the file asks it now.</summary>
    public bool IsOpen(Ask ask) =>
        (
            asked ??= [
                .. reading.Findings.Where(finding => finding.Ask is not null).Select(finding => KeyOf(finding.Ask!)),
            ]
        ).Contains(KeyOf(ask));

    /// <summary>Whether the file may be read so many times more.</summary>
    public bool Allows(int times) => cells * times <= left;

    /// <summary>The file read with more answers than another reading has.</summary>
    public Reading Answered(Reading with, params IReadOnlyList<Answer> answers)
    {
        left -= cells;
        return with.Answered(answers);
    }

    /// <summary>What is stored with each answer to a question and not without it; where that is nothing, what would be once the
    /// questions that are open then are answered too.</summary>
    /// <param name="findings">That ask the question.</param>
    public IEnumerable<Preview> Of(Ask ask, string? files, IReadOnlyList<Finding> findings)
    {
        // What only stored figures contradict, the file by itself would store.
        if (!reading.Findings.Contains(findings[0]))
        {
            List<Observation> contradicted = [.. Stored(reading).Where(one => IsAbout(findings, one.Provenance))];
            return ask.Options.Select(_ => Preview.Of(contradicted));
        }

        var others = new Lazy<Dictionary<Provenance, (ObservationKey, decimal)>>(() =>
            ByPlace(Answered(reading, [.. Open(reading).Where(open => open.Key != KeyOf(ask)).Select(Assume)]))
        );
        return ask.Options.Select(option =>
        {
            var answered = Answered(reading, new Answer(ask.Kind, ask.About, option.Is, files));
            var would = Of(answered);
            return would.Adds > 0
                ? would
                : would with
                {
                    Answered = answered,
                    Later = new(() => Pending(answered, others)),
                };
        });
    }

    /// <summary>What is stored by a reading with more answers and not without them.</summary>
    public Preview Of(Reading answered) =>
        Preview.Of(Added(answered, stored)) with
        {
            Asks = answered
                .Findings.Where(finding => finding.Ask is not null)
                .Select(finding => KeyOf(finding.Ask!))
                .ToHashSet(),
        };

    private IReadOnlyList<PendingFigure> Pending(
        Reading answered,
        Lazy<Dictionary<Provenance, (ObservationKey, decimal)>> others
    )
    {
        var open = Open(answered);
        return open.Count == 0 || !Allows(2)
            ? []
            :
            [
                .. Added(Answered(answered, [.. open.Select(Assume)]), others.Value)
                    .Take(Length)
                    .Select(one =>
                        PendingFigure.Of(
                            one,
                            open.Where(asking => IsAbout([.. asking], one.Provenance))
                                .Select(asking => asking.Key.Kind)
                                .ToHashSet()
                        )
                    ),
            ];
    }

    /// <summary>The open questions about dimensions with the findings that ask them.</summary>
    private static List<IGrouping<(QuestionKind Kind, string), Finding>> Open(Reading reading) =>
        [
            .. reading
                .Findings.Where(finding => finding.Ask is { } ask && Assumed.ContainsKey(ask.Kind))
                .GroupBy(finding => KeyOf(finding.Ask!)),
        ];

    public static (QuestionKind Kind, string) KeyOf(Ask ask) => (ask.Kind, Answer.SubjectOf(ask.Kind, ask.About));

    /// <summary>An office would say more than what is asked.</summary>
    private static Answer Assume(IEnumerable<Finding> asking)
    {
        var ask = asking.First().Ask!;
        var option = ask.Kind != QuestionKind.Reporter && ask.Options is [var first, ..] ? first.Is : null;
        return new(ask.Kind, ask.About, option ?? Assumed[ask.Kind]);
    }

    private static IEnumerable<Observation> Added(
        Reading answered,
        Dictionary<Provenance, (ObservationKey, decimal)> before
    ) =>
        Stored(answered)
            .Where(one => !before.TryGetValue(one.Provenance, out var known) || known != (one.Key, one.Value));

    public static bool IsAbout(IReadOnlyList<Finding> findings, Provenance at) =>
        findings.Any(finding =>
            finding.Sheet == at.Sheet
            && (finding.Cells ?? (finding.Place is { } place ? [place] : [])).Any(place => place.Contains(at.Cell))
        );

    private static Dictionary<Provenance, (ObservationKey, decimal)> ByPlace(Reading reading) =>
        Stored(reading).ToDictionary(one => one.Provenance, one => (one.Key, one.Value));

    private static IEnumerable<Observation> Stored(Reading reading) =>
        reading.Outcome == ReadingOutcome.Accepted ? reading.Observations() : [];
}
