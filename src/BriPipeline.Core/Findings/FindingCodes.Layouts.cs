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

    public static readonly FindingCode HeaderUnexplained = new(
        "header-unexplained",
        Severity.RejectCell,
        "Heading not understood",
        "The words \"{0}\" over column {1} are not known, so that its figures cannot be told apart from others; the column was not stored.",
        "Name the column by flow, unit or period, or report the word so that it can be added to the list."
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

    public static readonly FindingCode CaptionUnexplained = new(
        "caption-unexplained",
        Severity.Warning,
        "Words of a title not understood",
        "The words \"{0}\" of a title or sheet name are not known; if they limit the figures, the figures stored are not the total.",
        "Check what they mean."
    );
}
