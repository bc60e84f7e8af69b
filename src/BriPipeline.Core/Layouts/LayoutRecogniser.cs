using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>How a workbook was understood.</summary>
/// <param name="Refused">Blocks of rows that look like tables and were not read.</param>
/// <param name="Fingerprint">Equal for workbooks of the same layout, whatever their figures and periods.</param>
public sealed record WorkbookLayout(
    IReadOnlyList<TableLayout> Tables,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<RefusedTable> Refused,
    string Fingerprint
);

/// <summary>A block of rows that was not read as a whole, and why.</summary>
public sealed record RefusedTable(Sheet Sheet, int FirstRow, int LastRow, Finding Reason);

/// <summary>Sheets and a profile to tables whose every figure carries its labels. Knows nothing of publishers: what a
/// column is follows from what it holds and from the words around it.</summary>
public static partial class LayoutRecogniser
{
    /// <summary>Fewer rows without a header are no table.</summary>
    private const int MinRows = 3;

    /// <summary>A longer text above a table is prose.</summary>
    private const int MaxTitleLength = 160;

    public static WorkbookLayout Recognise(Workbook workbook, SourceProfile profile)
    {
        var evidence = new CellEvidence(profile);
        var findings = new List<Finding>();
        var refused = new List<RefusedTable>();
        var found =
            new List<(
                Sheet Sheet,
                TableArea Area,
                RowKind[] Kinds,
                IReadOnlyList<ColumnRole> Roles,
                PinnedTable? Pinned
            )>();
        var sheetsWithTables = new HashSet<Sheet>();
        var notes = new Dictionary<Sheet, IReadOnlyList<NoteLine>>();
        var pins = profile.Pinned?.Tables ?? [];
        foreach (var sheet in workbook.Sheets)
        {
            var before = found.Count;
            if (pins.Any(pin => pin.IsOf(sheet)))
            {
                Pin(sheet);
            }
            else if (!Declarations.Fill(sheet, evidence))
            {
                Find(sheet);
            }

            if (found.Count > before)
            {
                sheetsWithTables.Add(sheet);
            }
        }

        findings.AddRange(
            pins.Where(pin => !workbook.Sheets.Any(pin.IsOf))
                .Select(pin => Finding.OfFile(FindingCodes.PinUnfit, $"the sheet {pin.Sheet}"))
        );
        if (found.Count == 0 && findings.TrueForAll(finding => finding.Code.Severity != Severity.RejectWorkbook))
        {
            findings.Add(Finding.OfFile(FindingCodes.NoTable));
        }

        var surroundings = new TableContext(workbook, evidence);
        var legend = Legend.Of(workbook);
        var tables = new List<TableLayout>();
        var units = new Dictionary<Sheet, List<Label>>();
        var areaCaptions = new Dictionary<Sheet, IReadOnlyList<string>>();
        foreach (var (sheet, area, kinds, roles, pinned) in found)
        {
            var said = pinned?.Says?.Labels(Reach.Caption) ?? [];
            var below = notes[SheetBand.WholeOf(sheet)];
            var around = surroundings
                .Of(sheet, area, roles, sheetsWithTables)
                .Concat(NoteLines.Units(below, evidence))
                .ToList();
            around = around
                .Concat(CarriedUnits(around, units.GetValueOrDefault(SheetBand.WholeOf(sheet)) ?? [], evidence))
                .Where(label => said.All(other => other.Dimension != label.Dimension))
                .ToList();
            // The unit above one table is that of those below it, unless they say their own.
            units[SheetBand.WholeOf(sheet)] =
            [
                .. around
                    .Where(label => label is { Dimension: Dimension.Unit, Reach: Reach.Caption or Reach.Note })
                    .DistinctBy(label => UnitIn(label.Text, evidence), StringComparer.Ordinal)
                    .Select(label => label with { Reach = Reach.Note }),
            ];
            if (
                !said.Any(label => label.Dimension == Dimension.Commodity)
                && Limit(sheet, area, roles, profile, workbook.FileName, evidence, findings) is { } limit
            )
            {
                findings.Add(limit);
                refused.Add(new(sheet, area.FirstBodyRow, area.LastBodyRow, limit));
                continue;
            }

            var earlier = areaCaptions.GetValueOrDefault(SheetBand.WholeOf(sheet)) ?? [];
            tables.Add(new(sheet, area, kinds, roles, [.. said, .. around], legend, below, earlier, evidence));
            IReadOnlyList<string> own =
            [
                .. around
                    .Where(label => label is { Dimension: Dimension.Partner, Reach: Reach.Caption })
                    .Select(label => label.Text),
            ];
            areaCaptions[SheetBand.WholeOf(sheet)] = own.Count > 0 ? own : earlier;
        }

        findings.AddRange(
            from sheet in tables.Select(table => SheetBand.WholeOf(table.Sheet)).Distinct()
            from note in notes[sheet]
            let limit = NoteLines.ExcludedScope(note, evidence)
            where limit is not null
            select Finding.OfCell(FindingCodes.NoteLimits, sheet, note.Place, note.Text, limit)
        );

        return new(tables, findings, refused, LayoutFingerprint.Of(tables));

        void Pin(Sheet sheet)
        {
            var kinds = RowKinds.Of(sheet, evidence);
            notes.Add(sheet, NoteLines.Of(sheet, kinds, evidence));
            var captionsFrom = 1;
            foreach (var pin in pins.Where(pin => pin.IsOf(sheet)).OrderBy(pin => pin.FirstRow))
            {
                if (PinnedTables.Unfit(pin, sheet) is { } unfit)
                {
                    findings.Add(unfit);
                    continue;
                }

                PinnedTables.Mark(kinds, pin, sheet);
                var area = PinnedTables.AreaOf(pin, sheet, captionsFrom);
                var roles = PinnedTables.RolesOf(pin, sheet);
                var headings = roles
                    .SelectMany(role => role.Headers)
                    .Select(place => sheet[place.Row, place.Column].Raw)
                    .ToList();
                var periods = roles
                    .Where(role => role.Dimension == Dimension.Period)
                    .SelectMany(role =>
                        Enumerable
                            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
                            .Select(row => sheet[row, role.Column].Raw)
                    );
                evidence.Expand(FusedHeadings.Expand(headings));
                evidence.Expand(Footnotes.Expand(headings.Concat(periods), sheet, area, evidence));
                found.Add((sheet, area, kinds, roles, pin));
                captionsFrom = area.LastRow + 1;
            }
        }

        void Find(Sheet sheet)
        {
            var kinds = RowKinds.Of(sheet, evidence);
            notes.TryAdd(SheetBand.WholeOf(sheet), NoteLines.Of(sheet, kinds, evidence));
            int? captionsFrom = null;
            foreach (var candidate in new TableFinder(sheet, kinds).Find())
            {
                // A number or two among the lines above a table ("98 rows") are part of its captions.
                var area = candidate with
                {
                    FirstRow = captionsFrom ?? candidate.FirstRow,
                };
                captionsFrom = null;
                if (area.HeaderRows.Count == 0 && area.LastBodyRow - area.FirstBodyRow < MinRows - 1)
                {
                    captionsFrom = area.FirstRow;
                    continue;
                }

                var roles = RoleVerdict.OfTable(sheet, kinds, area, evidence);
                if (Bands.Of(sheet, area, roles, evidence) is { Count: > 0 } bands)
                {
                    foreach (var band in bands)
                    {
                        Find(band);
                    }
                }
                else if (Judge(sheet, area, roles, evidence) is { } refusal)
                {
                    findings.Add(refusal);
                    refused.Add(new(sheet, area.FirstBodyRow, area.LastBodyRow, refusal));
                }
                else
                {
                    found.Add((sheet, area, kinds, roles, null));
                    findings.AddRange(Hidden(sheet, area, roles));
                    findings.AddRange(OfColumns(sheet, roles));
                }
            }
        }
    }

