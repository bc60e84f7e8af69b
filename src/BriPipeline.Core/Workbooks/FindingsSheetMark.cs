namespace BriPipeline.Core.Workbooks;

/// <summary>The first cell of the list of findings that is put before the publisher's sheets: by it the list is told from them when
/// the workbook comes back.</summary>
public static class FindingsSheetMark
{
    public const string Text = "BriPipeline: findings · замечания";

    public static bool IsOn(Sheet sheet) => sheet[1, 1] is { Kind: CellKind.Text, Text: Text };
}
