namespace BriPipeline.Core.Findings;

/// <summary>What figures of one workbook say against each other: their sizes, neighbours and periods. A slip of the source is
/// pointed out and never altered.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode PeriodCopied = new(
        "period-copied",
        Severity.Warning,
        "Period that repeats another",
        "{0} repeats {1} in {2} of {3} figures: one may be a copy of the other.",
        "Compare the column with the publication."
    );

    public static readonly FindingCode FigureRepeated = new(
        "figure-repeated",
        Severity.Note,
        "The same figure in two periods",
        "{0} is {1}, exactly as in {2} at {3}.",
        "Check whether it was copied."
    );

    public static readonly FindingCode PeriodGap = new(
        "period-gap",
        Severity.Warning,
        "Periods missing between others",
        "{0} follows {1} directly; nothing stands between {1} and {2}.",
        "Check whether a column or rows were left out."
    );

    public static readonly FindingCode SeriesGap = new(
        "series-gap",
        Severity.Warning,
        "Main partner missing in one period",
        "{0} has no figure or nil, between {1} in {2} and {3} in {4}.",
        "Check whether the figure was left out."
    );

    public static readonly FindingCode UnspecifiedJump = new(
        "unspecified-jump",
        Severity.Warning,
        "Jump in the share of unspecified partners",
        "Partners not specified make up {1} of the total of {0}, and at most {2} in the periods before.",
        "Check whether the publisher suppresses partners or did not recognise them."
    );

    public static readonly FindingCode PartnersShrunk = new(
        "partners-shrunk",
        Severity.Warning,
        "Fewer partners than before",
        "{0} names {1} countries with trade, where there were {2} before.",
        "Check whether the list was cut off."
    );

    public static readonly FindingCode UnitValueUnusual = new(
        "unit-value-unusual",
        Severity.Note,
        "Unit value out of line",
        "{0} gives {1}, where the other partners give about {2}.",
        "Check the unit of the value and of the quantity."
    );

    public static readonly FindingCode RateDiffers = new(
        "rate-differs",
        Severity.Warning,
        "Exchange rate out of line",
        "{0} is {1} and {2} at {3}: {4} for one, where the other partners give about {5}.",
        "Compare both figures with the publication; one is wrong or in another unit."
    );

    public static readonly FindingCode MonthsCumulative = new(
        "months-cumulative",
        Severity.RejectCell,
        "Months or cumulative figures",
        "{0} may also be {1}: every partner's figures only grow through the year, as cumulative figures do; they were not stored.",
        "Say in the header which it is: \"January–March\", or \"March\" in a table whose months fall too."
    );

    public static readonly FindingCode PeriodNotPublished = new(
        "period-not-published",
        Severity.Note,
        "Period not published yet",
        "{1} figures of {0} are printed as 0, after {2}, the last period with trade; they were taken as not published.",
        "Nothing to do; if there really was no trade, tell the publisher."
    );

    public static readonly FindingCode PeriodRepeated = new(
        "period-repeated",
        Severity.RejectCell,
        "Last period only repeats the one before",
        "{0} at the end of the table repeats {1} in every figure: it is not published yet; it was not stored.",
        "Upload the workbook again when the period is published."
    );

    public static readonly FindingCode YearToDate = new(
        "year-to-date",
        Severity.Warning,
        "Year that is only part of one",
        "{0} equals the sum of the published months and was read as {1}.",
        "Nothing to do."
    );

    public static readonly FindingCode YearIncomplete = new(
        "year-incomplete",
        Severity.RejectCell,
        "Year of which not all months are published",
        "{0} is neither a whole year, as some of its months are not published, nor the sum of those that are; it was not stored.",
        "Upload the workbook again when the year is complete."
    );

    public static readonly FindingCode FrequencyUnclear = new(
        "frequency-unclear",
        Severity.RejectCell,
        "Months, or longer periods named by a month",
        "No two months of these figures are consecutive, or their dates show a day, so they may stand for quarters, years or days ({0}; {1} figures not stored).",
        "Write quarters as 2023-Q1 and years as 2023; for months, write \"monthly\" in the title, or add a column \"Frequency\" with A, Q or M."
    );

    public static readonly FindingCode PeriodInFuture = new(
        "period-in-future",
        Severity.Warning,
        "Period in the future",
        "{1} figures of {0} are for a period that had not begun by {2}.",
        "Correct the period, or take the forecasts out of the workbook."
    );

    public static readonly FindingCode PeriodNotOver = new(
        "period-not-over",
        Severity.Warning,
        "Period that is not over",
        "{1} figures of {0} are for a period that was not over by {2}: they may cover only a part of it.",
        "Check the period; write a part of a year as its months, as in \"January–July\"."
    );

    public static readonly FindingCode ChecksLeftOut = new(
        "checks-left-out",
        Severity.Note,
        "Too large for sums and comparisons",
        "The file holds about {0} figures; sums, neighbours and earlier figures are compared in files of at most {1}.",
        "Upload a smaller part of it, one reporter or year, if you want it checked."
    );

    public static readonly FindingCode QuantityOfNothing = new(
        "quantity-of-nothing",
        Severity.RejectCell,
        "Quantity of 0 beside a value",
        "{0} is 0 while the value of the same trade is not; the quantity was taken as unknown and not stored.",
        "Nothing to do where the office prints 0 for quantities that it does not know; else correct the quantity."
    );

    public static readonly FindingCode CurrencyRedenominated = new(
        "currency-redenominated",
        Severity.RejectCell,
        "Currency that changed its size",
        "{0} is in a currency that changed from {2} to {1} in {3}, and the table shows periods before that; it does not say which is meant.",
        "State the currency of each period in the workbook by its code, or upload the periods separately."
    );

    public static readonly FindingCode GroupOfOtherDays = new(
        "group-of-other-days",
        Severity.RejectCell,
        "Group whose members are not certain",
        "\"{0}\" in {1} may mean the members of that time or those of today; the figure was not stored.",
        "Write the year of the composition behind the name (\"EU-27 (2020)\"), or give the name an alias in the profile."
    );
}