    /// <summary>The units above earlier tables of the sheet, where the table's own captions name none.</summary>
    private static List<Label> CarriedUnits(List<Label> own, List<Label> earlier, CellEvidence evidence) =>
        own.Exists(label =>
            label is { Dimension: Dimension.Unit, Reach: Reach.Caption } && evidence.Of(label.Text).Has(TermKind.Unit)
        )
            ? []
            : earlier;

    /// <summary>What a text says of the unit, alike for all that say the same: of a thousand titles one is kept.</summary>
    private static string UnitIn(string text, CellEvidence evidence) =>
        string.Join(
            '|',
            evidence
                .Of(text)
                .Terms.Where(term => term.Kind is TermKind.Unit or TermKind.Multiplier)
                .Select(term => term.Code)
                .Append(new string('0', text.Count(c => c == '0')))
        );

    /// <summary>Why a table cannot be read as a whole; null where it can.</summary>
    private static Finding? Judge(Sheet sheet, TableArea area, IReadOnlyList<ColumnRole> roles, CellEvidence evidence)
    {
        string first = Number(area.FirstBodyRow),
            last = Number(area.LastBodyRow);
        var labels = roles.Where(role => role.Use == ColumnUse.Label).ToList();
        if (!labels.Exists(role => role.Dimension is not (Dimension.Unit or Dimension.Status or Dimension.Frequency)))
        {
            return Finding.OfSheet(FindingCodes.NoLabels, sheet, first, last);
        }

        if (area.HeaderRows.Count == 0)
        {
            return Finding.OfSheet(FindingCodes.NoHeader, sheet, first, last);
        }

        // Numbers of months without a name beside them stood over the columns, and one of them is spoilt.
        if (CountsMonths(sheet, area.FirstBodyRow, roles))
        {
            return Finding.OfSheet(FindingCodes.NoHeader, sheet, first, last);
        }

        return UnclearAreas(sheet, area, labels, evidence);
    }

