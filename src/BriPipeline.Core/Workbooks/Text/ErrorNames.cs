namespace BriPipeline.Core.Workbooks.Text;

/// <summary>How spreadsheet programs print an error cell into text; the Russian names are those of Excel in Russian.</summary>
internal static class ErrorNames
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#Н/Д",
        "#ДЕЛ/0!",
        "#ЗНАЧ!",
        "#ССЫЛКА!",
        "#ИМЯ?",
        "#ЧИСЛО!",
        "#ПУСТО!",
    };

    public static bool Contains(string text) => text.Length > 0 && text[0] == '#' && All.Contains(text);
}
