using BriPipeline.Core.Observations;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A summary to the document that says it in one language.</summary>
public sealed class SummaryComposer
{
    private readonly MonthlySummary summary;
    private readonly SummaryTexts texts;
    private readonly SummaryFormat format;
    private readonly DocumentCells cells;
    private readonly Func<Area, string> nameOf;
    private readonly List<DocumentBlock> blocks = [];
    private readonly string unit;
    private readonly string period;
    private readonly string yearEarlier;

    private SummaryComposer(MonthlySummary summary, SummaryTexts texts, Func<Area, string> nameOf)
    {
        (this.summary, this.texts, this.nameOf) = (summary, texts, nameOf);
        format = new SummaryFormat(texts);
        cells = new DocumentCells(texts, format);
        unit = summary.Choice.Unit;
        period = format.Period(summary.Period);
        yearEarlier = format.Period(summary.YearEarlier);
    }

    /// <param name="nameOf">The name of an area in the language of the texts.</param>
    public static SummaryDocument Compose(
        MonthlySummary summary,
        SummaryEdition edition,
        SummaryOffice office,
        SummaryTexts texts,
        Func<Area, string> nameOf
    ) => new SummaryComposer(summary, texts, nameOf).Compose(edition, office);

    private SummaryDocument Compose(SummaryEdition edition, SummaryOffice office)
    {
        var title = Say("title", Subject, period);
        blocks.Add(new HeadingBlock(1, title));
        Add(TextKind.State, StateOf(edition));
        foreach (var caution in summary.Cautions)
        {
            Add(TextKind.Watermark, CautionOf(caution));
        }

        if (office.NoteIn(texts.Language) is { } note)
        {
            Add(TextKind.Plain, note);
        }

        Lead();
        KeyFigures();
        Partners();
        blocks.AddRange(new CommoditySection(summary, texts, format, cells).Write());
        blocks.AddRange(new TargetSection(summary, texts, format, cells, nameOf).Write());
        blocks.AddRange(new MirrorSection(summary, texts, format, cells, nameOf).Write());
        LongRun();
        blocks.AddRange(new RegisterSection(summary, texts, format).Write());
        Revisions();
        Notes();
        var sources = new SourceSection(summary, texts, format, blocks);
        blocks.AddRange(sources.Write());
        return new(texts.Language, title, office, blocks, [.. summary.Rows.Keys]);
    }

    private string Subject =>
        summary.Partner is { } partner
            ? Say("pairName", nameOf(summary.Reporter), nameOf(partner))
            : nameOf(summary.Reporter);

    private string StateOf(SummaryEdition edition) =>
        edition.Approval is { } approval
            ? Say(
                "approved",
                edition.Number,
                approval.Name,
                format.Day(DateOnly.FromDateTime(approval.At.UtcDateTime)),
                approval.At.UtcDateTime.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            )
            : Say("draft", edition.Number);

    private string CautionOf(SummaryCaution caution) =>
        caution switch
        {
            SummaryCaution.PartialPartners => Say(
                "caution.PartialPartners",
                format.Share(summary.Coverage ?? 0),
                format.Share(SummaryCompiler.MinCoverage)
            ),
            SummaryCaution.MembersMissing => Say(
                "caution.MembersMissing",
                summary.Countries.Count,
                summary.Countries.Count + summary.Absent.Count,
                string.Join(", ", summary.Absent.Select(nameOf))
            ),
            _ => texts[$"caution.{caution}"],
        };

    private void Lead()
    {
        var headline = summary.Headline;
        var amounts = TextRuns.Fill(
            texts["lead"],
            Said(headline.Turnover),
            Said(headline.Exports),
            Said(headline.Imports),
            TextRuns.Of(format.InPeriod(summary.Period))
        );
        blocks.Add(
            new TextBlock(
                TextKind.Plain,
                headline.Balance?.Now is { Value: not 0 } balance
                    ?
                    [
                        .. amounts,
                        new TextRun(" "),
                        .. TextRuns.Fill(
                            texts[balance.Value > 0 ? "surplus" : "deficit"],
                            Amount(Math.Abs(balance.Value), balance.Rows)
                        ),
                    ]
                    : amounts
            )
        );
        var source = $"{summary.Choice.SourceName()}, {unit}";
        Add(
            TextKind.Plain,
            summary.Publisher is { } publisher ? Say("sourceOfPublisher", source, publisher) : Say("source", source)
        );
        if (summary.Kind == SubjectKind.Region)
        {
            var members = summary.Countries.Select(line => nameOf(line.Area)).ToArray();
            Add(
                TextKind.Plain,
                Say(
                    "regionSum",
                    members.Length,
                    members.Length + summary.Absent.Count,
                    string.Join(", ", members),
                    texts[summary.IsPartnersSide ? "regionByPartner" : "regionByMembers"]
                )
            );
        }
    }