    private static bool CountsMonths(Sheet sheet, int row, IReadOnlyList<ColumnRole> roles)
    {
        var numbers = roles
            .Where(role => role.Use != ColumnUse.Label)
            .Select(role => CellEvidence.WholeNumber(sheet[row, role.Column]))
            .ToList();
        return roles.All(role => role.Use != ColumnUse.Label || sheet[row, role.Column].IsBlank)
            && numbers.Count(number => number is >= 1 and <= 12) is > 2 and var months
            && months * 2 > numbers.Count;
    }

    /// <summary>Several columns may name the same partners in several languages; columns that often differ may not.</summary>
    private static Finding? UnclearAreas(Sheet sheet, TableArea area, List<ColumnRole> labels, CellEvidence evidence)
    {
        var columns = labels.FindAll(role => role.Dimension == Dimension.Partner && role.Kind == LabelKind.Words);
        foreach (var other in columns.Skip(1))
        {
            if (AreaColumns.NamesDiffer(sheet, area, evidence, columns[0].Column, other.Column))
            {
                return Finding.OfSheet(
                    FindingCodes.AreaColumnsUnclear,
                    sheet,
                    CellAddress.ColumnLetters(columns[0].Column),
                    CellAddress.ColumnLetters(other.Column)
                );
            }
        }

        return null;
    }

    /// <summary>Hidden sheets, columns and rows are read like any other, and said to be hidden.</summary>
    private static IEnumerable<Finding> Hidden(Sheet sheet, TableArea area, IReadOnlyList<ColumnRole> roles)
    {
        var columns = roles
            .Where(role => role.Use == ColumnUse.Figures && sheet.IsColumnHidden(role.Column))
            .Select(role => CellAddress.ColumnLetters(role.Column))
            .ToList();
        var rows = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Count(sheet.IsRowHidden);
        if (sheet.IsHidden)
        {
            yield return Finding.OfSheet(FindingCodes.HiddenRead, sheet, "sheet");
        }

        if (columns.Count > 0)
        {
            yield return Finding.OfSheet(FindingCodes.HiddenRead, sheet, $"columns {string.Join(", ", columns)}");
        }

        if (rows > 0)
        {
            yield return Finding.OfSheet(FindingCodes.HiddenRead, sheet, $"rows ({Number(rows)})");
        }
    }

    private static IEnumerable<Finding> OfColumns(Sheet sheet, IReadOnlyList<ColumnRole> roles)
    {
        foreach (var role in roles)
        {
            var letters = CellAddress.ColumnLetters(role.Column);
            var finding = role.Use switch
            {
                ColumnUse.NotUnderstood => At(FindingCodes.HeaderUnexplained, role, role.Reason, letters),
                ColumnUse.Limited => At(FindingCodes.HeaderLimits, role, role.Heading, role.Reason, letters),
                ColumnUse.Alternatives when role.Rule == RoleRules.UnclearReach => At(
                    FindingCodes.HeaderReachUnclear,
                    role,
                    role.Heading,
                    letters
                ),
                ColumnUse.Alternatives or ColumnUse.Label when role.Reason.Length > 0 => At(
                    FindingCodes.ColumnUnclear,
                    role,
                    role.Heading,
                    letters,
                    role.Reason
                ),
                ColumnUse.Evidence or ColumnUse.Ignored => At(
                    FindingCodes.ColumnNotStored,
                    role,
                    letters,
                    role.Heading,
                    role.Reason
                ),
                _ => null,
            };
            if (finding is not null)
            {
                yield return finding;
            }
        }

        Finding At(FindingCode code, ColumnRole role, params string[] arguments) =>
            (
                role.Headers.Count == 0
                    ? Finding.OfSheet(code, sheet, arguments)
                    : Finding.OfCell(code, sheet, role.Headers[^1], arguments)
            ) with
            {
                Ask = ColumnAnswers.AskOf(role),
            };
    }

