namespace BriPipeline.Core.Findings;

public static partial class FindingCodes
{
    public static readonly FindingCode DimensionMissing = new(
        "dimension-missing",
        Severity.RejectCell,
        "Something is not stated",
        "Neither the table nor its title, sheet, file name or profile states the {0} of the figures in these cells ({1} in all).",
        "Answer the question, or add it to the workbook."
    );

    public static readonly FindingCode DimensionUnclear = new(
        "dimension-unclear",
        Severity.RejectCell,
        "More than one reading",
        "The {0} of this figure can be read in more than one way: {1} ({2} figures).",
        "Answer the question, or state in the workbook which is meant."
    );

    public static readonly FindingCode AreaUnknown = new(
        "area-unknown",
        Severity.RejectCell,
        "Name of an area not known",
        "\"{0}\" is not a country, region or group in any list ({1} figures not stored, the largest {2}). Names like it: {3}.",
        "Answer the question, or correct the name."
    );

    public static readonly FindingCode AreaUnclear = new(
        "area-unclear",
        Severity.RejectCell,
        "Name of an area not clear",
        "\"{0}\" may mean {1} ({2} figures not stored).",
        "Answer the question, or write the full name."
    );

    public static readonly FindingCode RestOfGroup = new(
        "rest-of-group",
        Severity.Note,
        "Residual of a group not stored",
        "\"{0}\" is what the listed members of {1} leave over, for which there is no code ({2} figures not stored).",
        "Nothing to do. If it is a group of the list, add the name to the aliases of the source."
    );

    public static readonly FindingCode AreaLabelsDisagree = new(
        "area-labels-disagree",
        Severity.RejectCell,
        "Names of one row disagree",
        "The labels of this row name different areas: {0} ({1} figures not stored).",
        "Correct the label that is wrong."
    );

    public static readonly FindingCode AreaLabelsCollide = new(
        "area-labels-collide",
        Severity.RejectCell,
        "Two names for one area",
        "The names of these figures all mean {0}: {1}; none was stored.",
        "Answer the question, or correct the name that is wrong."
    );

    public static readonly FindingCode CommodityUnknown = new(
        "commodity-unknown",
        Severity.RejectCell,
        "Commodity not understood",
        "\"{0}\" is neither a commodity code nor the total ({1} figures not stored).",
        "Give the commodity's code, of two to ten digits."
    );

    public static readonly FindingCode FlowUnknown = new(
        "flow-unknown",
        Severity.RejectCell,
        "Flow not understood",
        "\"{0}\" is not a trade flow ({1} figures not stored).",
        "Write exports, imports, re-exports or turnover."
    );

    public static readonly FindingCode RowNotStored = new(
        "row-not-stored",
        Severity.Note,
        "Row not stored",
        "\"{0}\" names a balance, a share or another measure and no trade flow ({1} figures not stored).",
        "Nothing to do unless these are trade figures."
    );

    public static readonly FindingCode UnitUnknown = new(
        "unit-unknown",
        Severity.RejectCell,
        "Unit not understood",
        "\"{0}\" is not a unit in any list ({1} figures not stored).",
        "Give the currency or unit by its usual name or code."
    );

    public static readonly FindingCode VariantUnclear = new(
        "variant-unclear",
        Severity.RejectCell,
        "Variant not understood",
        "Columns such as \"{0}\" tell series apart, and here \"{1}\" is not one variant ({2} figures not stored).",
        "Fill in the cell as the publisher would, or use a table with only one such column."
    );

    public static readonly FindingCode PeriodUnknown = new(
        "period-unknown",
        Severity.RejectCell,
        "Period not understood",
        "\"{0}\" is not a period, lacks its year, or contains other words ({1} figures not stored).",
        "Write the year with the month or quarter, and nothing else."
    );

    public static readonly FindingCode PeriodConflict = new(
        "period-conflict",
        Severity.RejectCell,
        "Two places disagree on the period",
        "For these figures {0} says {1}, and {2} says {3} ({4} figures not stored).",
        "Correct the one that is wrong, and upload the file again."
    );

    public static readonly FindingCode UnitConflict = new(
        "unit-conflict",
        Severity.RejectCell,
        "Two places disagree on the unit",
        "For these figures {0} says {1}, and {2} says {3} ({4} figures not stored).",
        "Correct the one that is wrong, or the profile, and upload the file again."
    );

    public static readonly FindingCode FlowConflict = new(
        "flow-conflict",
        Severity.RejectCell,
        "Two places disagree on the flow",
        "For these figures {0} says {1}, and {2} says {3} ({4} figures not stored).",
        "Correct the one that is wrong, or the profile, and upload the file again."
    );

    public static readonly FindingCode ReporterConflict = new(
        "reporter-conflict",
        Severity.RejectCell,
        "Workbook and profile disagree on the reporter",
        "For these figures {0} says {1}, and {2} says {3} ({4} figures not stored).",
        "Upload the file to the source it belongs to, or correct the profile."
    );

    public static readonly FindingCode MultiplierOverProfile = new(
        "multiplier-over-profile",
        Severity.Note,
        "Workbook and profile differ on the multiplier",
        "The workbook says 10^{0}, the profile 10^{1}; the workbook was followed.",
        "Correct the profile if it is wrong."
    );

    public static readonly FindingCode ValueMissingMarkUnclear = new(
        "mark-unclear",
        Severity.Warning,
        "A mark that may mean nil or missing",
        "\"{0}\" stands in place of {1} figures and nothing says whether it means nil; they were taken as missing.",
        "Answer the question, or add a legend to the workbook."
    );

