using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A table with the roles of its columns.</summary>
/// <param name="Pinned">The pinned layout that says what its columns are; null where evidence does.</param>
internal sealed record FoundTable(
    Sheet Sheet,
    TableArea Area,
    RowKind[] Kinds,
    IReadOnlyList<ColumnRole> Roles,
    PinnedTable? Pinned
)
{
    public RefusedTable Refused(Finding reason, string? rule = null) =>
        new(Sheet, Area.FirstBodyRow, Area.LastBodyRow, reason, rule) { HeaderRows = Area.HeaderRows };
}

/// <summary>Finds the tables of a workbook, sheet by sheet: where its pinned layout says, else where rows of figures stand
/// below a header.</summary>
internal sealed class TableSearch(CellEvidence evidence, IReadOnlyList<PinnedTable> pins)
{
    /// <summary>Fewer rows without a header are no table.</summary>
    private const int MinRows = 3;

    private readonly List<FoundTable> found = [];
    private readonly List<Finding> findings = [];
    private readonly List<RefusedTable> refused = [];
    private readonly Dictionary<Sheet, IReadOnlyList<NoteLine>> notes = [];
    private readonly Dictionary<Sheet, RowKind[]> rows = [];

    public IReadOnlyList<FoundTable> Found => found;

    public IReadOnlyList<Finding> Findings => findings;

    public IReadOnlyList<RefusedTable> Refused => refused;

    /// <summary>The lines below the last figures of each sheet.</summary>
    public IReadOnlyDictionary<Sheet, IReadOnlyList<NoteLine>> Notes => notes;

    /// <summary>What the rows of each sheet that was searched look like.</summary>
    public IReadOnlyDictionary<Sheet, RowKind[]> Kinds => rows;

    public void Search(Workbook workbook)
    {
        foreach (var sheet in workbook.Sheets)
        {
            if (pins.Any(pin => pin.IsOf(sheet)))
            {
                Pin(sheet);
            }
            else if (!Declarations.Fill(sheet, evidence))
            {
                Find(sheet);
            }
        }

        findings.AddRange(
            pins.Where(pin => !workbook.Sheets.Any(pin.IsOf))
                .Select(pin => Finding.OfFile(FindingCodes.PinUnfit, $"the sheet {pin.Sheet}"))
        );
        // Where a question is open there may be one.
        if (
            found.Count == 0
            && findings.TrueForAll(finding => finding.Code.Severity != Severity.RejectWorkbook && finding.Ask is null)
        )
        {
            findings.Add(Finding.OfFile(FindingCodes.NoTable));
        }
    }

    private void Pin(Sheet sheet)
    {
        var kinds = RowKinds.Of(sheet, evidence);
        rows.Add(sheet, kinds);
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
            var periods = TextsOf(Dimension.Period);
            evidence.Expand(FusedHeadings.Expand(headings));
            evidence.Expand(MonthLetters.Expand(headings.Concat(periods)));
            evidence.Expand(
                RomanMonths.Expand(
                    headings,
                    () => TableContext.Captions(sheet, area).Any(caption => evidence.Of(caption.Text).Names("quarter"))
                )
            );
            evidence.Expand(UnitLetters.OfHeadings(headings, evidence));
            evidence.Expand(UnitLetters.OfUnits(TextsOf(Dimension.Unit), evidence));
            evidence.Expand(FirstDays.Expand([.. periods.Distinct(StringComparer.Ordinal)]));
            evidence.Expand(Footnotes.Expand(headings.Concat(periods), sheet, area, evidence));
            var names = roles
                .Where(role => role.Dimension is Dimension.Partner or Dimension.Reporter)
                .SelectMany(role =>
                    Enumerable
                        .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
                        .Select(row => sheet[row, role.Column].Text)
                )
                .OfType<string>();
            evidence.Expand(GluedMarks.Expand(names.Distinct(StringComparer.Ordinal), sheet, area, evidence));
            found.Add(new(sheet, area, kinds, roles, pin));
            captionsFrom = area.LastRow + 1;

            IEnumerable<string> TextsOf(Dimension dimension) =>
                roles
                    .Where(role => role.Dimension == dimension)
                    .SelectMany(role =>
                        Enumerable
                            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
                            .Select(row => sheet[row, role.Column].Raw)
                    );
        }
    }

    private void Find(Sheet sheet)
    {
        var kinds = RowKinds.Of(sheet, evidence);
        rows.TryAdd(SheetBand.WholeOf(sheet), kinds);
        notes.TryAdd(SheetBand.WholeOf(sheet), NoteLines.Of(sheet, kinds, evidence));
        int? captionsFrom = null;
        foreach (var candidate in new TableFinder(sheet, kinds).Find())
        {
            // A number or two among the lines above a table ("98 rows") are part of its captions.
            var area = candidate.WithoutUnitRows(sheet, evidence) with
            {
                FirstRow = captionsFrom ?? candidate.FirstRow,
            };
            captionsFrom = null;
            if (area.HeaderRows.Count == 0 && area.LastBodyRow - area.FirstBodyRow < MinRows - 1)
            {
                captionsFrom = area.FirstRow;
                continue;
            }

            var roles = ColumnAnswers.ApplyAreas(
                sheet,
                area,
                TradeSides.Apply(sheet, kinds, area, RoleVerdict.OfTable(sheet, kinds, area, evidence), evidence),
                evidence
            );
            if (Bands.Of(sheet, area, roles, evidence) is { Count: > 0 } bands)
            {
                foreach (var band in bands)
                {
                    Find(band);
                }
            }
            else if (TableJudgement.Of(sheet, area, roles, evidence) is { } refusal)
            {
                findings.Add(refusal);
                refused.Add(new FoundTable(sheet, area, kinds, roles, null).Refused(refusal));
            }
            else
            {
                found.Add(new(sheet, area, kinds, roles, null));
                findings.AddRange(ColumnFindings.Of(sheet, area, roles, evidence));
                findings.AddRange(RepeatedHeaders.Findings(sheet, area));
                findings.AddRange(ShiftedRows.Mark(sheet, kinds, area, roles, evidence));
            }
        }
    }
}
