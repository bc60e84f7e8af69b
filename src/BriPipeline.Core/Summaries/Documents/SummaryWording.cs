using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>What the sections of one document share: the summary, the texts of its language, and how figures are worded.</summary>
/// <param name="NameOf">The name of an area in the language of the texts.</param>
internal sealed record SummaryWording(MonthlySummary Summary, SummaryTexts Texts, Func<Area, string> NameOf)
{
    public SummaryFormat Format { get; } = new(Texts);

    public DocumentCells Cells { get; } = new(Texts, new(Texts));

    public string Unit => Format.Unit(Summary.Choice.Unit);

    public string Period => Format.Period(Summary.Period);

    /// <summary>As it is compared with.</summary>
    public string YearEarlier => Format.AgainstPeriod(Summary.YearEarlier);

    public RegisterWording Registers { get; } = new(Texts, new(Texts));

    public string this[string key] => Texts[key];

    public string Say(string key, params ReadOnlySpan<object?> arguments) => SummaryFormat.Fill(Texts[key], arguments);

    public HeadingBlock Heading(string key) => new(2, Texts[key]);

    public static TextBlock Plain(string text) => new(TextKind.Plain, TextRuns.Of(text));

    /// <summary>An amount of the summary's period and its change, each with the rows behind it.</summary>
    public IReadOnlyList<TextRun> Said(SummaryFigure? figure) => Said(figure, Summary.YearEarlier);

    public IReadOnlyList<TextRun> Said(SummaryFigure? figure, TimePeriod yearEarlier) =>
        figure is null ? TextRuns.Of(Texts["missing"])
        : figure.YearEarlier is null ? Amount(figure.Now.Value, figure.Now.Rows)
        : TextRuns.Fill(
            Texts[
                figure.Change switch
                {
                    { Multiple: null, Percent: > 0 } => "amountRose",
                    { Multiple: null, Percent: < 0 } => "amountFell",
                    _ => "amountWithChange",
                }
            ],
            Amount(figure.Now.Value, figure.Now.Rows),
            [new(Format.Change(figure.Change), Cells.Change(figure).Rows)],
            TextRuns.Of(Format.AgainstPeriod(yearEarlier)),
            [new(Format.Unsigned(figure.Change.Percent ?? 0), Cells.Change(figure).Rows)]
        );

    /// <summary>An amount within a sentence, in the power of ten that the language counts in.</summary>
    /// <param name="unit">Its unit where that is not the summary's.</param>
    public IReadOnlyList<TextRun> Amount(decimal value, IReadOnlyList<string> rows, string? unit = null) =>
        TextRuns.Fill(Texts["amount"], [new(Format.Amount(value), rows)], TextRuns.Of(UnitOf(unit)));

    public IReadOnlyList<TextRun> SignedAmount(decimal value, IReadOnlyList<string> rows, string? unit = null) =>
        TextRuns.Fill(Texts["amount"], [new(Format.SignedAmount(value), rows)], TextRuns.Of(UnitOf(unit)));

    /// <summary>Runs in one sentence, kept apart as the language does.</summary>
    public IReadOnlyList<TextRun> Listed(IEnumerable<IReadOnlyList<TextRun>> items) =>
        [.. items.SelectMany((item, index) => index == 0 ? item : [new TextRun(Texts["listSeparator"]), .. item])];

    public string Text(SummaryAmount? amount) => amount is null ? Texts["missing"] : Format.Millions(amount.Value);

    public static decimal? InMillions(SummaryAmount? amount) => amount?.Value / SummaryFormat.Million;

    /// <summary>The rows behind amounts.</summary>
    public static IReadOnlyList<string> RowsOf(params IEnumerable<SummaryAmount?> amounts) =>
        [.. amounts.OfType<SummaryAmount>().SelectMany(amount => amount.Rows)];

    /// <summary>A month as the axis of a chart has room for: <c>07.23</c>.</summary>
    public string Short(TimePeriod month) =>
        SummaryFormat.Fill(
            Texts["monthShort"],
            month.First.Month.ToString("00", CultureInfo.InvariantCulture),
            (month.First.Year % 100).ToString("00", CultureInfo.InvariantCulture)
        );

    private string UnitOf(string? unit) => unit is null ? Unit : Format.Unit(unit);
}
