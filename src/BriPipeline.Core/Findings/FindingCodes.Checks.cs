namespace BriPipeline.Core.Findings;

/// <summary>What arithmetic, and what was stored before, say against figures that were read. A slip of the source is pointed
/// out and never altered.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode TotalDiffers = new(
        "total-differs",
        Severity.Warning,
        "Partners do not add up to the total",
        "{0} is {1}, but the partners add up to {2} (difference {3}), where most totals of the sheet agree with theirs. Periods like it: {4} ({5}).",
        "Compare the total and its partners with the publication; one of them has a slip."
    );

    public static readonly FindingCode TotalOfOneGroup = new(
        "total-of-one-group",
        Severity.RejectCell,
        "Total of all partners or of one group",
        "The total of {0} is exactly the sum of the {1} partners listed, all of which belong to {2}: it may be the total of that group or of all partners; it was not stored.",
        "Name in the title or in the row which total it is."
    );

    public static readonly FindingCode SharesAsValues = new(
        "shares-as-values",
        Severity.RejectCell,
        "Shares where values should stand",
        "Every total of {0} is exactly 100 and no figure is more: these are shares of it in per cent; they were not stored.",
        "Upload the table of values."
    );

    public static readonly FindingCode TotalIsNone = new(
        "total-is-none",
        Severity.RejectCell,
        "Total below its partners",
        "The total of {0} ({1}) is below one of its partners, as in most periods of the sheet: it is the total of something else; it was not stored.",
        "Check what the row counts and name it."
    );

    public static readonly FindingCode PartnerAboveTotal = new(
        "partner-above-total",
        Severity.Warning,
        "Partner above the total",
        "{0} is {1}, more than the total of all partners, {2} at {3}.",
        "Compare both with the publication; the unit or the decimal mark of one may be wrong."
    );

    public static readonly FindingCode PartnersExceedTotal = new(
        "partners-exceed-total",
        Severity.Warning,
        "Partners add up to more than the total",
        "The countries add up to {0} and the total is {1}; so it is in {2} of {3} columns or periods of the sheet.",
        "Check whether a partner is listed twice or is a group, and whether the total is that of all partners."
    );

    public static readonly FindingCode PartnersPartial = new(
        "partners-partial",
        Severity.Note,
        "Partners are some of all",
        "The countries listed make up {0} of the total, so that the total could not be proved.",
        "Nothing to do if the list is meant to be partial."
    );

    public static readonly FindingCode SumsNotAdditive = new(
        "sums-not-additive",
        Severity.Note,
        "Parts that do not add up, as their publisher says",
        "{0} is {1} and the partners add up to {2}, as in other totals of the sheet: the figures are seasonally adjusted, or the publisher says that they do not add up.",
        "Nothing to do."
    );

    public static readonly FindingCode GroupDiffers = new(
        "group-differs",
        Severity.Warning,
        "Members do not add up to their group",
        "{0} is {1}, but its members add up to {2} (difference {3}), where most other figures of the group agree with theirs. Periods like it: {4} ({5}).",
        "Compare the group and its members with the publication; one of them has a slip."
    );

    public static readonly FindingCode MemberAboveGroup = new(
        "member-above-group",
        Severity.Warning,
        "Member above its group",
        "{0} is {1}, more than its group {2}, {3} at {4}.",
        "Compare both with the publication."
    );

    public static readonly FindingCode MembersExceedGroup = new(
        "members-exceed-group",
        Severity.Note,
        "Group without some of its members",
        "The members of {0} add up to {1} and the row says {2}; so it is in {3} of {4} columns or periods: the publisher counts fewer members.",
        "Nothing to do: the row is stored as published and never compared across compositions."
    );

    public static readonly FindingCode GroupChanged = new(
        "group-changed",
        Severity.Warning,
        "Group with other members than before",
        "{0} does not add up from the same countries in {1} and {2}; left: {3}; joined: {4}.",
        "Do not compare the group's figures across the change."
    );

    public static readonly FindingCode TurnoverDiffers = new(
        "turnover-differs",
        Severity.Warning,
        "Exports and imports do not add up to turnover",
        "{0} is {1}, but exports and imports add up to {2} (difference {3}), where most of the sheet agrees. Periods like it: {4} ({5}).",
        "Compare the three figures with the publication; one of them has a slip."
    );

    public static readonly FindingCode ExportsDiffer = new(
        "exports-differ",
        Severity.Warning,
        "Domestic exports and re-exports do not add up to exports",
        "{0} is {1}, but domestic exports and re-exports add up to {2} (difference {3}), where most of the sheet agrees. Periods like it: {4} ({5}).",
        "Compare the three figures with the publication; one of them has a slip."
    );

    public static readonly FindingCode FlowsUnproved = new(
        "flows-unproved",
        Severity.Warning,
        "Flows that do not add up",
        "{0} differs from {1} in {2} of {3} figures of the sheet: a column may have the wrong name.",
        "Check the headings of the columns."
    );

    public static readonly FindingCode ImportsIdentical = new(
        "imports-identical",
        Severity.Warning,
        "Imports by origin and by consignment are the same",
        "All {0} figures of imports by country of consignment equal those by country of origin: one column may be a copy of the other.",
        "Compare both columns with the publication."
    );

    public static readonly FindingCode YearDiffers = new(
        "year-differs",
        Severity.Warning,
        "Shorter periods do not add up to the longer",
        "{0} is {1}, but the periods within it add up to {2} (difference {3}), where most of the sheet agrees. Periods like it: {4} ({5}).",
        "Compare them with the publication; one has a slip or was revised alone."
    );

    public static readonly FindingCode PeriodsUnproved = new(
        "periods-unproved",
        Severity.Note,
        "Periods that do not add up",
        "The {0} differ from the sum of their {1} in {2} cases; {3} most: {4} against {5}.",
        "Check whether one of them was revised without the other."
    );

    public static readonly FindingCode EvidenceDiffers = new(
        "evidence-differs",
        Severity.Warning,
        "Published share, growth or balance disagrees",
        "\"{0}\" is printed where {1} follows: {2}, for {3}, {4} at {5}; most of the column agrees.",
        "Compare the figure and the printed number with the publication; one of them has a slip."
    );

    public static readonly FindingCode ValueScale = new(
        "value-scale",
        Severity.Warning,
        "Figure of another size than its neighbours",
        "{0} is {1}, where the periods around it have some {2}: it looks like {3}.",
        "Compare it with the publication and correct the cell."
    );

    public static readonly FindingCode ColumnScale = new(
        "column-scale",
        Severity.Warning,
        "Column of another size than its neighbours",
        "{0} figures of {1} differ from the periods around them in the same way: they look like {2}.",
        "Check the unit of the column."
    );

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
        "Check if it was copied."
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
        "Partners not specified have {1} of the total of {0}, at most {2} in the periods before.",
        "Check whether partners are kept back or were not recognised by the publisher's system."
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
        "Value by quantity out of line",
        "{0} gives {1}, where the other partners give some {2}.",
        "Check the unit of the value and of the quantity."
    );

    public static readonly FindingCode RateDiffers = new(
        "rate-differs",
        Severity.Warning,
        "Two currencies that do not agree",
        "{0} is {1} and {2} at {3}: {4} for one, where the other partners give some {5}.",
        "Compare both figures with the publication; one has a slip or is in another unit."
    );

    public static readonly FindingCode MonthsCumulative = new(
        "months-cumulative",
        Severity.RejectCell,
        "Months or counts from January",
        "{0} may as well be {1}: the figures of every partner only grow through the year, as if counted from January; they were not stored.",
        "Say in the header which it is: \"January–March\", or \"March\" in a table whose months fall too."
    );

    public static readonly FindingCode PeriodNotPublished = new(
        "period-not-published",
        Severity.Note,
        "Period not published yet",
        "The {1} figures of {0} printed as 0 stand after {2}, the last period with trade; they were taken as not published.",
        "Nothing to do; if there really was no trade, say so to the publisher."
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
        "{0} equals the sum of the published months and was taken for {1}.",
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
        "Of the months of these figures none follows on another, or their dates show a day, so that they may name quarters, years or days ({0}; {1} figures not stored).",
        "Write quarters as 2023-Q1 and years as 2023; of months say \"monthly\" in the title, or add a column \"Frequency\" with A, Q or M."
    );

    public static readonly FindingCode PeriodInFuture = new(
        "period-in-future",
        Severity.Warning,
        "Period in the future",
        "The {1} figures of {0} are of a period that has not begun by {2}.",
        "Correct the period, or take the forecasts out of the workbook."
    );

    public static readonly FindingCode PeriodNotOver = new(
        "period-not-over",
        Severity.Warning,
        "Period that is not over",
        "The {1} figures of {0} are of a period that is not over by {2}: they may cover a part of it.",
        "Check the period; a part of a year is written as its months, as in \"January–July\"."
    );

    public static readonly FindingCode ChecksLeftOut = new(
        "checks-left-out",
        Severity.Note,
        "Too large for sums and comparisons",
        "The file holds about {0} figures; sums, neighbours and earlier figures are compared in files of at most {1}.",
        "Upload a smaller part of it, one reporter or year, if you want it checked."
    );

    public static readonly FindingCode SizeChanged = new(
        "size-changed",
        Severity.RejectWorkbook,
        "Figures of another size than before",
        "The figures of {0} are {1} times those of {2} ({3}; {4} compared, median): they look like another unit or currency; the file is held.",
        "Check the unit of the workbook and of the source's profile; accept the file if it is right."
    );

    public static readonly FindingCode LayoutChangedTotalFailed = new(
        "layout-changed-total-failed",
        Severity.RejectWorkbook,
        "New layout in which totals fail",
        "The source never used this layout before, and its sums fail: {0} The file is held.",
        "See how the sheets were understood; accept the file if that is right, else pin the layout."
    );

    public static readonly FindingCode RevisionLarge = new(
        "revision-large",
        Severity.Warning,
        "Large revision",
        "{0} was {1} ({2}) and is now {3}: {4}.",
        "Check whether the publisher announced it."
    );

    public static readonly FindingCode GrowthTurned = new(
        "growth-turned",
        Severity.Warning,
        "Growth turned by a revision",
        "{0} stood at {1} against the year before and is now at {2}.",
        "Check both revisions before the figure is quoted."
    );

    public static readonly FindingCode SeriesVanished = new(
        "series-vanished",
        Severity.Warning,
        "Partners that are no longer listed",
        "{1} partners of {0} that had trade in {3} ({4}) are not in the file: {2}.",
        "Check whether the list was cut off or the names changed."
    );

    public static readonly FindingCode MirrorGap = new(
        "mirror-gap",
        Severity.Note,
        "The partner reports otherwise",
        "{0} is {1}; {2} reports {3} for the same trade ({4}).",
        "Nothing to do: freight, timing and transit make such gaps, and both sides are stored."
    );

    public static readonly FindingCode ValueBeyondWorld = new(
        "value-beyond-world",
        Severity.RejectCell,
        "More than the whole world trades",
        "{0} would be {1} in a unit by which {2} is {3}, more than all countries export and import in a year; it was not stored.",
        "Check the unit and the power of ten that the workbook and the profile say."
    );

    public static readonly FindingCode QuantityOfNothing = new(
        "quantity-of-nothing",
        Severity.RejectCell,
        "Quantity of 0 beside a value",
        "{0} is 0 while the value of the same trade is not; the quantity was taken for not known and not stored.",
        "Nothing to do where the office prints 0 for quantities that it does not know; else correct the quantity."
    );

    public static readonly FindingCode CurrencyRedenominated = new(
        "currency-redenominated",
        Severity.RejectCell,
        "Currency that changed its size",
        "{0} is in a currency that changed from {2} to {1} in {3}, and the table shows periods before that; which is meant is not said.",
        "Say the currency of each period in the workbook by its code, or upload the periods apart."
    );

    public static readonly FindingCode GroupOfOtherDays = new(
        "group-of-other-days",
        Severity.RejectCell,
        "Group whose members are not certain",
        "\"{0}\" in {1} may be as many countries of that time or of today; the figure was not stored.",
        "Write the year of the composition behind the name (\"EU-27 (2020)\"), or give the name an alias in the profile."
    );
}
