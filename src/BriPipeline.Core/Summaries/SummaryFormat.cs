using System.Globalization;
using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

/// <summary>How numbers, periods and changes are written in a language: the one place where a value becomes text.</summary>
public sealed class SummaryFormat(SummaryTexts texts)
{
    private const decimal Million = 1_000_000m;

    private readonly NumberFormatInfo numbers = new()
    {
        NumberDecimalSeparator = texts.DecimalSeparator,
        NumberGroupSeparator = texts.GroupSeparator,
    };

    /// <summary>Millions with one decimal; nil is <c>0</c>, less than half of a tenth <c>0.0</c>.</summary>
    public string Millions(decimal value) => value == 0 ? "0" : Write(value / Million, "#,##0.0;−#,##0.0;0.0");

    /// <summary>Millions with a sign.</summary>
    public string SignedMillions(decimal value) => value == 0 ? "0" : Write(value / Million, "+#,##0.0;−#,##0.0;0.0");

    /// <summary>Every decimal there is.</summary>
    public string Exact(decimal value) =>
        value.ToString("#,##0.############################;−#,##0.############################;0", numbers);

    public string Share(decimal percent) => Write(percent, "0.0");

    public string Period(TimePeriod period)
    {
        var year = period.First.Year.ToString(CultureInfo.InvariantCulture);
        return period.Frequency switch
        {
            Frequency.A => year,
            Frequency.M => Fill(texts.MonthOfYear, texts.Months[period.First.Month - 1], year),
            _ => throw new ArgumentOutOfRangeException(
                nameof(period),
                period,
                "Editions are made of months and years."
            ),
        };
    }

    /// <summary>As <c>+12.3 %</c>, <c>×11.9, +1,090 %</c>, <c>new</c> or <c>withheld</c>.</summary>
    public string Change(SummaryChange change) =>
        change switch
        {
            { Kind: ChangeKind.Signed, Difference: { } difference } => Fill(
                texts.Difference,
                SignedMillions(difference)
            ),
            { Multiple: { } multiple, Percent: { } percent } => Fill(
                texts.Multiple,
                Write(multiple, "#,##0.0"),
                Write(percent, "+#,##0")
            ),
            { Percent: { } percent } => Fill(texts.Percent, Write(percent, "+#,##0.0;−#,##0.0;0.0")),
            _ => texts.Changes[change.Kind],
        };

    public static string Fill(string template, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, template, arguments);

    /// <summary>Rounds half away from zero before printing, so that a sign never stands before a nil.</summary>
    private string Write(decimal value, string format) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString(format, numbers);
}
