using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The partners or members by turnover, what each adds to the change, and the published groups.</summary>
internal sealed class PartnerSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;

    public IEnumerable<DocumentBlock> Write()
    {
        const int Charted = 10;
        const int Contributing = 10;
        if (summary.Kind == SubjectKind.Pair)
        {
            if (summary.Headline is { Share: { } share, Turnover: { } turnover })
            {
                yield return new TextBlock(
                    TextKind.Plain,
                    TextRuns.Fill(
                        words["pairShare"],
                        [new(words.Format.Share(share), turnover.Now.Rows)],
                        TextRuns.Of(words.NameOf(summary.Reporter))
                    )
                );
            }

            yield break;
        }

        var (heading, caption) =
            summary.Kind == SubjectKind.Region ? ("members", "membersCaption") : ("countries", "countriesCaption");
        yield return words.Heading(heading);
        yield return LineTable("partners", heading, caption, [summary.Headline, .. summary.Countries], isRanked: true);
        if (summary.Kind == SubjectKind.Region && summary.Absent.Count > 0)
        {
            yield return SummaryWording.Plain(
                words.Say("membersAbsent", string.Join(", ", summary.Absent.Select(words.NameOf)))
            );
        }

        SummaryLine[] charted = [.. summary.Countries.Where(line => line.Turnover is not null).Take(Charted)];
        if (charted.Length > 1)
        {
            yield return new ChartBlock(
                "partnerschart",
                ChartKind.Bars,
                words.Say("partnersChart", words.Unit, words.Period),
                words.Say(
                    "partnersChartSays",
                    string.Join(
                        words["listSeparator"],
                        charted.Select(line =>
                            $"{words.NameOf(line.Area)}: {words.Text(line.Exports?.Now)}, {words.Text(line.Imports?.Now)}"
                        )
                    )
                ),
                [.. charted.Select(line => words.NameOf(line.Area))],
                [
                    new(words["exports"], [.. charted.Select(line => SummaryWording.InMillions(line.Exports?.Now))]),
                    new(words["imports"], [.. charted.Select(line => SummaryWording.InMillions(line.Imports?.Now))]),
                ]
            )
            {
                Rows = [.. charted.Select(line => SummaryWording.RowsOf(line.Exports?.Now, line.Imports?.Now))],
            };
        }

        SummaryLine[] contributing =
        [
            .. summary
                .Countries.Where(line => line.Contribution is not null)
                .OrderByDescending(line => Math.Abs(line.Turnover!.Change.Difference!.Value))
                .ThenBy(line => line.Area.Code, StringComparer.Ordinal)
                .Take(Contributing)
                .OrderByDescending(line => line.Turnover!.Change.Difference),
        ];
        if (contributing.Length > 0)
        {
            yield return new TableBlock(
                "contributions",
                words["contributions"],
                words.Say("contributionsCaption", words.Unit, words.Period, words.YearEarlier),
                0,
                [words["partner"], words["differenceHeading"], words["contribution"]],
                [
                    .. contributing.Select(line =>
                    {
                        var rows = words.Cells.Change(line.Turnover).Rows;
                        return (IReadOnlyList<DocumentCell>)
                            [
                                DocumentCell.Of(words.NameOf(line.Area)),
                                words.Cells.Millions(line.Turnover!.Change.Difference, rows, isSigned: true),
                                words.Cells.Signed(line.Contribution, rows),
                            ];
                    }),
                ]
            );
        }

        if (summary.LikeForLike is { } alike)
        {
            yield return new TextBlock(
                TextKind.Plain,
                TextRuns.Fill(
                    words["likeForLike"],
                    TextRuns.Of(words.Format.Count(alike.Partners)),
                    words.Said(alike.Turnover),
                    [new(words.Format.Share(alike.Share), alike.Turnover.Now.Rows)]
                )
            );
        }

        if (summary.Groups.Count > 0)
        {
            yield return words.Heading("groups");
            yield return LineTable("groups", "groupsName", "groupsCaption", summary.Groups, isRanked: false);
        }
    }

    private TableBlock LineTable(
        string id,
        string name,
        string caption,
        IReadOnlyList<SummaryLine> lines,
        bool isRanked
    )
    {
        string[] headings =
        [
            words["partner"],
            words["turnover"],
            words["exports"],
            words["imports"],
            words["balance"],
            words["share"],
            words["change"],
        ];
        return new(
            id,
            words[name],
            words.Say(caption, words.Unit, words.Period, words.YearEarlier),
            isRanked ? 1 : 0,
            isRanked ? [words["rank"], .. headings] : headings,
            [
                .. lines.Select(line =>
                    (IReadOnlyList<DocumentCell>)
                        [.. isRanked ? [RankOf(line)] : Array.Empty<DocumentCell>(), .. Line(line)]
                ),
            ]
        );
    }

    private static DocumentCell RankOf(SummaryLine line) =>
        line.Rank is { } rank ? DocumentCells.Count(rank) : DocumentCell.Of("");

    private IEnumerable<DocumentCell> Line(SummaryLine line) =>
        [
            DocumentCell.Of(words.NameOf(line.Area)),
            words.Cells.Amount(line.Turnover?.Now),
            words.Cells.Amount(line.Exports?.Now),
            words.Cells.Amount(line.Imports?.Now),
            words.Cells.Balance(line.Balance?.Now),
            words.Cells.Share(line.Share, line.Turnover?.Now.Rows),
            words.Cells.Change(line.Turnover),
        ];
}