    public static readonly FindingCode ValueNotNumber = new(
        "value-not-number",
        Severity.RejectCell,
        "Not a number",
        "\"{0}\" stands where a figure should and is not a number.",
        "Correct the cell."
    );

    public static readonly FindingCode ValueMarkUnclear = new(
        "decimal-mark-unclear",
        Severity.RejectCell,
        "Decimal mark not clear",
        "\"{0}\" can be read as {1} or as {2}, and no other figure of the table tells which.",
        "Store the figures as numbers."
    );

    public static readonly FindingCode ValueError = new(
        "value-error",
        Severity.RejectCell,
        "A formula failed here",
        "The cell holds the error {0} instead of a figure.",
        "Correct the formula, or enter the figure, and upload the file again."
    );

    public static readonly FindingCode ValueNegative = new(
        "value-negative",
        Severity.RejectCell,
        "Negative trade",
        "{0} is negative, which a value of trade cannot be.",
        "Correct the cell, or allow negative values in the source's profile."
    );

    public static readonly FindingCode ValueTooLarge = new(
        "value-too-large",
        Severity.RejectCell,
        "Number too large",
        "{0} times 10^{1} has more digits than can be kept exactly.",
        "Check the figure and its unit."
    );

    public static readonly FindingCode FiguresMissing = new(
        "figures-missing",
        Severity.Note,
        "Figures not published",
        "\"{0}\" stands in place of {1} figures; they were taken as missing.",
        "Nothing to do."
    );

    public static readonly FindingCode DimensionUnmodelled = new(
        "dimension-not-modelled",
        Severity.RejectCell,
        "A dimension that is not stored",
        "\"{0}\" in column \"{1}\" limits {2} figures to a part; only rows of the total are stored.",
        "Nothing to do if the total is in the file; else upload a table without this column."
    );

    public static readonly FindingCode StatusUnmodelled = new(
        "status-not-modelled",
        Severity.RejectCell,
        "Status of figures that are not stored",
        "The status \"{0}\" is unknown, or says that figures are forecasts or count another category too ({1} figures not stored).",
        "Nothing to do if these figures are not wanted; else correct the status."
    );

    public static readonly FindingCode HeadingForbids = new(
        "heading-forbids",
        Severity.RejectCell,
        "Heading above rows changes what they count",
        "The heading \"{0}\" limits the rows below it, announces figures that are not values of trade, or is not understood ({1} figures not stored).",
        "Nothing to do if these figures are not wanted; else report the heading so that it can be added to the list."
    );

    public static readonly FindingCode ValuePercent = new(
        "value-percent",
        Severity.RejectCell,
        "A percentage where a value should stand",
        "The cell is formatted as a percentage ({0}), which a value of trade never is.",
        "Correct the cell or its format."
    );

    public static readonly FindingCode ValueHidden = new(
        "value-hidden",
        Severity.RejectCell,
        "Figure hidden by its format",
        "The format {0} shows no digit of the number, so it is not published ({1} figures not stored).",
        "Nothing to do if the figures are confidential; else give the cells a format that shows them."
    );

    public static readonly FindingCode RowUnread = new(
        "row-unread",
        Severity.RejectCell,
        "Row not understood",
        "The row has a name and, in the columns of figures, the words \"{0}\", which are neither figures nor known marks; nothing of it was stored.",
        "Put figures, or marks with a legend, in place of the words, or delete the row."
    );

    public static readonly FindingCode ValueMerged = new(
        "value-merged",
        Severity.RejectCell,
        "One figure for several labels",
        "The cell is merged over rows or columns with labels of their own, so it belongs to none of them.",
        "Split the cell and give each its own figure, or merge the labels as well."
    );

    public static readonly FindingCode ValueScaled = new(
        "value-scaled",
        Severity.RejectCell,
        "Format that shows another number",
        "The format {0} shows a thousandth of the number or less, or digits of its own beside it, so it is unclear to which of the two the unit applies ({1} figures not stored).",
        "Give the cells a format without a comma behind its last digit and without digits in quotation marks, and the unit of what they then show."
    );

    public static readonly FindingCode FormatConflict = new(
        "format-conflict",
        Severity.RejectCell,
        "Format and headings disagree on the unit",
        "The cells are shown with \"{0}\" beside the number, while the headings say {1} ({2} figures not stored).",
        "Correct the format of the cells, or the unit in the headings."
    );

    public static readonly FindingCode NotePeriod = new(
        "note-period",
        Severity.Warning,
        "Note speaks of a part of the year",
        "The note \"{0}\" may mean that {1} is only partly covered; {2} figures were stored as those of the whole year.",
        "If so, name the months over the column and upload the workbook again."
    );

    public static readonly FindingCode DuplicateEqual = new(
        "duplicate-equal",
        Severity.Note,
        "The same figure twice",
        "{0} stands here and at {1} with the same value; the more precise was stored.",
        "Nothing to do."
    );

    public static readonly FindingCode DuplicateDiffers = new(
        "duplicate-differs",
        Severity.RejectCell,
        "Two different figures for one key",
        "{0} stands here more than once with different values: {1}; none was stored.",
        "Answer the question, or remove the figure that is wrong."
    );

    public static readonly FindingCode PartnerIsReporter = new(
        "partner-is-reporter",
        Severity.Note,
        "Partner is the reporter",
        "{0} trades with itself here: returned goods, or a mistake ({1} figures, stored).",
        "Check whether this is intended."
    );

    public static readonly FindingCode LeftOut = new(
        "left-out",
        Severity.Note,
        "Left out as answered",
        "The question about \"{0}\" was answered by leaving the figures out ({1} figures not stored).",
        "Withdraw the answer on the source's page if they are to be stored after all."
    );
}
