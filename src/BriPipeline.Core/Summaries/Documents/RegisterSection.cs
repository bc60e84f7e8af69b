using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>What others said or did, as quotations: each with speaker, date, source and qualifier; lists are never added up.</summary>
internal sealed class RegisterSection(MonthlySummary summary, SummaryTexts texts, SummaryFormat format)
{
    public IEnumerable<DocumentBlock> Write()
    {
        if (summary.Registers.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, texts["registers"]);
        yield return new TextBlock(TextKind.Plain, TextRuns.Of(texts["registersLead"]));
        foreach (var kind in summary.Registers.GroupBy(row => row.Kind))
        {
            yield return kind.Key switch
            {
                RegisterKind.Project => Table(
                    kind,
                    ("place", row => Text(row.Place)),
                    ("sector", row => Text(row.Sector)),
                    ("statusHeading", StatusOf),
                    ("said", CountOf)
                ),
                RegisterKind.Member => Table(
                    kind,
                    ("said", CountOf),
                    ("asOf", CountedOn),
                    ("joined", NamedOn),
                    ("left", row => row.Until is { } until ? Day(until) : DocumentCell.Of(""))
                ),
                RegisterKind.Agreement => Table(kind, ("said", CountOf), ("asOf", CountedOn), ("signed", NamedOn)),
                _ => Table(
                    kind,
                    ("said", CountOf),
                    ("speaker", row => Text(row.Speaker)),
                    ("date", row => Day(row.Date))
                ),
            };
        }
    }

    private TableBlock Table(
        IGrouping<RegisterKind, RegisterRow> rows,
        params (string Heading, Func<RegisterRow, DocumentCell> Cell)[] columns
    )
    {
        var key = $"register.{rows.Key}";
        return new(
            "register" + rows.Key.ToString().ToLowerInvariant(),
            texts[key],
            texts[key + ".caption"],
            0,
            [texts[key + ".name"], .. columns.Select(column => texts[column.Heading]), texts["sourceAndDate"]],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<DocumentCell>)
                        [
                            DocumentCell.Of(row.NameIn(texts.Language)),
                            .. columns.Select(column => column.Cell(row)),
                            DocumentCell.Of(
                                SummaryFormat.Fill(
                                    texts["sourceSays"],
                                    row.Source,
                                    format.Day(row.SourceDate),
                                    row.Upload,
                                    row.Sheet,
                                    row.Cell
                                )
                            ),
                        ]
                ),
            ]
        );
    }

    /// <summary>The figure as it was said: with its qualifier, in its own unit.</summary>
    private DocumentCell CountOf(RegisterRow row) =>
        row.Amount is not { } amount
            ? DocumentCell.Of("")
            : DocumentCell.Of(
                SummaryFormat
                    .Fill(
                        texts.Find("quantity." + row.Qualifier) ?? texts["quantity"],
                        Qualifier(row),
                        format.Counted(amount, row.Unit),
                        UnitOf(row),
                        texts.AblativeOf(amount)
                    )
                    .Trim()
            );

    private string? Qualifier(RegisterRow row) =>
        row.Qualifier is { } said ? texts.Find("qualifier." + said) ?? said : null;

    private string? UnitOf(RegisterRow row) => row.Unit is { } unit ? format.Unit(unit) : null;

    private DocumentCell StatusOf(RegisterRow row) =>
        Text(
            row.Status is { } status
                ? SummaryFormat.Fill(
                    texts["statusSince"],
                    texts.Find("project." + status) ?? status,
                    format.Day(row.Date)
                )
                : null
        );

    /// <summary>A count holds on the day it was told; only what is named has a day of its own.</summary>
    private DocumentCell CountedOn(RegisterRow row) => row.Amount is null ? Text(null) : Day(row.Date);

    private DocumentCell NamedOn(RegisterRow row) => row.Amount is null ? Day(row.Date) : Text(null);

    private DocumentCell Day(DateOnly day) => DocumentCell.Of(format.Day(day));

    private static DocumentCell Text(string? text) => DocumentCell.Of(text ?? "");
}