    private IReadOnlyList<TextRun> Said(SummaryFigure? figure) =>
        figure is null ? TextRuns.Of(texts["missing"])
        : figure.YearEarlier is null ? Amount(figure.Now.Value, figure.Now.Rows)
        : TextRuns.Fill(
            texts["amountWithChange"],
            Amount(figure.Now.Value, figure.Now.Rows),
            [new(format.Change(figure.Change), cells.Change(figure).Rows)],
            TextRuns.Of(yearEarlier)
        );

    private IReadOnlyList<TextRun> Amount(decimal value, IReadOnlyList<string> rows) =>
        TextRuns.Fill(texts["millions"], [new(format.Millions(value), rows)], TextRuns.Of(unit));

    private void KeyFigures()
    {
        Heading("keyFigures");
        blocks.Add(
            new TableBlock(
                "key",
                texts["keyFigures"],
                Say("keyFiguresCaption", unit),
                1,
                SpanHeadings,
                [.. summary.Spans.SelectMany(Lines)]
            )
        );
        foreach (var beside in summary.Beside)
        {
            blocks.Add(
                new TableBlock(
                    "key" + beside.Unit.ToLowerInvariant(),
                    Say("besideName", beside.Unit),
                    Say("besideCaption", beside.Unit),
                    1,
                    SpanHeadings,
                    [.. beside.Spans.SelectMany(Lines)]
                )
            );
        }

        foreach (var span in summary.Spans.Where(span => span.MissingMonths.Count > 0))
        {
            Add(
                TextKind.Plain,
                Say(
                    "missingMonths",
                    format.Period(span.Period),
                    string.Join(", ", span.MissingMonths.Select(format.Period))
                )
            );
        }

        if (summary.Months.Count > 0)
        {
            blocks.Add(
                new TableBlock(
                    "months",
                    texts["byMonth"],
                    Say("monthsCaption", unit),
                    0,
                    [texts["period"], texts["turnover"], texts["yearEarlier"]],
                    [
                        .. summary.Months.Select(month =>
                            (IReadOnlyList<DocumentCell>)
                                [
                                    DocumentCell.Of(format.Period(month.Period)),
                                    cells.Amount(month.Now),
                                    cells.Amount(month.YearEarlier),
                                ]
                        ),
                    ]
                )
            );
            blocks.Add(
                new ChartBlock(
                    "monthschart",
                    ChartKind.Columns,
                    Say("monthsChart", unit),
                    Say(
                        "monthsChartSays",
                        string.Join(
                            "; ",
                            summary.Months.Select(month =>
                                $"{format.Period(month.Period)}: {Text(month.Now)} ({Text(month.YearEarlier)})"
                            )
                        )
                    ),
                    [.. summary.Months.Select(month => Short(month.Period))],
                    [
                        new(texts["yearEarlier"], [.. summary.Months.Select(month => InMillions(month.YearEarlier))]),
                        new(texts["turnover"], [.. summary.Months.Select(month => InMillions(month.Now))]),
                    ]
                )
            );
        }
    }

    private IReadOnlyList<string> SpanHeadings =>
        [texts["period"], texts["measure"], texts["value"], texts["yearEarlier"], texts["change"]];

    private IEnumerable<IReadOnlyList<DocumentCell>> Lines(SummarySpan span)
    {
        var name = format.Period(span.Period);
        (SummaryMeasure Measure, string Name, SummaryFigure? Figure)[] figures =
        [
            (SummaryMeasure.Turnover, texts["turnover"], span.Turnover),
            (SummaryMeasure.Exports, texts["exports"], span.Exports),
            (SummaryMeasure.Imports, texts["imports"], span.Imports),
            (SummaryMeasure.Balance, texts["balance"], span.Balance),
        ];
        return figures.Select(figure =>
            (IReadOnlyList<DocumentCell>)
                [
                    DocumentCell.Of(name),
                    DocumentCell.Of(figure.Name),
                    cells.Of(figure.Measure, figure.Figure?.Now),
                    cells.Of(figure.Measure, figure.Figure?.YearEarlier),
                    cells.Change(figure.Figure),
                ]
        );
    }

