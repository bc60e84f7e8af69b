namespace BriPipeline.Core.Findings;

/// <summary>What can be wrong with a file of a documented format.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode FormatRead = new(
        "format-read",
        Severity.Note,
        "Read by its documentation",
        "Read as {0}, by its documentation ({1}).",
        "Nothing to do."
    );

    public static readonly FindingCode FormatColumnUnknown = new(
        "format-column-unknown",
        Severity.Note,
        "Column not documented",
        "The documentation of {1} has no column \"{0}\"; it is ignored.",
        "Nothing to do if the column does not describe the figures; else pin the file's columns in the source's layout."
    );

    public static readonly FindingCode FormatColumnMissing = new(
        "format-column-missing",
        Severity.RejectWorkbook,
        "Column of a format is missing",
        "The sheet has most columns of {0} but not {1}, so it is not read as that format, and what its codes mean is not certain.",
        "Download the file again with all its columns, named as in the documentation."
    );

    public static readonly FindingCode FormatCodeUnknown = new(
        "format-code-unknown",
        Severity.RejectCell,
        "Code not in the list",
        "\"{0}\" in column \"{1}\" is in no code list of {2} (rows not stored: {3}).",
        "Correct the code, or pin the file's columns in the source's layout and say there what it means."
    );

    public static readonly FindingCode FormatHeadingUnknown = new(
        "format-heading-unknown",
        Severity.RejectCell,
        "Heading not in the list",
        "\"{0}\" in the heading of this column is in no code list of {1}; its figures are not stored.",
        "Correct the heading, or pin the file's columns in the source's layout."
    );

    public static readonly FindingCode FormatLineUnclear = new(
        "format-line-unclear",
        Severity.RejectCell,
        "Line above the table not understood",
        "\"{0}\" above the table is in no code list of {1}, or contradicts another line; the table is not read.",
        "Correct the line, or pin the file's columns in the source's layout."
    );

    public static readonly FindingCode FormatTableLeftOut = new(
        "format-table-left-out",
        Severity.Note,
        "Table without trade in goods",
        "By the documentation of {1}, \"{0}\" is not trade in goods; it is not stored.",
        "Nothing to do."
    );

    public static readonly FindingCode FormatSheetPassed = new(
        "format-sheet-passed",
        Severity.Note,
        "Sheet passed over",
        "Sheet \"{0}\" has no table of the format in which the others are written.",
        "Nothing to do if it repeats or explains the others."
    );

    public static readonly FindingCode FormatPartsLeftOut = new(
        "format-parts-left-out",
        Severity.Note,
        "Parts left out",
        "{1} rows are not stored because of their codes in column \"{0}\": {2}.",
        "Nothing to do: they are parts of other rows, or of a kind that is not stored. If the total is missing, download it too."
    );

    public static readonly FindingCode FormatFiguresMissing = new(
        "format-figures-missing",
        Severity.Note,
        "Figures missing or withdrawn",
        "{1} figures in column \"{0}\" are missing, suppressed or withdrawn by the publisher ({2}).",
        "Nothing to do."
    );

    public static readonly FindingCode FormatColumnsDisagree = new(
        "format-columns-disagree",
        Severity.RejectCell,
        "Columns disagree",
        "Column \"{0}\" contradicts another column of its row (rows not stored: {1}).",
        "Correct the column that is wrong."
    );

    public static readonly FindingCode FormatValueUnread = new(
        "format-value-unread",
        Severity.RejectCell,
        "Neither a number nor a known mark",
        "\"{0}\" is neither a number nor a missing mark of {1} (cells: {2}).",
        "Correct the cell."
    );

    public static readonly FindingCode FormatSaysNot = new(
        "format-says-not",
        Severity.RejectCell,
        "Something is not stated",
        "Read as {0}: neither the file nor the source's profile gives the {1} ({2} figures not stored).",
        "Give it in the source's profile, as \"reporter\" or among its \"defaults\"."
    );

    public static readonly FindingCode FormatRowsApart = new(
        "format-rows-apart",
        Severity.RejectCell,
        "Rows told apart by an unknown column",
        "Rows that agree in every documented column differ in column \"{0}\", which is not documented; none is stored ({1} figures).",
        "Download the file without that column, or pin the file's columns in the source's layout and say there which code of it is the total."
    );

    public static readonly FindingCode FormatRepeats = new(
        "format-repeats",
        Severity.Note,
        "Repeated figures",
        "{0} figures occur elsewhere in the file with equal values; each was stored once.",
        "Nothing to do."
    );

    public static readonly FindingCode FormatFileBroken = new(
        "format-file-broken",
        Severity.RejectWorkbook,
        "Exchange file is broken",
        "The file cannot be read: {0}",
        "Download the file again, or save it as CSV."
    );

    public static readonly FindingCode FormatPinWrong = new(
        "format-pin-wrong",
        Severity.RejectWorkbook,
        "Pinned columns are wrong",
        "The columns pinned for this source are described wrongly: {0}",
        "Correct the source's layout."
    );
}
