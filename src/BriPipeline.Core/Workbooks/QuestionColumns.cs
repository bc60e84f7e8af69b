namespace BriPipeline.Core.Workbooks;

/// <summary>Where a question stands in the list of findings that is put before the publisher's sheets: by it a choice is found when
/// the workbook comes back.</summary>
internal static class QuestionColumns
{
    /// <summary>Begins the first cell of a question's row.</summary>
    public const string Mark = "?";

    /// <summary>The cell with the drop-down list.</summary>
    public const int Answer = 5;

    public const int Kind = 10;

    /// <summary>From here on the columns are hidden.</summary>
    public const int About = 12;

    public const int Files = 13;

    /// <summary>The choices, each in a column of its own.</summary>
    public const int FirstChoice = 14;

    public const int LastChoice = 60;

    /// <summary>A choice as the drop-down list shows it.</summary>
    public static string ChoiceOf(string code, string text) => $"{text} [{code}]";

    /// <summary>The code of a choice; the text itself where it is none.</summary>
    public static string CodeOf(string choice) =>
        choice.EndsWith(']') && choice.LastIndexOf('[') is >= 0 and var start ? choice[(start + 1)..^1] : choice;
}