    private void Partners()
    {
        const int Charted = 10;
        const int Contributing = 10;
        if (summary.Kind == SubjectKind.Pair)
        {
            if (summary.Headline is { Share: { } share, Turnover: { } turnover })
            {
                blocks.Add(
                    new TextBlock(
                        TextKind.Plain,
                        TextRuns.Fill(
                            texts["pairShare"],
                            [new(format.Share(share), turnover.Now.Rows)],
                            TextRuns.Of(nameOf(summary.Reporter))
                        )
                    )
                );
            }

            return;
        }

        var (heading, caption) =
            summary.Kind == SubjectKind.Region ? ("members", "membersCaption") : ("countries", "countriesCaption");
        Heading(heading);
        blocks.Add(LineTable("partners", heading, caption, [summary.Headline, .. summary.Countries], isRanked: true));
        if (summary.Kind == SubjectKind.Region && summary.Absent.Count > 0)
        {
            Add(TextKind.Plain, Say("membersAbsent", string.Join(", ", summary.Absent.Select(nameOf))));
        }

        SummaryLine[] charted = [.. summary.Countries.Where(line => line.Turnover is not null).Take(Charted)];
        if (charted.Length > 1)
        {
            blocks.Add(
                new ChartBlock(
                    "partnerschart",
                    ChartKind.Bars,
                    Say("partnersChart", unit, period),
                    Say(
                        "partnersChartSays",
                        string.Join(
                            "; ",
                            charted.Select(line =>
                                $"{nameOf(line.Area)}: {Text(line.Exports?.Now)}, {Text(line.Imports?.Now)}"
                            )
                        )
                    ),
                    [.. charted.Select(line => nameOf(line.Area))],
                    [
                        new(texts["exports"], [.. charted.Select(line => InMillions(line.Exports?.Now))]),
                        new(texts["imports"], [.. charted.Select(line => InMillions(line.Imports?.Now))]),
                    ]
                )
            );
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
            blocks.Add(
                new TableBlock(
                    "contributions",
                    texts["contributions"],
                    Say("contributionsCaption", unit, period, yearEarlier),
                    0,
                    [texts["partner"], texts["differenceHeading"], texts["contribution"]],
                    [
                        .. contributing.Select(line =>
                        {
                            var rows = cells.Change(line.Turnover).Rows;
                            return (IReadOnlyList<DocumentCell>)
                                [
                                    DocumentCell.Of(nameOf(line.Area)),
                                    cells.Millions(line.Turnover!.Change.Difference, rows, isSigned: true),
                                    cells.Signed(line.Contribution, rows),
                                ];
                        }),
                    ]
                )
            );
        }

        if (summary.LikeForLike is { } alike)
        {
            blocks.Add(
                new TextBlock(
                    TextKind.Plain,
                    TextRuns.Fill(
                        texts["likeForLike"],
                        TextRuns.Of(format.Count(alike.Partners)),
                        Said(alike.Turnover),
                        [new(format.Share(alike.Share), alike.Turnover.Now.Rows)]
                    )
                )
            );
        }

        if (summary.Groups.Count > 0)
        {
            Heading("groups");
            blocks.Add(LineTable("groups", "groupsName", "groupsCaption", summary.Groups, isRanked: false));
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
            texts["partner"],
            texts["turnover"],
            texts["exports"],
            texts["imports"],
            texts["balance"],
            texts["share"],
            texts["change"],
        ];
        return new(
            id,
            texts[name],
            Say(caption, unit, period, yearEarlier),
            isRanked ? 1 : 0,
            isRanked ? [texts["rank"], .. headings] : headings,
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
            DocumentCell.Of(nameOf(line.Area)),
            cells.Amount(line.Turnover?.Now),
            cells.Amount(line.Exports?.Now),
            cells.Amount(line.Imports?.Now),
            cells.Balance(line.Balance?.Now),
            cells.Share(line.Share, line.Turnover?.Now.Rows),
            cells.Change(line.Turnover),
        ];

    private void LongRun()
    {
        if (summary.LongRun is not { } longRun)
        {
            return;
        }

        Heading("longRun");
        blocks.Add(
            new TextBlock(
                TextKind.Plain,
                TextRuns.Fill(
                    texts["longRunSays"],
                    TextRuns.Of(format.Period(longRun.Base)),
                    Amount(longRun.Turnover.YearEarlier!.Value, longRun.Turnover.YearEarlier.Rows),
                    TextRuns.Of(format.Period(longRun.Last)),
                    Amount(longRun.Turnover.Now.Value, longRun.Turnover.Now.Rows),
                    [new(format.Change(longRun.Turnover.Change), cells.Change(longRun.Turnover).Rows)]
                )
            )
        );
    }

    private void Revisions()
    {
        const int Printed = 20;
        if (summary.Revisions is not { } revisions)
        {
            return;
        }

        Heading("revisions");
        Add(TextKind.Plain, Say("revisionsSince", revisions.Since, format.Count(revisions.Changes.Count)));
        if (revisions.Size is { } size)
        {
            Add(
                TextKind.Plain,
                Say(
                    "revisionSize",
                    size.Months,
                    format.Signed2(size.Mean),
                    format.Signed2(size.MeanAbsolute).TrimStart('+')
                )
            );
        }

        if (revisions.Changes.Count > 0)
        {
            blocks.Add(
                new TableBlock(
                    "revisions",
                    texts["revisions"],
                    Say("revisionsCaption", Printed),
                    0,
                    [texts["row"], texts["kind"], texts["before"], texts["now"], texts["workbook"]],
                    [
                        .. revisions
                            .Changes.OrderByDescending(change => Math.Abs((change.New ?? 0) - (change.Old ?? 0)))
                            .ThenBy(change => change.Key, StringComparer.Ordinal)
                            .Take(Printed)
                            .Select(change =>
                                (IReadOnlyList<DocumentCell>)
                                    [
                                        DocumentCell.Of(change.Key),
                                        DocumentCell.Of(texts[$"revision.{change.Kind}"]),
                                        Exact(change.Old, []),
                                        Exact(change.New, change.New is null ? [] : [change.Key]),
                                        DocumentCell.Of(change.Workbook),
                                    ]
                            ),
                    ]
                )
            );
        }
    }

    private DocumentCell Exact(decimal? value, IReadOnlyList<string> rows) =>
        value is { } known ? new(CellKind.Exact, format.Exact(known), known) { Rows = rows } : cells.Missing;

    private void Notes()
    {
        Heading("notes");
        blocks.Add(new ListBlock([.. NoteTexts()]));
    }

    private IEnumerable<string> NoteTexts()
    {
        yield return Say("note.prices", unit);
        if (summary.ExportValuation is not null || summary.ImportValuation is not null)
        {
            yield return Say(
                "note.valuation",
                summary.ExportValuation ?? texts["missing"],
                summary.ImportValuation ?? texts["missing"]
            );
        }

        if (summary.ImportFlow == TradeFlow.MC)
        {
            yield return texts["note.consignment"];
        }

        yield return texts["note.balance"];
        yield return Say("note.changes", format.Millions(SummaryChange.MinBase), unit);
        if (summary.Spans.Count > 1)
        {
            yield return texts["note.spans"];
        }

        if (summary.Kind == SubjectKind.Reporter)
        {
            yield return texts["note.shares"];
            yield return Say("note.coverage", format.Share(SummaryCompiler.MinCoverage));
        }

        if (summary.Kind == SubjectKind.Region)
        {
            yield return texts["note.region"];
        }

        if (summary.Groups.Count > 0)
        {
            yield return texts["note.groups"];
        }

        if (summary.Commodities is not null)
        {
            yield return texts["note.commodities"];
        }

        if (summary.Mirror is not null)
        {
            yield return texts["note.mirror"];
        }

        if (summary.Registers.Count > 0 || summary.Targets.Count > 0)
        {
            yield return texts["note.registers"];
        }

        yield return texts["note.rounding"];
        foreach (var mark in cells.MarksUsed)
        {
            yield return Say("note.mark", mark.Sign, mark.Meaning);
        }
    }

    private string Text(SummaryAmount? amount) => amount is null ? texts["missing"] : format.Millions(amount.Value);

    private static decimal? InMillions(SummaryAmount? amount) => amount?.Value / SummaryFormat.Million;

    private string Short(TimePeriod month) =>
        SummaryFormat.Fill(
            texts["monthShort"],
            month.First.Month.ToString("00", System.Globalization.CultureInfo.InvariantCulture),
            (month.First.Year % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture)
        );

    private void Heading(string key) => blocks.Add(new HeadingBlock(2, texts[key]));

    private void Add(TextKind kind, string text) => blocks.Add(new TextBlock(kind, TextRuns.Of(text)));

    private string Say(string key, params ReadOnlySpan<object?> arguments) => SummaryFormat.Fill(texts[key], arguments);
}
