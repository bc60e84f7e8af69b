namespace BriPipeline.Core.Summaries.Documents;

/// <summary>What changed since the edition before, the largest changes first.</summary>
internal sealed class RevisionSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        const int Printed = 20;
        if (summary.Revisions is not { } revisions)
        {
            yield break;
        }

        yield return words.Heading("revisions");
        yield return SummaryWording.Plain(
            words.Say("revisionsSince", revisions.Since, words.Format.Count(revisions.Changes.Count))
        );
        if (revisions.Size is { } size)
        {
            yield return SummaryWording.Plain(
                words.Say(
                    "revisionSize",
                    size.Months,
                    words.Format.Signed2(size.Mean),
                    words.Format.Signed2(size.MeanAbsolute).TrimStart('+')
                )
            );
        }

        if (revisions.Changes.Count > 0)
        {
            yield return new TableBlock(
                "revisions",
                words["revisions"],
                words.Say("revisionsCaption", Printed),
                0,
                [words["row"], words["kind"], words["before"], words["now"], words["workbook"]],
                [
                    .. revisions
                        .Changes.OrderByDescending(change => Math.Abs((change.New ?? 0) - (change.Old ?? 0)))
                        .ThenBy(change => change.Key, StringComparer.Ordinal)
                        .Take(Printed)
                        .Select(change =>
                            (IReadOnlyList<DocumentCell>)
                                [
                                    DocumentCell.Of(change.Key),
                                    DocumentCell.Of(words[$"revision.{change.Kind}"]),
                                    Exact(change.Old, []),
                                    Exact(change.New, change.New is null ? [] : [change.Key]),
                                    DocumentCell.Of(change.Workbook),
                                ]
                        ),
                ]
            );
        }
    }

    private DocumentCell Exact(decimal? value, IReadOnlyList<string> rows) =>
        value is { } known
            ? new(CellKind.Exact, words.Format.Exact(known), known) { Rows = rows }
            : words.Cells.Missing;
}
