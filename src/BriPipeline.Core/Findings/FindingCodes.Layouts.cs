namespace BriPipeline.Core.Findings;

public static partial class FindingCodes
{
    public static readonly FindingCode NoTable = new(
        "no-table",
        Severity.RejectWorkbook,
        "No table of figures",
        "No sheet of the file holds a table of figures with labels.",
        "Check that this is the workbook with the data and that its figures are not in a picture or chart."
    );

    public static readonly FindingCode PinUnfit = new(
        "pin-unfit",
        Severity.RejectWorkbook,
        "Pinned layout does not fit",
        "The pinned layout of the source names {0}, which the workbook does not have; the table was not read.",
        "Correct the layout in reference/layouts, or remove it so that the workbook is recognised by its contents."
    );

    public static readonly FindingCode NoHeader = new(
        "no-header",
        Severity.RejectCell,
        "Columns without names",
        "Nothing stands over the columns of figures in rows {0} to {1}, so that what they count is not known.",
        "Add a header row that names each column."
    );

    public static readonly FindingCode NoLabels = new(
        "no-labels",
        Severity.Warning,
        "Rows without names",
        "No column of the table in rows {0} to {1} names a partner, a flow, a commodity or a period; it was passed over.",
        "If the table holds trade figures, add the column that says whose they are."
    );

    public static readonly FindingCode HeaderRepeated = new(
        "header-repeated",
        Severity.Note,
        "Header comes again",
        "The header comes again among the figures ({0} times, the first one here); the rows below were read as one table with those above, under the same title.",
        "Nothing to do if one table runs over several pages; if another table begins there, give it a title of its own."
    );

    public static readonly FindingCode HeaderUnexplained = new(
        "header-unexplained",
        Severity.RejectCell,
        "Heading not understood",
        "The words \"{0}\" over column {1} are not known, so that its figures cannot be told apart from others; the column was not stored.",
        "Name the column by flow, unit or period, or report the word so that it can be added to the list."
    );

    public static readonly FindingCode HeaderLimits = new(
        "header-limits",
        Severity.RejectCell,
        "Column of a part of the trade",
        "\"{0}\" says that the figures of column {2} are limited ({1}); the column was not stored.",
        "Nothing to do if the total has a column of its own."
    );

    public static readonly FindingCode HeaderReachUnclear = new(
        "header-reach-unclear",
        Severity.RejectCell,
        "Group heading of unclear reach",
        "The headings over groups of columns are not merged and do not start where the groups do, so that column {1} (\"{0}\") may belong to either; it was not stored.",
        "Merge each heading over its columns, or repeat it over each."
    );

    public static readonly FindingCode ColumnUnclear = new(
        "column-unclear",
        Severity.RejectCell,
        "Column of unclear meaning",
        "It is not clear what column {1} (\"{0}\") holds: {2}; no figure that depends on it was stored.",
        "Correct the heading, or name in a pinned layout what the column holds."
    );

    public static readonly FindingCode CaptionMeasures = new(
        "caption-measures",
        Severity.RejectWorkbook,
        "Title of growth, indices, prices or averages",
        "\"{0}\" announces figures that are not values of trade ({1}); the table was not stored.",
        "Nothing to do unless the table holds values of trade; then correct the title."
    );

    public static readonly FindingCode HiddenRead = new(
        "hidden-read",
        Severity.Note,
        "Hidden cells were read",
        "Some of the figures are hidden in the workbook ({0}); they were read like the others.",
        "Check that they are meant to be published."
    );

    public static readonly FindingCode ColumnNotStored = new(
        "column-not-stored",
        Severity.Note,
        "Column not stored",
        "Column {0} (\"{1}\") was read as {2} and not stored.",
        "Nothing to do unless it holds trade figures."
    );

    public static readonly FindingCode AreaColumnsUnclear = new(
        "area-columns-unclear",
        Severity.RejectCell,
        "Two columns of areas",
        "Columns {0} and {1} both name areas and often differ, and their headings do not say which is the reporter and which the partner.",
        "Name the columns \"reporter\" and \"partner\"."
    );

    public static readonly FindingCode CaptionLimits = new(
        "caption-limits",
        Severity.RejectWorkbook,
        "Title limits the figures",
        "\"{0}\" says that the figures are limited to {1}, and no column says of which commodity they are; they were not stored as the total.",
        "Add the commodity to the workbook or to the source's profile for these files."
    );

    public static readonly FindingCode CaptionRegion = new(
        "caption-region",
        Severity.RejectWorkbook,
        "Title names a part of a country",
        "\"{0}\" announces the trade of {1}, which is in no list of countries; as a part of one its figures are not the country's, and they were not stored.",
        "Upload the table of the whole country. If {1} limits nothing, or is a country, correct the title."
    );

    public static readonly FindingCode NoteLimits = new(
        "note-limits",
        Severity.Warning,
        "Note leaves something out",
        "The note \"{0}\" leaves out a part of the trade ({1}); the figures were stored as the publisher's totals.",
        "Nothing to do if the publisher's totals are wanted; else name the commodity in the source's profile."
    );

    public static readonly FindingCode RowShifted = new(
        "row-shifted",
        Severity.RejectCell,
        "Row with a cell too many",
        "The figure stands beyond the last heading while a column of figures is blank in its row: the cells of the row may stand a column too far; none of its figures was stored.",
        "Move the cells of the row below their headings."
    );

    public static readonly FindingCode CaptionUnexplained = new(
        "caption-unexplained",
        Severity.Warning,
        "Words of a title not understood",
        "The words \"{0}\" of a title or sheet name are not known; if they limit the figures, the figures stored are not the total.",
        "Check what they mean."
    );

    public static readonly FindingCode LayoutChanged = new(
        "layout-changed",
        Severity.Warning,
        "Layout differs from before",
        "The layout of the workbook differs from that of {0}, the last of its source: {1}.",
        "Check on the page how it was understood; nothing to do if the figures are right."
    );
}
