namespace BriPipeline.Core.Reports.Annotation;

/// <summary>What an annotated workbook says of itself, above its list of findings.</summary>
internal static class AnnotationRemarks
{
    public const string TooLarge =
        "The file is larger than 64 MB: its cells are not copied here. · Файл больше 64 МБ: его ячейки сюда не скопированы.";

    public const string NotReadable =
        "The file could not be read, so there are no cells to mark. · Файл не удалось прочитать, отмечать нечего.";

    private const string HowTo =
        "Mend the marked cells, save and upload this file. This sheet is not read, and marks may stay. · Исправьте отмеченные ячейки, сохраните и загрузите этот файл. Этот лист не читается, отметки можно оставить.";

    private const string Colours =
        "Red: not stored. Yellow: stored, look at it. Blue: a note. · Красное: не сохранено. Жёлтое: сохранено, проверьте. Синее: заметка.";

    private const string Copy =
        "This is a copy of the figures in a new workbook; the uploaded file itself is unchanged. · Это копия цифр в новой книге; сам загруженный файл не изменён.";

    private const string Macros = "Macros of the workbook are not kept. · Макросы книги не сохранены.";

    private const string Cut =
        "Not every finding has a comment of its own (at most 5,000 in a sheet); this list has all. · Не у каждого замечания есть своё примечание (не больше 5 000 на листе); в этом списке они все.";

    private const string LongList =
        "Only the first 100,000 findings are listed; findings.json has all. · Перечислены только первые 100 000 замечаний; все они в findings.json.";

    public static IEnumerable<string> Of(bool isCopy, bool hasMacros, bool isCut, bool isLong, string? remark)
    {
        yield return remark ?? HowTo;
        yield return Colours;
        if (isCopy && remark is null)
        {
            yield return Copy;
        }

        if (hasMacros)
        {
            yield return Macros;
        }

        if (isCut)
        {
            yield return Cut;
        }

        if (isLong)
        {
            yield return LongList;
        }
    }
}
