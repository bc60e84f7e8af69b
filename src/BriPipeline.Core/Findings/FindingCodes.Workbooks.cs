namespace BriPipeline.Core.Findings;

/// <summary>What can be wrong with a file before anything in it is understood.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode WorkbookEmpty = new(
        "workbook-empty",
        Severity.RejectWorkbook,
        "Empty file",
        "The file holds no data.",
        "Upload it again; the transfer may have failed."
    );

    public static readonly FindingCode WorkbookOversized = new(
        "workbook-oversized",
        Severity.RejectWorkbook,
        "File too large",
        "{0} {1} MB; at most {2} MB are read.",
        "Split the workbook, or save it without unused sheets, pictures and formatting."
    );

    public static readonly FindingCode WorkbookHoldsTooMuch = new(
        "workbook-holds-too-much",
        Severity.RejectWorkbook,
        "Workbook too large",
        "The file holds more {0} than are read: at most {1}.",
        "Delete sheets, rows and columns outside the tables, or split the file, and upload it again."
    );

    public static readonly FindingCode ReadingOverBudget = new(
        "reading-over-budget",
        Severity.RejectWorkbook,
        "Takes too long to read",
        "Reading the file takes more than a file of its size may: {0} seconds of processor time, {1} MB of memory.",
        "Delete sheets, rows and columns outside the tables, or split the file, and upload it again."
    );

    public static readonly FindingCode SheetOversized = new(
        "sheet-oversized",
        Severity.RejectWorkbook,
        "Sheet too large",
        "Sheet \"{0}\" holds something as far out as {1}: more cells than are read.",
        "Delete the rows and columns outside the table and save the workbook again."
    );

    public static readonly FindingCode WorkbookPasswordProtected = new(
        "workbook-password-protected",
        Severity.RejectWorkbook,
        "Password-protected",
        "The workbook is encrypted with a password.",
        "Save it without a password and upload it again."
    );

    public static readonly FindingCode WorkbookDamaged = new(
        "workbook-damaged",
        Severity.RejectWorkbook,
        "Damaged file",
        "The file begins as {0} but cannot be read to its end ({1}).",
        "Open it in a spreadsheet program, save it again and upload it."
    );

    public static readonly FindingCode WorkbookFormatNotRead = new(
        "workbook-format-not-read",
        Severity.RejectWorkbook,
        "Format not read",
        "The file is {0}.",
        "Save it as .xlsx, .xls, .ods, .csv or an HTML table and upload it again."
    );

    public static readonly FindingCode WorkbookFormatUnknown = new(
        "workbook-format-unknown",
        Severity.RejectWorkbook,
        "Format unknown",
        "The file is neither a workbook nor text (it begins with the bytes {0}).",
        "Save it as .xlsx, .xls, .ods, .csv or an HTML table and upload it again."
    );

    public static readonly FindingCode WorkbookEncodingUnknown = new(
        "workbook-encoding-unknown",
        Severity.RejectWorkbook,
        "Text encoding unknown",
        "The text is neither UTF-8 nor UTF-16, and in no older encoding do its letters make known words.",
        "Save it as UTF-8 and upload it again."
    );

    public static readonly FindingCode EncodingDoubtful = new(
        "encoding-doubtful",
        Severity.Warning,
        "Encoding in doubt",
        "The text was read as {0}; read as {1} it would make sense as well, but names in it would differ: {2}.",
        "Check the names, or save the text as UTF-8 and upload it again."
    );

    public static readonly FindingCode WorkbookQuoteOpen = new(
        "workbook-quote-open",
        Severity.RejectWorkbook,
        "Quotation mark never closed",
        "A field opens with a quotation mark in line {0} that is never closed, so the lines after it cannot be told apart.",
        "Close or double the quotation mark and upload the file again."
    );

    public static readonly FindingCode TextCutOff = new(
        "text-cut-off",
        Severity.RejectWorkbook,
        "File that ends inside a table",
        "The file ends inside its table, at this cell: it was truncated in transfer. No figure of that row is stored, even if the rest is accepted.",
        "Save or download the file again; if it is whole, end its last line with a line break, or a page's table with </table>."
    );

    public static readonly FindingCode WorkbookWithoutTable = new(
        "workbook-without-table",
        Severity.RejectWorkbook,
        "No table",
        "The page holds no table.",
        "Upload the page that shows the figures, or save the table as .xlsx or .csv."
    );

    public static readonly FindingCode RowFieldsDiffer = new(
        "row-fields-differ",
        Severity.RejectCell,
        "Row with another number of fields",
        "Line {0} has {1} fields where the others have {2}: a field is missing, or a delimiter inside one is not quoted, so that its figures may stand in wrong columns; none of them was stored.",
        "Complete the line, or put the field that holds the delimiter into quotation marks; in an annotated copy put its figures into their columns and remove the \"?\" before them."
    );

    public static readonly FindingCode RecordsExceedHeader = new(
        "records-exceed-header",
        Severity.RejectWorkbook,
        "Rows longer than their header",
        "{0} rows, the first of them in line {1}, have more fields ({2}) than the header in line {3} ({4}): the header lacks a field, or a delimiter inside a field, as in 1,234, is not quoted. No figure can be assigned to a column.",
        "Complete the header, or put fields that hold the delimiter into quotation marks, and upload the file again."
    );

    public static readonly FindingCode TextUnended = new(
        "text-unended",
        Severity.Note,
        "Last line without a line break",
        "The last line, {0}, is not ended by a line break: if the file was truncated in transfer, this cell may lack digits, and lines after it are missing.",
        "Nothing to do if this is the last line and whole."
    );

    public static readonly FindingCode ErrorCellsUnknown = new(
        "error-cells-unknown",
        Severity.Warning,
        "Errors read as blanks",
        "The inner records of the file could not be followed ({0}), so cells with errors such as #N/A may have been read as blanks.",
        "Save the workbook as .xlsx and upload it again to be sure."
    );

    public static readonly FindingCode CellsDamaged = new(
        "cells-damaged",
        Severity.RejectCell,
        "Damaged cells",
        "{0} cells hold a value that their type does not allow; the first is {1}: {2}. They are read as errors and no figure of them is stored.",
        "Open the workbook in a spreadsheet program, enter these cells again and save it."
    );

    public static readonly FindingCode CellsStruckOut = new(
        "cells-struck-out",
        Severity.Warning,
        "Cells struck out",
        "{0} cells are struck out, the first of them {1}. They are read as errors and no figure of them is stored.",
        "Delete what is struck out, or remove the strikethrough if the figures are valid."
    );

    public static readonly FindingCode CellTextsTooLong = new(
        "cell-texts-too-long",
        Severity.RejectCell,
        "Texts too long",
        "{0} cells hold more than 32,767 characters, which no spreadsheet program writes, the first of them {1}. They are read as errors.",
        "Shorten the text, or move it into a document of its own."
    );

    public static readonly FindingCode FormulaWithoutValue = new(
        "formula-without-value",
        Severity.Warning,
        "Formula without value",
        "{0} formulas hold no computed value; the cells are read as blanks.",
        "Open the workbook in a spreadsheet program, let it calculate, save it and upload it again."
    );

    public static readonly FindingCode ImportFailed = new(
        "import-failed",
        Severity.RejectWorkbook,
        "Import failed",
        "The file may be good, but every try to store it failed, the last time because of: {0}",
        "Tell whoever runs the program; once the fault is repaired, press \"Read it again\" on the page of the upload. Nothing has to be uploaded again."
    );
}
