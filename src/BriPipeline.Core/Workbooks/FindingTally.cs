using System.Globalization;
using System.Runtime.InteropServices;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks;

/// <summary>Gathers the findings of a file. What one label or mark spoils is one finding that names all its cells; of one
/// kind in one sheet <see cref="MaxOfAKind"/> are kept, and one more says how many others there are and where.</summary>
public sealed class FindingTally
{
    public const int MaxOfAKind = 10_000;

    /// <summary>In an argument's place: the largest of the figures counted.</summary>
    public const string Largest = "#max";

    private readonly Dictionary<(FindingCode, Sheet, string, CellAddress?), Counted> counts = [];
    private readonly Dictionary<(FindingCode, string?), Kind> kinds = [];
    private readonly List<Finding> single = [];

    /// <summary>What became of the numbers that the findings are about.</summary>
    public NumberAccount Numbers { get; } = new();

    /// <summary>Adds a finding that stands for itself.</summary>
    public void Add(Finding finding)
    {
        Numbers.Note(NumberCause.Of(finding.Code, finding.Ask?.About ?? "", finding.Ask is not null));
        var kind = KindOf(finding.Code, finding.Sheet);
        if (kind.Admits())
        {
            single.Add(finding);
        }
        else
        {
            kind.PassOver(finding.Place, finding.Figures);
        }
    }

    /// <summary>Counts one more figure for a subject (a mark, a dimension) of a sheet.</summary>
    /// <param name="figure">The figure's grid position; the finding names all of them. Null for the sheet as a whole.</param>
    /// <param name="arguments">The template's arguments; the count takes the place of <c>#</c>.</param>
    public void Count(FindingCode code, Sheet sheet, string subject, CellAddress? figure, params string[] arguments) =>
        Count(code, sheet, subject, null, figure, null, arguments);

    /// <summary>The same of what a person could lift.</summary>
    public void Count(
        FindingCode code,
        Sheet sheet,
        string subject,
        CellAddress? figure,
        Ask? ask,
        params string[] arguments
    ) => Count(code, sheet, subject, null, figure, ask, arguments);

    /// <summary>Counts one more figure for the label at a grid position; the finding names the label's cell.</summary>
    public void CountLabel(
        FindingCode code,
        Sheet sheet,
        string subject,
        CellAddress label,
        params string[] arguments
    ) => Count(code, sheet, subject, label, label, null, arguments);

    /// <summary>As <see cref="CountLabel(FindingCode, Sheet, string, CellAddress, string[])"/>, of what a person could lift, with the
    /// figure as printed: the largest of them takes the place of <see cref="Largest"/>.</summary>
    public void CountLabel(
        FindingCode code,
        Sheet sheet,
        string subject,
        CellAddress label,
        decimal? figure,
        Ask? ask,
        string[] arguments
    )
    {
        Count(code, sheet, subject, label, label, ask, arguments);
        if (figure is { } number && counts.TryGetValue((code, sheet, subject, label), out var counted))
        {
            counted.Largest = Math.Max(counted.Largest ?? number, number);
        }
    }

    /// <summary>All findings, the counted ones after the single ones, each in the order of first appearance.</summary>
    public IReadOnlyList<Finding> ToList() =>
        [
            .. single,
            .. counts.Select(entry => entry.Value.ToFinding(entry.Key.Item1, entry.Key.Item2)),
            .. kinds.Where(kind => kind.Value.Others > 0).Select(kind => kind.Value.ToFinding(kind.Key)),
        ];

    private void Count(
        FindingCode code,
        Sheet sheet,
        string subject,
        CellAddress? label,
        CellAddress? place,
        Ask? ask,
        string[] arguments
    )
    {
        Numbers.Note(NumberCause.Of(code, ask?.About ?? subject, ask is not null));
        CellAddress? published = place is { } cell ? sheet.AddressOf(cell.Row, cell.Column) : null;
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(
            counts,
            (code, sheet, subject, label),
            out var exists
        );
        if (exists)
        {
            counted!.Add(label is null ? published : null);
            return;
        }

        var kind = KindOf(code, sheet.Name);
        if (kind.Admits())
        {
            counted = new Counted(place, published, ask, arguments);
            return;
        }

        counts.Remove((code, sheet, subject, label));
        kind.PassOver(published is { } address ? new CellRange(address) : null, 1);
    }

    private Kind KindOf(FindingCode code, string? sheet)
    {
        ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(kinds, (code, sheet), out _);
        return kind ??= new Kind();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What one subject spoils.</summary>
    private sealed class Counted(CellAddress? first, CellAddress? published, Ask? ask, string[] arguments)
    {
        private readonly List<CellAddress> cells = published is { } cell ? [cell] : [];
        private CellRange? range = published is { } cell ? new CellRange(cell) : null;
        private int count = 1;

        public decimal? Largest { get; set; }

        public void Add(CellAddress? cell)
        {
            count++;
            if (cell is not { } address)
            {
                return;
            }

            range = range?.With(address);
            if (cells.Count < MaxOfAKind)
            {
                cells.Add(address);
            }
        }

        public Finding ToFinding(FindingCode code, Sheet sheet)
        {
            var runs = CellRange.Runs(cells);
            return new Finding(
                code,
                sheet.Name,
                range,
                first is { } place ? sheet[place.Row, place.Column].Raw : null,
                Array.ConvertAll(
                    arguments,
                    argument =>
                        argument switch
                        {
                            "#" => Number(count),
                            FindingTally.Largest => Largest?.ToString("#,##0.####", CultureInfo.InvariantCulture)
                                ?? "–",
                            _ => argument,
                        }
                )
            )
            {
                Figures = count,
                Cells = runs.Count > 1 ? runs : null,
                Ask = ask,
            };
        }
    }

    /// <summary>The findings of one code in one sheet.</summary>
    private sealed class Kind
    {
        private int kept;
        private int figures;
        private CellRange? range;

        public int Others { get; private set; }

        public bool Admits() => kept < MaxOfAKind && ++kept > 0;

        public void PassOver(CellRange? place, int spoiled)
        {
            Others++;
            figures += spoiled;
            range = place is not { } cells ? range : range?.With(cells.First).With(cells.Last) ?? cells;
        }

        public Finding ToFinding((FindingCode Code, string? Sheet) key) =>
            new(FindingCodes.FindingsSummarised, key.Sheet, range, null, [Number(Others), key.Code.Title, key.Code.Id])
            {
                Figures = figures,
            };
    }
}
