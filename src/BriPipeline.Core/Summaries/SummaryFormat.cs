using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>How numbers, periods and changes are written in a language: the one place where a value becomes text.</summary>
public sealed partial class SummaryFormat(SummaryTexts texts)
{
    public const decimal Million = 1_000_000m;

    private readonly NumberFormatInfo numbers = new()
    {
        NumberDecimalSeparator = texts["decimal"],
        NumberGroupSeparator = texts["group"],
    };

    /// <summary>Millions with one decimal; nil is <c>0</c>, less than half of a tenth <c>0.0</c>.</summary>
    public string Millions(decimal value) => value == 0 ? "0" : Write(value / Million, "#,##0.0;−#,##0.0;0.0");

    /// <summary>An amount within a sentence, in the power of ten that the language counts in: <c>2,763.0 million</c>, <c>27.63亿</c>.</summary>
    public string Amount(decimal value) =>
        AmountPower == MillionPower || value == 0
            ? Millions(value)
            : (value / (decimal)Math.Pow(10, AmountPower)).ToString("#,##0.00;−#,##0.00;0.00", numbers);

    /// <summary>The same with a sign.</summary>
    public string SignedAmount(decimal value) =>
        (
            value > 0 ? "+"
            : value < 0 ? "−"
            : ""
        ) + Amount(Math.Abs(value));

    /// <summary>Every decimal there is, in the power of ten that sentences count in: <c>40,000</c> million, <c>400</c>亿.</summary>
    public string Scaled(decimal value) => Exact(value / (decimal)Math.Pow(10, AmountPower));

    /// <summary>Every decimal there is; round sums of money in the power of ten that the language counts in, as <c>220亿</c>.</summary>
    public string Counted(decimal value, string? unit)
    {
        var scaled = value / (decimal)Math.Pow(10, AmountPower);
        return AmountPower != MillionPower && unit is { Length: 3 } && scaled >= 1 && scaled == decimal.Truncate(scaled)
            ? Fill(texts["amount"], Exact(scaled), "")
            : Exact(value);
    }

    private const int MillionPower = 6;

    private int AmountPower => int.Parse(texts["amountPower"], CultureInfo.InvariantCulture);

    /// <summary>The name of a currency or unit; its code where the language has none.</summary>
    public string Unit(string unit) => texts.Find("unit." + unit) ?? unit;

    /// <summary>A percentage without sign, for words that say the direction.</summary>
    public string Unsigned(decimal percent) => Fill(texts["percent"], Write(Math.Abs(percent), "#,##0.0"));

    /// <summary>Millions with a sign.</summary>
    public string SignedMillions(decimal value) => value == 0 ? "0" : Write(value / Million, "+#,##0.0;−#,##0.0;0.0");

    /// <summary>Every decimal there is.</summary>
    public string Exact(decimal value) =>
        value.ToString("#,##0.############################;−#,##0.############################;0", numbers);

    public string Share(decimal percent) => Write(percent, "#,##0.0;−#,##0.0;0.0");

    /// <summary>One decimal and a sign.</summary>
    public string Signed(decimal value) => Write(value, "+#,##0.0;−#,##0.0;0.0");

    /// <summary>Two decimals and a sign, as revisions are given.</summary>
    public string Signed2(decimal value) => value.ToString("+#,##0.00;−#,##0.00;0.00", numbers);

    public string Count(decimal count) => count.ToString("#,##0", numbers);

    /// <summary>As it stands in a heading: <c>2022</c>, <c>July 2023</c>, <c>January–July 2023</c>.</summary>
    public string Period(TimePeriod period) => Period(period, texts.Months, "");

    /// <summary>As it stands in a sentence: <c>in July 2023</c>.</summary>
    public string InPeriod(TimePeriod period) => Period(period, texts.MonthsIn, "In");

    /// <summary>As figures are compared with it: <c>(on) July 2022</c>.</summary>
    public string AgainstPeriod(TimePeriod period) => Period(period, texts.MonthsOn, "On");

    public string Day(DateOnly day) =>
        Fill(
            texts["day"],
            day.Day.ToString(CultureInfo.InvariantCulture),
            day.ToString("dd", CultureInfo.InvariantCulture),
            day.ToString("MM", CultureInfo.InvariantCulture),
            day.Year.ToString(CultureInfo.InvariantCulture),
            texts.Months[day.Month - 1]
        );

    /// <summary>A day, month or year, as exactly as it is known.</summary>
    public string Date(PartialDate date) =>
        date.IsDay ? Day(date.First)
        : date.IsMonth ? Period(TimePeriod.OfMonth(date.First.Year, date.First.Month))
        : Period(TimePeriod.OfYear(date.First.Year));

    /// <summary>As <c>+12.3 %</c>, <c>×11.9, +1,090 %</c>, <c>new</c> or <c>withheld</c>.</summary>
    public string Change(SummaryChange change) =>
        change switch
        {
            { Kind: ChangeKind.Signed, Difference: { } difference } => Fill(
                texts["difference"],
                SignedMillions(difference)
            ),
            { Multiple: { } multiple, Percent: { } percent } => Fill(
                texts["multiple"],
                Write(multiple, "#,##0.0"),
                Write(percent, "+#,##0")
            ),
            { Percent: { } percent } => Fill(texts["percent"], Signed(percent)),
            _ => texts[$"change.{change.Kind}"],
        };

    public static string Fill(string template, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, template, arguments);

    /// <summary>The stop of an abbreviation at the end of a sentence is the sentence's as well.</summary>
    public static string Closed(string text) => StopTwice().Replace(text, ".");

    [GeneratedRegex(@"(?<=\p{L})\.\.(?!\.)")]
    private static partial Regex StopTwice();

    private string Period(TimePeriod period, IReadOnlyList<string> lastMonths, string form)
    {
        var year = period.Last.Year.ToString(CultureInfo.InvariantCulture);
        // "From ... to" governs another case than "in"; what is compared with a range is compared with its end, or with both.
        var isRange = period.Frequency != Frequency.M;
        var isAgainst = form == "On" && period.First.Year == period.Last.Year;
        var last = (isRange && !isAgainst ? texts.Months : lastMonths)[period.Last.Month - 1];
        var first = (isAgainst ? texts.FirstMonthsOn : texts.Months)[period.First.Month - 1];
        return period.Frequency switch
        {
            Frequency.A => Fill(texts["year" + form], year),
            Frequency.M => Fill(texts["month" + form], last, year),
            _ when period.First.Year == period.Last.Year => Fill(texts["range" + form], first, last, year),
            _ => Fill(
                texts["ranges" + form],
                first,
                period.First.Year.ToString(CultureInfo.InvariantCulture),
                last,
                year
            ),
        };
    }

    /// <summary>Rounds half away from zero before printing, so that a sign never stands before a nil.</summary>
    private string Write(decimal value, string format) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString(format, numbers);
}
