using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>Counts what a format says is not to be stored, to tell it once for each column.</summary>
internal sealed class FormatParts(FormatHeader header)
{
    /// <summary>Codes of a column that are named at most.</summary>
    private const int Named = 6;

    private readonly Dictionary<(BoundColumn Column, bool IsMissing), Part> parts = [];

    /// <summary>A row that is left out for a code of a column.</summary>
    public void Add(BoundColumn column, string code, int row) => PartOf(column, false).Add(code, row);

    /// <summary>A mark in place of a figure.</summary>
    public void Missing(string mark, BoundColumn column, int row) => PartOf(column, true).Add(mark, row);

    public IEnumerable<Finding> Findings() =>
        parts.Select(part => new Finding(
            part.Key.IsMissing ? FindingCodes.FormatFiguresMissing : FindingCodes.FormatPartsLeftOut,
            header.Sheet.Name,
            new CellRange(At(part.Value.First, part.Key.Column)).With(At(part.Value.Last, part.Key.Column)),
            null,
            [
                part.Key.Column.Name,
                Show(part.Value.Rows),
                string.Join(", ", part.Value.Codes.Select(code => code.Length == 0 ? "blank" : code))
                    + (part.Value.HasMore ? ", ..." : ""),
            ]
        )
        {
            Figures = part.Value.Rows,
        });

    private CellAddress At(int row, BoundColumn column) => header.Sheet.AddressOf(row, column.Number);

    private Part PartOf(BoundColumn column, bool isMissing)
    {
        if (!parts.TryGetValue((column, isMissing), out var part))
        {
            parts[(column, isMissing)] = part = new();
        }

        return part;
    }

    private static string Show(int count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed class Part
    {
        public List<string> Codes { get; } = [];

        public int Rows { get; private set; }

        public int First { get; private set; }

        public int Last { get; private set; }

        public bool HasMore { get; private set; }

        public void Add(string code, int row)
        {
            First = Rows++ == 0 ? row : First;
            Last = row;
            if (!Codes.Contains(code))
            {
                HasMore |= Codes.Count == Named;
                if (Codes.Count < Named)
                {
                    Codes.Add(code);
                }
            }
        }
    }
}
