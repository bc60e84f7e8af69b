using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Reads cells as evidence, each distinct text once.</summary>
internal sealed partial class CellEvidence(SourceProfile profile)
{
    /// <summary>What a cell of a workbook holds at most (Excel's specifications and limits). Only a page or a text can hold
    /// more, and nothing so long is the name of anything: it is not searched.</summary>
    private const int MaxLabelLength = 32_767;

    private static readonly TextEvidence Nothing = new("", _ => []);

    /// <summary>What was answered for the file at hand.</summary>
    public AnswerBook Book => profile.Book;

    /// <summary>The code of a series after which the file is named; null where none is.</summary>
    public string? SeriesOfFile { get; init; }

    /// <summary>The source's reporter; null where the profile names none.</summary>
    public Area? Reporter => profile.Reporter is { } code ? new Area(code) : null;

    /// <summary>The flow of the file's figures where nothing in it says another; null where the profile has none.</summary>
    public TradeFlow? DefaultFlow { get; init; }

    /// <summary>The month in which the source's years begin.</summary>
    public int FirstMonthOfYear => profile.FiscalYearStartsIn ?? 1;

    /// <summary>The calendar by which bare years count; null for ours.</summary>
    private string? calendar = profile.Calendar;

    private readonly SourceAreas areas = new(profile);
    private readonly Dictionary<string, TextEvidence> memo = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> spelled = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> missing = new HashSet<string>(
        [.. Vocabulary.Phrases("missing"), .. profile.Missing?.Keys ?? Enumerable.Empty<string>()],
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public TextEvidence Of(string text)
    {
        if (text.Length > MaxLabelLength)
        {
            return Nothing;
        }

        if (!memo.TryGetValue(text, out var evidence))
        {
            evidence = new(text, FindAreas);
            memo.Add(text, evidence);
        }

        return evidence;
    }

    private IReadOnlyList<Area> FindAreas(string text) =>
        areas.Find(UnitBeside(text) is { } unit ? text[..^unit.Length] : text);

    /// <summary>The cell as a label: a date as its format shows it, a text in whole words.</summary>
    public string TextOf(Cell cell) =>
        cell.Kind switch
        {
            CellKind.Date => TextLabels.DateText(cell),
            _ when calendar is not null
                    && WholeNumber(cell) is { } number
                    && Eras.Spell(number, calendar) is { } year => year,
            CellKind.Text => YearWithDecimal(cell) ?? Spelled(cell.Text!),
            _ => cell.Raw,
        };

    /// <summary>The year of "2021.0", as programs write a column of years with a gap in it; null for any other text.</summary>
    public static string? YearWithDecimal(Cell cell) =>
        cell is { Kind: CellKind.Text, Text: [.. { Length: 4 } year, '.', '0'] }
        && year[..2] is "19" or "20"
        && year.All(char.IsAsciiDigit)
            ? year
            : null;

    /// <summary>Takes the calendar of the years that the workbook's own words name, where the profile says none.</summary>
    public void TakeCalendar(Workbook workbook)
    {
        const int looked = 30;
        calendar ??= workbook
            .Sheets.SelectMany(sheet =>
                from row in Enumerable.Range(1, Math.Min(looked, sheet.RowCount))
                from column in Enumerable.Range(1, sheet.LastColumn(row))
                select sheet[row, column].Text
            )
            .OfType<string>()
            .Select(Eras.CalendarIn)
            .FirstOrDefault(found => found is not null);
        calendar ??= workbook
            .Sheets.SelectMany(sheet =>
                Enumerable.Range(1, Math.Min(looked, sheet.RowCount)).Select(row => (sheet, row))
            )
            .Select(place => UnknownCalendar.Answered(place.sheet, place.row, Book))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>The calendar by which a row of years over columns may count, where nothing says so.</summary>
    public Ask? AskOfCalendar(Sheet sheet, int row) => calendar is null ? UnknownCalendar.AskOf(sheet, row) : null;

    /// <summary>The whole number that a cell holds, a year of another calendar as the one of ours in which it begins.</summary>
    public int? YearOrNumber(Cell cell) =>
        WholeNumber(cell) is { } number ? (calendar is null ? null : Eras.BeginOf(number, calendar)) ?? number : null;

    /// <summary>Takes in what headings of a table say in words of their own.</summary>
    public void Expand(IEnumerable<KeyValuePair<string, string>> headings)
    {
        foreach (var (text, words) in headings)
        {
            // Where two tables explain one mark in two ways, it says both, and what it means is unclear.
            spelled[text] =
                spelled.TryGetValue(text, out var before) && !before.Contains(words, StringComparison.Ordinal)
                    ? $"{before} | {words}"
                    : words;
        }
    }

    /// <summary>What a text says in words of its own, where a table explains it.</summary>
    public string Respelled(string text) => spelled.GetValueOrDefault(text, text);

    private string Spelled(string text)
    {
        if (spelled.Count > 0 && spelled.TryGetValue(text, out var known))
        {
            return known;
        }

        foreach (var candidate in Spelling.Candidates(text))
        {
            // "Export…" begins a word that is joined of several too.
            if (Says(candidate) && (!Says(text) || Of(candidate).Terms.Count > Of(text).Terms.Count))
            {
                spelled.Add(text, candidate);
                return candidate;
            }
        }

        return text;
    }

    /// <summary>Whether every word of a text is known, and at least one says something.</summary>
    private bool Says(string text) =>
        Of(text) is var found
        && (found.Areas.Count > 0 || found.Periods.Count > 0 || found.Terms.Count > 0)
        && (found.Areas.Count > 0 || found.Periods.Count > 0 || found.Said.LeftOver.Count == 0);

    /// <summary>The bracket behind a name of an area that says nothing but its unit: "(thousand dollars)"; null where there
    /// is none.</summary>
    public static string? UnitBeside(string text)
    {
        var open = text.TrimEnd().EndsWith(')') ? text.LastIndexOf('(') : -1;
        return
            open > 0
            && ReadText.Of(text[open..]) is { Terms: { Count: > 0 } terms } bracket
            && terms.Any(term => term.Kind is TermKind.Unit or TermKind.Multiplier)
            && terms.All(term => term.Kind is TermKind.Unit or TermKind.Multiplier or TermKind.Filler)
            && bracket.LeftOver.Count == 0
            // "Hong Kong (SAR of China)" is a region, and no riyal.
            && bracket.Areas.Count == 0
            ? text[open..]
            : null;
    }

    public bool IsMissingMark(string text) => text.Length <= 8 && missing.Contains(text.AsSpan().Trim());

    public bool IsMissing(Cell cell) => cell.Kind == CellKind.Text && IsMissingMark(cell.Text!);

    public static bool IsNumber(Cell cell) => NumberText.IsNumber(cell);

    /// <summary>The whole number that a cell holds, as a number or as plain digits; null for any other.</summary>
    public static int? WholeNumber(Cell cell) =>
        cell.Kind switch
        {
            CellKind.Number when cell.Number is >= 0 and < 1e9 && cell.Number == Math.Floor(cell.Number) => (int)
                cell.Number,
            CellKind.Text when YearWithDecimal(cell) is { } year => int.Parse(year, CultureInfo.InvariantCulture),
            CellKind.Text
                when cell.Text!.Length <= 12
                    && int.TryParse(
                        NativeDigits.Plain(cell.Text).AsSpan().Trim(),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    ) => number,
            _ => null,
        };

    /// <summary>Whether a cell holds a whole number of any size, as codes of ten digits are.</summary>
    public static bool IsWhole(Cell cell) =>
        WholeNumber(cell) is not null
        || cell is { Kind: CellKind.Number, Number: >= 0 and < 1e15 } && cell.Number == Math.Floor(cell.Number)
        || cell is { Kind: CellKind.Text, Text: { Length: <= 15 } digits }
            && NativeDigits.Plain(digits).AsSpan().Trim().IndexOfAnyExceptInRange('0', '9') < 0;

    public static bool IsYear(Cell cell) => WholeNumber(cell) is >= 1900 and <= 2100;

    /// <summary>A text that stands in a figure's place and is no plain number: "(1.5)", "1.5E+03", "12.39 e", "2.5*".</summary>
    public bool IsMarkedFigure(Cell cell) =>
        cell.Kind == CellKind.Text
        && cell.Text!.Length <= 24
        && MarkedFigure().IsMatch(cell.Text)
        && !IsNumber(cell)
        && !DaysOfMonths.IsDate(cell.Text)
        && !Of(cell.Text).Periods.Any(part => part.Year is not null || part.Quarter is not null)
        && !PeriodText.HasMonthSign(cell.Text);

    [GeneratedRegex(
        @"^\s*[(<>≈~+\-−]?\s*\d[\d .,'’\u00a0\u2009\u202f]*([eE][+\-]?\d+)?\s*\)?\s*(\p{L}{1,2}(?!\p{L})|[*¹²³⁰⁴-⁹†‡]+|[(\[](\p{L}{1,2}|\d)[)\]])*\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MarkedFigure();

    /// <summary>A text in a figure's place that is none: a figure with a slip of the keyboard or damage in it, "4O5", "1;2",
    /// "? 4", or with a unit of its own, "5%", "5 USD".</summary>
    public bool IsSpoiltFigure(Cell cell) =>
        cell.Kind == CellKind.Text
        && cell.Text!.Length <= 24
        && !IsNumber(cell)
        && Of(cell.Text) is { Periods.Count: 0, Areas.Count: 0 } said
        && ((said.Terms.Count == 0 && SpoiltFigure().IsMatch(cell.Text)) || FigureWithUnit().IsMatch(cell.Text));

    [GeneratedRegex(
        @"^\s*[+\-\u2212]?\d[\d .,'’\u00a0\u202f]*(%|\p{Sc}|\p{L}{1,12}\.?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FigureWithUnit();

    /// <summary>A text in a figure's place that heads no column: it says nothing of trade, or is a number with a mark, a unit, a
    /// remark on how good it is or the number of a note: "500 (est.)", "see note 3".</summary>
    public bool ReplacesFigure(Cell cell) =>
        IsText(cell)
        && (
            IsSpoiltFigure(cell)
            || IsMarkedFigure(cell)
            || (
                Of(cell.Text!) is { Periods.Count: 0, Areas.Count: 0 } said
                && (
                    said.Terms.Count == 0
                    || (cell.Text!.Any(char.IsAsciiDigit) && said.Terms.All(term => IsRemark(term)))
                )
            )
        );

    private static bool IsRemark(Term term) =>
        term.Kind == TermKind.Filler
        || term is { Kind: TermKind.Dimension, Code: "note" or "remark" }
        || StatusText.OfWord(term.Code) is not null;

    /// <summary>A percentage in words, "5%": a share or a rate of growth, and never what a column of figures holds.</summary>
    public static bool IsPercentage(Cell cell) =>
        cell.Kind == CellKind.Text && cell.Text!.Length <= 24 && Percentage().IsMatch(cell.Text);

    [GeneratedRegex(@"^\s*[+\-\u2212]?\d[\d .,\u00a0\u202f]*%\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"^(?=.*\d)(?!.*\p{L}{3})", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SpoiltFigure();

    public static bool IsText(Cell cell) => cell.Kind == CellKind.Text && !NumberText.IsNumber(cell.Text!);
}
