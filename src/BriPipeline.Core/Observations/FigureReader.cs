using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations;

/// <summary>What a cell of figures holds.</summary>
/// <param name="Value">The number as published; null where there is none.</param>
/// <param name="Missing">Of a mark: why there is none.</param>
internal readonly record struct FigureReading(decimal? Value, ObservationStatus Status, MarkMeaning? Missing)
{
    public static FigureReading Of(decimal value, ObservationStatus status = ObservationStatus.A) =>
        new(value, status, null);
}

/// <summary>Cells to exact numbers and statuses, marks to their meaning; what is neither is a finding.</summary>
internal sealed class FigureReader(TableLayout table, SourceProfile profile)
{
    private readonly Lazy<char?> decimalMark = new(() => MarkOf(table.FigureTexts()) ?? Answered(profile.Book));
    private static readonly AskOption[] DecimalMarks = [new(".", Why.Common), new(",", Why.Common)];
    private static readonly AskOption[] MarkMeanings = [new("nil", Why.Common), new("missing", Why.Common)];

    private const string InCell = "cell";
    private const string Shown = "shown";
    private static readonly AskOption[] ScaledNumbers = [new(InCell, Why.Common), new(Shown, Why.Common)];

    private readonly Dictionary<int, char?> marksOfColumns = [];
    private readonly ShownNumbers shown = new();
    private string? lastFormat;
    private bool showsAnother;

    /// <summary>The number of a cell, or what its mark means; neither where the cell is refused, which is counted or found.</summary>
    public FigureReading Read(LabelledCell cell, FindingTally tally)
    {
        if (table.IsOfSeveral(cell.Address))
        {
            tally.Add(Finding.OfCell(FindingCodes.ValueMerged, table.Sheet, cell.Address));
            return default;
        }

        switch (cell.Value.Kind)
        {
            case CellKind.Error:
                tally.Add(Finding.OfCell(FindingCodes.ValueError, table.Sheet, cell.Address, cell.Value.Text!));
                return default;
            case CellKind.Number when shown.Hides(cell.Value):
                if (cell.Value.Number != 0)
                {
                    var hiding = cell.Value.NumberFormat!;
                    tally.Count(FindingCodes.ValueHidden, table.Sheet, hiding, cell.Address, hiding, "#");
                }

                return default;
            case CellKind.Number
                when cell.Value.NumberFormat is { } format && format.Contains('%', StringComparison.Ordinal):
                tally.Add(Finding.OfCell(FindingCodes.ValuePercent, table.Sheet, cell.Address, format));
                return default;
            case CellKind.Number when cell.Value is { Number: not 0, NumberFormat: { } scaled } && ShowsAnother(scaled):
                return Scaled(cell, scaled, tally);
            case CellKind.Text when !NumberText.IsNumber(cell.Value.Text!):
                return FigureMarks.Split(cell.Value.Text!) is var (number, status)
                    ? Number(cell, number, status, tally)
                    : Mark(cell, tally);
            case CellKind.Text:
                return Number(cell, cell.Value.Text!, ObservationStatus.A, tally);
            default:
                return Checked(cell, FigureText.Read(cell.Value, null), ObservationStatus.A, tally);
        }
    }

    /// <summary>Only a person knows whether the unit is of the number in the cell or of the one that its format shows.</summary>
    private FigureReading Scaled(LabelledCell cell, string format, FindingTally tally)
    {
        // Of digits that the format adds nobody knows what they mean.
        if (NumberFormatText.AddsDigits(format))
        {
            tally.Count(FindingCodes.ValueScaled, table.Sheet, format, cell.Address, format, "#");
            return default;
        }

        var power = NumberFormatText.HiddenPower(format);
        var ask = new Ask(QuestionKind.Contradiction, $"{format} 10^-{power}", ScaledNumbers) { Title = format };
        var number = FigureText.Read(cell.Value, null);
        switch (profile.Book.Find(ask))
        {
            case InCell:
                return Checked(cell, number, ObservationStatus.A, tally);
            case Shown:
                return Checked(cell, number / Precision.Power(power), ObservationStatus.A, tally);
            case Ask.LeaveOut:
                tally.Count(FindingCodes.LeftOut, table.Sheet, ask.About, cell.Address, ask.About, "#");
                return default;
            default:
                tally.Count(FindingCodes.ValueScaled, table.Sheet, format, cell.Address, ask, format, "#");
                return default;
        }
    }

    /// <summary>Cells of a column share the text of their format.</summary>
    private bool ShowsAnother(string format)
    {
        if (!ReferenceEquals(format, lastFormat))
        {
            (lastFormat, showsAnother) = (
                format,
                NumberFormatText.HidesThousands(format) || NumberFormatText.AddsDigits(format)
            );
        }

        return showsAnother;
    }