    /// <summary>A word of title, sheet or file name that limits the figures forbids to take them for the total.</summary>
    private static Finding? Limit(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        SourceProfile profile,
        string fileName,
        CellEvidence evidence,
        List<Finding> findings
    )
    {
        var texts = TableContext
            .Captions(sheet, area)
            .Select(caption => (caption.Text, caption.Place, IsCaption: true))
            .Append((sheet.Name, null, false));
        var commodityIsSaid =
            roles.Any(role => role.Dimension == Dimension.Commodity)
            || TableContext.Declared(sheet, area, evidence).Any(label => label.Dimension == Dimension.Commodity)
            || profile.DefaultsFor(fileName).Commodity is { } commodity and not "TOTAL" && commodity.Length > 0;
        foreach (var (text, place, isCaption) in texts)
        {
            if (
                !commodityIsSaid
                && evidence.Of(text).Terms.FirstOrDefault(term => term.Kind == TermKind.Limit) is { Code: { } code }
            )
            {
                return At(place, FindingCodes.CaptionLimits, text, code);
            }

            if (isCaption && !IsProse(text, evidence) && CaptionRegions.In(text, evidence) is { } region)
            {
                return At(place, FindingCodes.CaptionRegion, text, region);
            }

            if (!commodityIsSaid && isCaption && CommodityOf(text, evidence, profile.Reporter) is { } commodityText)
            {
                return At(place, FindingCodes.CaptionLimits, text, commodityText);
            }

            if (isCaption && MeasureOf(text, evidence) is { } measure)
            {
                return At(place, FindingCodes.CaptionMeasures, text, measure);
            }

            if (evidence.Unexplained(text) is { Count: > 0 } words && !IsProse(text, evidence))
            {
                findings.Add(At(place, FindingCodes.CaptionUnexplained, string.Join(", ", words)));
            }
        }

        return null;

        Finding At(CellAddress? place, FindingCode code, params string[] arguments) =>
            place is { } cell ? Finding.OfCell(code, sheet, cell, arguments) : Finding.OfSheet(code, sheet, arguments);
    }

    /// <summary>The commodity that a title names by a code ("HS 27"), or by an unknown word right after or before the flow
    /// ("exports of carrots", "tuna exports"); null where it names none.</summary>
    private static string? CommodityOf(string text, CellEvidence evidence, string? reporter)
    {
        if (IsProse(text, evidence))
        {
            return null;
        }

        var terms = evidence.Of(text).Terms;
        var known = terms
            .Select(term => (term.Start, term.Length))
            .Concat(evidence.Of(text).Said.Periods.Select(part => (part.Start, part.Length)))
            .ToList();
        if (terms.Any(term => term is { Kind: TermKind.Dimension, Code: "commodity" or "commodity-code" }))
        {
            var code = CommodityCode
                .Value.Matches(text)
                .FirstOrDefault(match =>
                    !known.Exists(span => span.Start <= match.Index && match.Index < span.Start + span.Length)
                );
            if (code is not null)
            {
                return code.Value;
            }
        }

        return evidence
            .Unexplained(text)
            .FirstOrDefault(word =>
                terms.Any(term => term.Kind == TermKind.Flow && StandsBeside(text, term, word))
                && !Adjectives.IsOf(reporter, word)
            );
    }

    private static bool StandsBeside(string text, Term flow, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; )
        {
            var end = flow.Start + flow.Length;
            if (
                at < flow.Start
                    ? text[(at + word.Length)..flow.Start].All(c => c is ' ' or '-')
                    : at >= end && (text[end..at].Trim().Length == 0 || ConnectingWords.IsOwner(text[end..at]))
            )
            {
                return true;
            }

            at = text.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return false;
    }

    // Not the number of a table: "(2) Imports and exports ...", "Table 14: ...".
    private static readonly Lazy<Regex> CommodityCode = WordPattern.Lazy(() =>
    {
        var table = WordPattern.Of(Vocabulary.Phrases("notes", "tableNumber"));
        return $@"(?<![\d.,/-])(?<!^\s*[(（]?)(?<!{table}\.?\s*)\d{{1,10}}(?![\d./%-]|,\d)";
    });

    /// <summary>A title of growth, indices or prices; null where it also names values of trade by a unit of its own.</summary>
    private static string? MeasureOf(string text, CellEvidence evidence) =>
        IsProse(text, evidence)
            ? null
            : evidence
                .Of(text)
                .Terms.FirstOrDefault(term =>
                    term.Kind == TermKind.Measure
                    && term.Code is "growth" or "index" or "price" or "average" or "not-trade"
                )
                .Code;

    /// <summary>Sentences about the release are not titles: they are long, or name no flow, period or unit.</summary>
    private static bool IsProse(string text, CellEvidence evidence) =>
        text.Length > MaxTitleLength
        || (
            text.TrimEnd().EndsWith('.')
            && text.Count(char.IsWhiteSpace) >= 5
            && evidence.Of(text) is var said
            && !said.Has(TermKind.Flow)
            && !said.Has(TermKind.Unit)
            && !said.Terms.Any(term => term is { Kind: TermKind.Filler, Code: "trade" })
            && said.Periods.Count == 0
            && said.Said.Periods.Count == 0
        );

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);
}
