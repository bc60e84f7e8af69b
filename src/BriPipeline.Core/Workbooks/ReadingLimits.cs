namespace BriPipeline.Core.Workbooks;

/// <summary>How much is read before a file is refused as oversized.</summary>
internal static class ReadingLimits
{
    public const long Megabyte = 1024 * 1024;

    /// <summary>Bytes of the file as uploaded. A full .xlsx sheet of a million rows takes about 50 MB.</summary>
    public const long FileBytes = 200 * Megabyte;

    /// <summary>Bytes of all parts of an archive once inflated, as its directory states them.</summary>
    public const long InflatedBytes = 4096 * Megabyte;

    /// <summary>Real sheets deflate 10 to 30 times; past this ratio an archive is built to exhaust its reader.</summary>
    public const long InflationRatio = 300;

    /// <summary>Archives that inflate to less than this are read whatever their ratio.</summary>
    public const long HarmlessInflatedBytes = 64 * Megabyte;

    /// <summary>Bytes of an HTML page: its document is held in memory whole.</summary>
    public const long HtmlBytes = 32 * Megabyte;

    /// <summary>Cells of all sheets, each row counted from its first column to its last value: a sheet of a million rows has
    /// 16 columns. They take 8 bytes each.</summary>
    public const long Cells = 16L * 1_048_576;

    /// <summary>Cells from A1 to the last one with a value: every row of a sheet with 512 columns.</summary>
    public const long SheetCells = 512L * 1_048_576;

    /// <summary>Characters of a cell, the limit of Excel.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>Bytes of all texts in UTF-8.</summary>
    public const long TextBytes = 256 * Megabyte;

    public const int Sheets = 2_000;

    /// <summary>Different texts of an .xlsx: two columns of a full sheet that repeat none.</summary>
    public const int SharedTexts = 2 * 1_048_576;

    /// <summary>Fields and line breaks of a text, blank ones too: no cell is kept of those, and all are looked at.</summary>
    public const long Fields = 2 * Cells;

    /// <summary>Entries of an archive: a sheet and its comments, drawings and settings for each of <see cref="Sheets"/>.</summary>
    public const int Entries = 20_000;

    /// <summary>Files that are taken from one archive, each as one of its own.</summary>
    public const int ArchivedFiles = 1_000;

    /// <summary>Bytes of them once inflated: they are written where uploads lie.</summary>
    public const long ArchivedBytes = 1024 * Megabyte;

    /// <summary>Columns of a sheet of an .xlsx, and of a page's table or a text's line, which have no limit of their own.</summary>
    public const int Columns = 16_384;
}
