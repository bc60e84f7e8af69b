using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>What others said or did, as quotations: each with speaker, date, source and qualifier; lists are never added up.</summary>
internal sealed class RegisterSection(SummaryWording words)
{
    private readonly MonthlySummary summary = words.Summary;
    private readonly RegisterWording registers = words.Registers;

    public IEnumerable<DocumentBlock> Write()
    {
        if (summary.Registers.Count == 0)
        {
            yield break;
        }

        yield return words.Heading("registers");
        yield return SummaryWording.Plain(words["registersLead"]);
        yield return new ListBlock([
            .. Sources()
                .Select(
                    (source, index) =>
                        TextRuns.Of(
                            words.Say(
                                "registerSource",
                                NameOf(index),
                                source.Text,
                                words.Format.Day(source.Day),
                                source.Upload
                            )
                        )
                ),
        ]);
        foreach (var kind in summary.Registers.GroupBy(row => row.Kind))
        {
            yield return kind.Key switch
            {
                RegisterKind.Project => Table(
                    kind,
                    ("place", registers.Place),
                    ("sector", registers.Sector),
                    ("statusHeading", StatusOf),
                    ("said", registers.Count)
                ),
                RegisterKind.Member => Table(
                    kind,
                    ("said", registers.Count),
                    ("asOf", CountedOn),
                    ("joined", NamedOn),
                    ("left", row => row.Until is { } until ? words.Format.Day(until) : "")
                ),
                RegisterKind.Agreement => Table(
                    kind,
                    ("said", registers.Count),
                    ("asOf", CountedOn),
                    ("signed", NamedOn)
                ),
                RegisterKind.Transit => Table(kind, ("speaker", registers.Speaker), ("date", registers.Date)),
                _ => Table(kind, ("said", registers.Count), ("speaker", registers.Speaker), ("date", registers.Date)),
            };
        }
    }

    /// <summary>Each source once: the rows refer to it.</summary>
    private List<(string Text, DateOnly Day, string Upload)> Sources() =>
        [.. summary.Registers.Select(SourceOf).Distinct()];

    private static (string Text, DateOnly Day, string Upload) SourceOf(RegisterRow row) =>
        (row.Source, row.SourceDate, row.Upload);

    private string NameOf(int index) => words.Say("registerSourceName", index + 1);

    /// <summary>A table without the columns that no row fills.</summary>
    private TableBlock Table(
        IGrouping<RegisterKind, RegisterRow> rows,
        params (string Heading, Func<RegisterRow, string> Cell)[] columns
    )
    {
        var key = $"register.{rows.Key}";
        var sources = Sources();
        var filled = columns.Where(column => rows.Any(row => column.Cell(row).Length > 0)).ToList();
        return new(
            "register" + rows.Key.ToString().ToLowerInvariant(),
            words[key],
            words[key + ".caption"],
            0,
            [words[key + ".name"], .. filled.Select(column => words[column.Heading]), words["source.heading"]],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<DocumentCell>)
                        [
                            DocumentCell.Of(registers.Name(row)),
                            .. filled.Select(column => DocumentCell.Of(column.Cell(row))),
                            DocumentCell.Of(
                                words.Say("sourceSays", NameOf(sources.IndexOf(SourceOf(row))), row.Sheet, row.Cell)
                            ),
                        ]
                ),
            ]
        );
    }

    private string StatusOf(RegisterRow row) =>
        row.Status is null ? "" : words.Say("statusSince", registers.Status(row), AsOf(row));

    /// <summary>A count holds on the day it was told; only what is named has a day of its own.</summary>
    private string CountedOn(RegisterRow row) => row.Amount is null ? "" : AsOf(row);

    private string NamedOn(RegisterRow row) => row.Amount is null ? registers.Date(row) : "";

    /// <summary>The day on which it held: the source's where no other is told.</summary>
    private string AsOf(RegisterRow row) => words.Format.Date(row.Date ?? PartialDate.Of(row.SourceDate));
}
