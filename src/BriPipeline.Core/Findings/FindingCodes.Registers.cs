namespace BriPipeline.Core.Findings;

/// <summary>What is wrong in a workbook of registers.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode RegisterColumnMissing = new(
        "register-column-missing",
        Severity.RejectCell,
        "A register lacks a column",
        "No column of this sheet is headed '{0}', so none of its rows was stored.",
        "Add a column headed '{0}' in the first row."
    );

    public static readonly FindingCode RegisterColumnTwice = new(
        "register-column-twice",
        Severity.RejectCell,
        "A register has a column twice",
        "Two columns of this sheet are headed '{0}', so none of its rows was stored.",
        "Keep one column headed '{0}'."
    );

    public static readonly FindingCode RegisterValueMissing = new(
        "register-value-missing",
        Severity.RejectCell,
        "A register's row lacks a value",
        "The row has no {0} and was not stored.",
        "Fill in the {0}."
    );

    public static readonly FindingCode RegisterValueUnreadable = new(
        "register-value-unreadable",
        Severity.RejectCell,
        "A register's value cannot be read",
        "The text '{0}' cannot be read here, and its row was not stored.",
        "Write {1}."
    );

    public static readonly FindingCode RegisterIdTwice = new(
        "register-id-twice",
        Severity.RejectCell,
        "Two rows of a register have one id",
        "The id '{0}' stands in an earlier row of this register; this one was not stored.",
        "Give the row an id of its own."
    );

    public static readonly FindingCode RegisterSheetUnknown = new(
        "register-sheet-unknown",
        Severity.Warning,
        "Sheet of no register",
        "The sheet '{0}' is no register, and nothing was read from it.",
        "Name the sheet after what it holds: {1}."
    );

    public static readonly FindingCode RegisterColumnUnknown = new(
        "register-column-unknown",
        Severity.Warning,
        "Column of no register",
        "No register has a column '{0}'; it was not read.",
        "Use one of these headings: {1}."
    );
}