    private FigureReading Number(LabelledCell cell, string text, ObservationStatus status, FindingTally tally)
    {
        var mark = MarkOf(cell.Address.Column);
        if (mark is null && IsUnclear(text))
        {
            tally.Add(
                (
                    Finding.OfCell(
                        FindingCodes.ValueMarkUnclear,
                        table.Sheet,
                        cell.Address,
                        text,
                        Show(text, '.'),
                        Show(text, ',')
                    ) with
                    {
                        Ask = new(QuestionKind.Decimal, text, DecimalMarks),
                    }
                ).AsAnswered(profile.Book.Find(QuestionKind.Decimal, text))
            );
            return default;
        }

        return Checked(cell, NumberText.Read(text, mark ?? AnyMark(text)), status, tally);
    }

    private FigureReading Checked(LabelledCell cell, decimal? number, ObservationStatus status, FindingTally tally)
    {
        if (number is not { } value)
        {
            tally.Add(Finding.OfCell(FindingCodes.ValueNotNumber, table.Sheet, cell.Address, cell.Value.Raw));
            return default;
        }

        if (value < 0 && profile.AllowNegative != true)
        {
            tally.Add(Finding.OfCell(FindingCodes.ValueNegative, table.Sheet, cell.Address, cell.Value.Raw));
            return default;
        }

        var isBelowHalf =
            value == 0
            && cell.Value.Kind == CellKind.Text
            && table.Legend.GetValueOrDefault(cell.Value.Text!.Trim(), MarkMeaning.Nil) == MarkMeaning.NotSignificant;
        return FigureReading.Of(value, isBelowHalf ? ObservationStatus.N : status);
    }

    private static char? Answered(AnswerBook book) =>
        book.Find(QuestionKind.Decimal, "") switch
        {
            "." => '.',
            "," => ',',
            _ => null,
        };

    private static string Show(string text, char mark) =>
        NumberText.Read(text, mark)!.Value.ToString(CultureInfo.InvariantCulture);

    private static bool IsUnclear(string text) =>
        NumberText.Read(text, '.') is { } point && NumberText.Read(text, ',') is { } comma && point != comma;

    private static char AnyMark(string text) => NumberText.Read(text, '.') is not null ? '.' : ',';

    private FigureReading Mark(LabelledCell cell, FindingTally tally)
    {
        var text = cell.Value.Text!.Trim();
        switch (Meaning(text))
        {
            case MarkMeaning.Nil:
                return FigureReading.Of(0);
            case MarkMeaning.NotSignificant:
                return FigureReading.Of(0, ObservationStatus.N);
            case { } missing:
                tally.Count(FindingCodes.FiguresMissing, table.Sheet, text, cell.Address, text, "#");
                return new(null, ObservationStatus.A, missing);
        }

        if (table.IsMissingMark(text))
        {
            var ask = new Ask(QuestionKind.Mark, text, MarkMeanings);
            if (profile.Book.Find(ask) == Ask.LeaveOut)
            {
                tally.Count(FindingCodes.LeftOut, table.Sheet, text, cell.Address, text, "#");
            }
            else
            {
                tally.Count(FindingCodes.ValueMissingMarkUnclear, table.Sheet, text, cell.Address, ask, text, "#");
            }

            return new(null, ObservationStatus.A, MarkMeaning.Missing);
        }

        if (text.Length > 0)
        {
            tally.Add(Finding.OfCell(FindingCodes.ValueNotNumber, table.Sheet, cell.Address, text));
        }

        return default;
    }

    /// <summary>The meaning of a mark by the profile, else by the workbook's legend, else by common use; null where unsaid.</summary>
    private MarkMeaning? Meaning(string text) =>
        profile.Missing?.GetValueOrDefault(text) is { } said
            ? said == "nil"
                ? MarkMeaning.Nil
                : MarkMeaning.Missing
            : table.Legend.TryGetValue(Legend.Key(text), out var legend)
                ? legend
                : text is "…" or "..." || (text.Any(char.IsLetter) && table.IsMissingMark(text))
                    ? MarkMeaning.Missing
                    : null;

    /// <summary>What the figures of the column show, else those of the table.</summary>
    private char? MarkOf(int column)
    {
        if (!marksOfColumns.TryGetValue(column, out var mark))
        {
            mark = MarkOf(TextsOf(column)) ?? decimalMark.Value;
            marksOfColumns.Add(column, mark);
        }

        return mark;
    }

    private IEnumerable<string> TextsOf(int column) =>
        Enumerable
            .Range(table.FirstBodyRow, table.LastBodyRow - table.FirstBodyRow + 1)
            .Where(row => table.KindOf(row) == RowKind.Figures)
            .Select(row => table.Sheet[row, column].Text)
            .OfType<string>();

    private static char? MarkOf(IEnumerable<string> texts) =>
        NumberText.MarkOf(
            texts.Select(text => NumberText.IsNumber(text) ? text : FigureMarks.Split(text)?.Number).OfType<string>()
        );
}
