using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Sheets and a profile to tables whose every figure carries its labels. Knows nothing of publishers: what a
/// column is follows from what it holds and from the words around it.</summary>
public static class LayoutRecogniser
{
    /// <summary>Answers that say what figures are about: tables are recognised without them. A period may say by which calendar
    /// years count.</summary>
    private static readonly HashSet<QuestionKind> AboutFigures =
    [
        QuestionKind.Reporter,
        QuestionKind.Partner,
        QuestionKind.Flow,
        QuestionKind.Unit,
        QuestionKind.Commodity,
        QuestionKind.Frequency,
        QuestionKind.Total,
        QuestionKind.Decimal,
        QuestionKind.Duplicate,
        QuestionKind.Contradiction,
        QuestionKind.Figure,
    ];

    /// <summary>Whether tables may be recognised otherwise with an answer. An office brings its names and marks along.</summary>
    internal static bool Heeds(Answer answer) =>
        answer.Parts.Any(part =>
            !AboutFigures.Contains(part.Kind)
            || (part.Kind == QuestionKind.Reporter && Gallery.Standard.Named(part.Is) is not null)
        );

    public static WorkbookLayout Recognise(Workbook workbook, SourceProfile profile)
    {
        var evidence = new CellEvidence(profile)
        {
            SeriesOfFile = CodeTexts.SeriesOfFile(workbook.FileName, profile),
            DefaultFlow = Enum.TryParse<TradeFlow>(profile.DefaultsFor(workbook.FileName).Flow, out var flow)
                ? flow
                : null,
        };
        evidence.TakeCalendar(workbook);
        var search = new TableSearch(evidence, profile.Pinned?.Tables ?? []);
        search.Search(workbook);
        var findings = search.Findings.ToList();
        var refused = search.Refused.ToList();
        var sheetsWithTables = search.Found.Select(table => SheetBand.WholeOf(table.Sheet)).ToHashSet();
        var context = new TableContext(workbook, evidence);
        var titles = new Titles(profile, workbook.FileName, evidence);
        var carried = new CarriedCaptions(evidence);
        var legend = Legend.Of(workbook);
        var tables = new List<TableLayout>();
        foreach (var table in search.Found)
        {
            var (sheet, area, kinds, roles, pinned) = table;
            var said = pinned?.Says?.Labels(Reach.Caption) ?? [];
            var below = search.Notes[SheetBand.WholeOf(sheet)];
            var around = carried
                .WithUnits(
                    sheet,
                    [
                        .. context.Of(sheet, area, roles, sheetsWithTables),
                        .. NoteLines.Units(NoteLines.CloseBelow(sheet, kinds, area, evidence), evidence),
                        .. NoteLines.Units(below, evidence),
                    ]
                )
                .Where(label => said.All(other => other.Dimension != label.Dimension))
                .ToList();
            carried.KeepUnits(sheet, around);
            var told = said.Any(label => label.Dimension == Dimension.Commodity) ? [] : titles.Judge(table);
            findings.AddRange(
                told.Where(verdict => !verdict.IsLifted).Select(verdict => verdict.Finding.AsAnswered(verdict.Answer))
            );
            if (told is [{ Refuses: true, IsLifted: false } refusal, ..])
            {
                refused.Add(table.Refused(refusal.Finding, refusal.Rules));
                carried.KeepLimit(sheet, refusal.Finding);
                continue;
            }

            if (pinned is null && carried.Limit(table) is { } limit)
            {
                refused.Add(table.Refused(limit));
                continue;
            }

            carried.KeepLimit(sheet, null);
            var earlier = carried.Areas(sheet);
            tables.Add(
                new(
                    sheet,
                    area,
                    kinds,
                    roles,
                    [.. said, .. told.Select(verdict => verdict.Commodity).OfType<Label>(), .. around],
                    legend,
                    below,
                    earlier,
                    evidence
                )
            );
            carried.KeepAreas(sheet, around, TableContext.Captions(sheet, area).Select(caption => caption.Text));
        }

        findings.AddRange(
            from sheet in tables.Select(table => SheetBand.WholeOf(table.Sheet)).Distinct()
            from note in search.Notes[sheet]
            let limit = NoteLines.ExcludedScope(note, evidence)
            where limit is not null
            select Finding.OfCell(FindingCodes.NoteLimits, sheet, note.Place, note.Text, limit)
        );

        return new(tables, findings, refused, LayoutFingerprint.Of(tables)) { RowKinds = search.Kinds };
    }
}
