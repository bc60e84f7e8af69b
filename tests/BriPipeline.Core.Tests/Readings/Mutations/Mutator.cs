using System.Globalization;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>Edits labels of a workbook at random, as a hurried clerk would: typos, words lost or added, labels swapped,
/// moved or deleted.</summary>
internal sealed class Mutator
{
    private static readonly string[] Limits = ["services", "by road", "excluding oil", "услуги", "agricultural"];
    private static readonly string[] Others = ["Zorkish", "of carrots", "прочее разное", "K7", "x", "new", "2", "II"];

    private readonly List<LabelSpot> labels = [];
    private readonly Random random;

    public Mutator(Workbook workbook, IReadOnlyList<TableLayout> tables, Random random)
    {
        this.random = random;
        foreach (var sheet in workbook.Sheets)
        {
            var own = tables.Where(table => table.Sheet == sheet).ToList();
            for (var row = 1; row <= sheet.RowCount; row++)
            {
                for (var column = 1; column <= sheet.ColumnCount; column++)
                {
                    if (!sheet[row, column].IsBlank && SpotOf(own, sheet, row, column) is { } spot)
                    {
                        labels.Add(spot);
                    }
                }
            }
        }
    }

    public bool HasLabels => labels.Count > 0;

    public Mutation Next()
    {
        var spot = labels[random.Next(labels.Count)];
        return random.Next(12) switch
        {
            0 => One("delete", spot, ""),
            1 => Swap(spot),
            2 => Move(spot),
            3 => One("lose word", spot, WithoutWord(spot.Text)),
            4 => One("add word", spot, Added(spot.Text, Others)),
            5 => One("limit", spot, Added(spot.Text, Limits)) with { AddedLimit = true },
            6 => One("copy", spot, Other(spot)?.Text ?? ""),
            _ => One("typo", spot, Typo(spot.Text)),
        };
    }

    /// <summary>The label that stands at a place; null for figures.</summary>
    private static LabelSpot? SpotOf(List<TableLayout> tables, Sheet sheet, int row, int column)
    {
        var place = new CellAddress(row, column);
        var isText = sheet[row, column].Kind == CellKind.Text;
        foreach (var table in tables)
        {
            if (table.HeaderRows.Contains(row))
            {
                return new(sheet, place, LabelPlace.Header, LastRow: table.LastBodyRow);
            }

            if (row < table.FirstBodyRow)
            {
                return isText ? new(sheet, place, LabelPlace.Caption) : null;
            }

            if (row <= table.LastBodyRow)
            {
                var roles = table.Columns.ToDictionary(one => one.Column);
                return IsHeading(sheet, row, roles) ? new(sheet, place, LabelPlace.Heading)
                    : roles.GetValueOrDefault(column) is { Use: ColumnUse.Label } role
                        ? new(sheet, place, LabelPlace.Row, role.Dimension)
                    : null;
            }
        }

        return isText ? new(sheet, place, LabelPlace.Note) : null;
    }

    private static bool IsHeading(Sheet sheet, int row, Dictionary<int, ColumnRole> roles)
    {
        for (var column = 1; column <= sheet.ColumnCount; column++)
        {
            if (
                CellEvidence.IsNumber(sheet[row, column])
                && roles.GetValueOrDefault(column) is not { Use: ColumnUse.Label }
            )
            {
                return false;
            }
        }

        return true;
    }

    private static Mutation One(string kind, LabelSpot spot, string text) =>
        new(
            kind,
            [spot],
            [text],
            new Dictionary<CellAddress, Cell>
            {
                [spot.Address] = CellOf(text, spot.Sheet[spot.Address.Row, spot.Address.Column]),
            }
        );

    /// <summary>The text as the cell would hold it: digits in place of a number are a number.</summary>
    private static Cell CellOf(string text, Cell before) =>
        text.Length == 0 ? Cell.Blank
        : before.Kind == CellKind.Number
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Cell.OfNumber(number, before.NumberFormat)
        : Cell.OfText(text, before.NumberFormat);

    private Mutation Swap(LabelSpot spot)
    {
        if (Other(spot) is not { } other)
        {
            return One("delete", spot, "");
        }

        var (one, two) = (spot.Address, other.Address);
        return new(
            "swap",
            [spot, other],
            [other.Text, spot.Text],
            new Dictionary<CellAddress, Cell>
            {
                [one] = spot.Sheet[two.Row, two.Column],
                [two] = spot.Sheet[one.Row, one.Column],
            }
        );
    }

    private Mutation Move(LabelSpot spot)
    {
        var (sheet, address) = (spot.Sheet, spot.Address);
        CellAddress[] near =
        [
            new(address.Row, address.Column + 1),
            new(address.Row, Math.Max(1, address.Column - 1)),
            new(address.Row + 1, address.Column),
            new(Math.Max(1, address.Row - 1), address.Column),
        ];
        var free = near.Where(one =>
                one.Row <= sheet.RowCount
                && one.Column <= sheet.ColumnCount
                && sheet[one.Row, one.Column].IsBlank
                && sheet.AnchorOf(one.Row, one.Column) == one
            )
            .ToList();
        if (free.Count == 0)
        {
            return One("delete", spot, "");
        }

        var to = free[random.Next(free.Count)];
        return new(
            "move",
            [spot, spot with { Address = to }],
            ["", spot.Text],
            new Dictionary<CellAddress, Cell> { [address] = Cell.Blank, [to] = sheet[address.Row, address.Column] }
        );
    }

    /// <summary>Another label of the same sheet; null where it has no other.</summary>
    private LabelSpot? Other(LabelSpot spot)
    {
        var others = labels.FindAll(one => one.Sheet == spot.Sheet && one != spot);
        return others.Count == 0 ? null : others[random.Next(others.Count)];
    }

    private string Added(string text, string[] words)
    {
        var word = words[random.Next(words.Length)];
        return random.Next(2) == 0 ? $"{text} {word}" : $"{word} {text}";
    }

    private string WithoutWord(string text)
    {
        var words = text.Split(' ').ToList();
        words.RemoveAt(random.Next(words.Count));
        return string.Join(' ', words);
    }

    private string Typo(string text)
    {
        if (text.Length < 2)
        {
            return text + "q";
        }

        var at = random.Next(text.Length - 1);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
            _ => string.Concat(text.AsSpan(0, at), Near(text[at]), text.AsSpan(at + 1)),
        };
    }

    private string Near(char c) =>
        char.IsAsciiDigit(c) ? random.Next(10).ToString(CultureInfo.InvariantCulture)
        : c is >= 'а' and <= 'я' ? ((char)('а' + random.Next(32))).ToString()
        : ((char)('a' + random.Next(26))).ToString();
}
