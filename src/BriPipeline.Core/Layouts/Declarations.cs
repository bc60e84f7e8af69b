using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Lines of a key and its value, in two cells or with a colon between them: "Partner: China", "Years | 2023". A key
/// names one dimension and nothing else; a value must be one of that dimension's.</summary>
internal static class Declarations
{
    private static readonly Dictionary<string, Dimension> Keys = new(StringComparer.Ordinal)
    {
        ["reporter"] = Dimension.Reporter,
        ["partner"] = Dimension.Partner,
        ["area"] = Dimension.Partner,
        ["flow"] = Dimension.Flow,
        ["commodity"] = Dimension.Commodity,
        ["commodity-code"] = Dimension.Commodity,
        ["unit"] = Dimension.Unit,
        ["period"] = Dimension.Period,
        ["year"] = Dimension.Period,
        ["month"] = Dimension.Period,
        ["quarter"] = Dimension.Period,
    };

    /// <summary>A longer text is no name of a dimension.</summary>
    private const int MaxKeyLength = 80;

    /// <summary>A longer sheet is no list of parameters.</summary>
    private const int MaxLines = 200;

    /// <summary>What the lines of some rows declare; the heading of each label is its key.</summary>
    public static IEnumerable<Label> In(Sheet sheet, int firstRow, int lastRow, Reach reach, CellEvidence evidence)
    {
        for (var row = firstRow; row <= lastRow; row++)
        {
            if (
                Pair(sheet, row) is var (key, value, column)
                && Of(key, value, reach, new(row, column), evidence) is { } label
            )
            {
                yield return label;
            }
        }
    }

    /// <summary>Those in lines of a page above its table.</summary>
    public static IEnumerable<Label> In(IEnumerable<string> lines, CellEvidence evidence) =>
        lines
            .Select(line => Pair(line) is var (key, value) ? Of(key, value, Reach.Caption, null, evidence) : null)
            .OfType<Label>();

    private static Label? Of(string key, string value, Reach reach, CellAddress? place, CellEvidence evidence) =>
        DimensionOf(key, evidence) is { } dimension && IsValueOf(dimension, value, evidence)
            ? new(dimension, LabelKind.Words, value, reach, place, key)
            : null;

    /// <summary>Whether a sheet holds such lines and no table: several dimensions, each once, and no figures.</summary>
    public static bool Fill(Sheet sheet, CellEvidence evidence)
    {
        if (sheet.RowCount > MaxLines || Enumerable.Range(1, sheet.RowCount).Any(row => Filled(sheet, row).Count > 2))
        {
            return false;
        }

        var declared = In(sheet, 1, sheet.RowCount, Reach.OtherSheet, evidence)
            .Select(label => label.Dimension)
            .ToList();
        return declared.Count > 1
            && declared.Distinct().Count() == declared.Count
            && !Enumerable.Range(1, sheet.RowCount).Any(row => HoldsFigure(sheet, row, evidence));
    }

    /// <summary>A number beside a period or a name of an area is a figure and no parameter.</summary>
    private static bool HoldsFigure(Sheet sheet, int row, CellEvidence evidence) =>
        Pair(sheet, row) is var (key, value, column)
        && CellEvidence.IsNumber(sheet[row, column])
        && (NumberText.IsNumber(key) || evidence.Of(key).Areas.Count > 0 || NamesPeriod(key, evidence));

    /// <summary>"Year" alone is a key; "2023" and "January" are not.</summary>
    private static bool NamesPeriod(string key, CellEvidence evidence) =>
        evidence.Of(key).Periods.Any(part => part is not { Year: null, FirstMonth: 1, LastMonth: 12 });

    /// <summary>A row's key and value, with the column of the value; null where it holds anything else.</summary>
    private static (string Key, string Value, int Column)? Pair(Sheet sheet, int row)
    {
        var filled = Filled(sheet, row);
        if (filled.Count is 0 or > 2 || sheet[row, filled[0]] is not { Kind: CellKind.Text or CellKind.Number } first)
        {
            return null;
        }

        var text = first.Raw;

        if (filled.Count == 2)
        {
            return (text.Trim().TrimEnd(':', '：').TrimEnd(), sheet[row, filled[1]].Raw.Trim(), filled[1]);
        }

        return Pair(text) is var (name, own) ? (name, own, filled[0]) : null;
    }

    private static (string Key, string Value)? Pair(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '：');
        // A line in brackets is a remark, as "(Chapter 5: Commerce and Industry)" is of the book.
        return colon < 0 || line.AsSpan(0, colon).TrimStart() is ['(' or '[', ..]
            ? null
            : (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    /// <summary>The first three columns of a row that hold something.</summary>
    private static List<int> Filled(Sheet sheet, int row)
    {
        var filled = new List<int>();
        for (var column = 1; column <= sheet.LastColumn(row) && filled.Count < 3; column++)
        {
            if (!sheet[row, column].IsBlank)
            {
                filled.Add(column);
            }
        }

        return filled;
    }

    private static Dimension? DimensionOf(string key, CellEvidence evidence)
    {
        if (key.Length is 0 or > MaxKeyLength || evidence.Of(key).Unexplained.Count > 0)
        {
            return null;
        }

        var found = evidence.Of(key);
        var codes = found.Terms.Where(term => term.Kind != TermKind.Filler).ToList();
        // "Chapter 5" is one of a book, and no name of a dimension.
        return
            codes.Count > 0
            && found.Areas.Count == 0
            && key.Index()
                .All(c =>
                    !char.IsAsciiDigit(c.Item)
                    || codes.Exists(term => term.Start <= c.Index && c.Index < term.Start + term.Length)
                )
            && codes.TrueForAll(term => term.Kind == TermKind.Dimension && Keys.ContainsKey(term.Code))
            && codes.Select(term => Keys[term.Code]).Distinct().ToList() is [var dimension]
            ? dimension
            : null;
    }

    private static bool IsValueOf(Dimension dimension, string value, CellEvidence evidence) =>
        value.Length > 0
        && dimension switch
        {
            Dimension.Reporter or Dimension.Partner => evidence.Of(value).Areas.Count == 1,
            Dimension.Flow => evidence.Of(value).Has(TermKind.Flow) && evidence.Of(value).Unexplained.Count == 0,
            Dimension.Unit => evidence.Of(value).Has(TermKind.Unit) || evidence.Of(value).Has(TermKind.Multiplier),
            Dimension.Period => PeriodText.Read(value).Count == 1,
            _ => value.Any(char.IsLetterOrDigit),
        };
}
