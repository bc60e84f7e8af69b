using System.Globalization;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Reports;

/// <summary>The words of a report's page in one language.</summary>
public sealed record ReportTexts
{
    public static ReportTexts English { get; } =
        new()
        {
            Findings = FindingTexts.English,
            FileName = "report.html",
            Name = "English",
            Numbers = CultureInfo.InvariantCulture.NumberFormat,
            Title = "Import of {0}",
            Stored = "Stored as import {0} of {1}, edition {2}.",
            Held = "Held: nothing is stored until somebody accepts it.",
            Rejected = "Rejected: nothing is stored.",
            Source = "Source",
            Uploaded = "Uploaded",
            Read = "Figures read",
            Kept = "Figures not stored",
            FindingCount = "Findings",
            Added = "Added",
            Revised = "Revised",
            Retracted = "Retracted",
            Restored = "Restored",
            Unchanged = "Unchanged",
            ToCorrect = "What to mend",
            NothingToCorrect = "Nothing: every figure was read with certainty.",
            Annotated = "The annotated workbook {0} has them all at their cells.",
            Severities = ["Rejected: nothing of it is stored", "Not stored", "Stored, to be looked at", "Notes"],
            Kind = "{0}: {1} places",
            KindWithFigures = "{0}: {1} places, {2} figures",
            Place = "Place",
            WholeFile = "the file",
            Found = "As found",
            Wrong = "What is wrong",
            ToDo = "What to do",
            Changes = "Changes, largest first",
            Series = "Sum of changes by series",
            More = "and {0} more.",
            Reporter = "Reporter",
            Partner = "Partner",
            Flow = "Flow",
            Commodity = "Commodity",
            Unit = "Unit",
            Period = "Period",
            Change = "Change",
            Was = "Was",
            Is = "Is",
            Difference = "Difference",
            Frequency = "Frequency",
            Variant = "Variant",
            Figures = "Figures",
            Sum = "Sum",
            Kinds = new(StringComparer.Ordinal),
        };

    public static ReportTexts Russian { get; } =
        new()
        {
            Findings = FindingTexts.Russian,
            FileName = "report.ru.html",
            Name = "Русский",
            Numbers = new NumberFormatInfo { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," },
            Title = "Загрузка файла {0}",
            Stored = "Сохранено: загрузка {0} источника {1}, редакция {2}.",
            Held = "Задержано: ничего не сохраняется, пока кто-нибудь не примет файл.",
            Rejected = "Отклонено: ничего не сохранено.",
            Source = "Источник",
            Uploaded = "Загружен",
            Read = "Прочитано цифр",
            Kept = "Не сохранено цифр",
            FindingCount = "Замечаний",
            Added = "Добавлено",
            Revised = "Пересмотрено",
            Retracted = "Отозвано",
            Restored = "Восстановлено",
            Unchanged = "Без изменений",
            ToCorrect = "Что исправить",
            NothingToCorrect = "Ничего: каждая цифра прочитана наверняка.",
            Annotated = "В размеченной книге {0} все они стоят у своих ячеек.",
            Severities = ["Отклонено целиком", "Не сохранено", "Сохранено, проверьте", "Заметки"],
            Kind = "{0}: мест {1}",
            KindWithFigures = "{0}: мест {1}, цифр {2}",
            Place = "Место",
            WholeFile = "файл",
            Found = "Что стоит",
            Wrong = "Что не так",
            ToDo = "Что делать",
            Changes = "Изменения, сначала крупнейшие",
            Series = "Сумма изменений по рядам",
            More = "и ещё {0}.",
            Reporter = "Страна-составитель",
            Partner = "Партнёр",
            Flow = "Поток",
            Commodity = "Товар",
            Unit = "Единица",
            Period = "Период",
            Change = "Изменение",
            Was = "Было",
            Is = "Стало",
            Difference = "Разница",
            Frequency = "Частота",
            Variant = "Вариант",
            Figures = "Цифр",
            Sum = "Сумма",
            Kinds = new(StringComparer.Ordinal)
            {
                ["revised"] = "пересмотрено",
                ["precision"] = "уточнено",
                ["status"] = "статус",
                ["retracted"] = "отозвано",
                ["withdrawn"] = "изъято",
                ["suppressed"] = "закрыто",
                ["restored"] = "восстановлено",
            },
        };

    /// <summary>A page is written in each.</summary>
    public static IReadOnlyList<ReportTexts> All { get; } = [English, Russian];

    public required FindingTexts Findings { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string Language => Findings.Language;

    /// <summary>Of the page, beside <c>findings.json</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>The language's own name.</summary>
    public required string Name { get; init; }

    public required NumberFormatInfo Numbers { get; init; }
    public required string Title { get; init; }
    public required string Stored { get; init; }
    public required string Held { get; init; }
    public required string Rejected { get; init; }
    public required string Source { get; init; }
    public required string Uploaded { get; init; }
    public required string Read { get; init; }
    public required string Kept { get; init; }
    public required string FindingCount { get; init; }
    public required string Added { get; init; }
    public required string Revised { get; init; }
    public required string Retracted { get; init; }
    public required string Restored { get; init; }
    public required string Unchanged { get; init; }
    public required string ToCorrect { get; init; }
    public required string NothingToCorrect { get; init; }
    public required string Annotated { get; init; }

    /// <summary>Headings, the gravest severity first.</summary>
    public required IReadOnlyList<string> Severities { get; init; }
    public required string Kind { get; init; }
    public required string KindWithFigures { get; init; }
    public required string Place { get; init; }
    public required string WholeFile { get; init; }
    public required string Found { get; init; }
    public required string Wrong { get; init; }
    public required string ToDo { get; init; }
    public required string Changes { get; init; }
    public required string Series { get; init; }
    public required string More { get; init; }
    public required string Reporter { get; init; }
    public required string Partner { get; init; }
    public required string Flow { get; init; }
    public required string Commodity { get; init; }
    public required string Unit { get; init; }
    public required string Period { get; init; }
    public required string Change { get; init; }
    public required string Was { get; init; }
    public required string Is { get; init; }
    public required string Difference { get; init; }
    public required string Frequency { get; init; }
    public required string Variant { get; init; }
    public required string Figures { get; init; }
    public required string Sum { get; init; }

    /// <summary>Kinds of revision, by their English names; those that are not here keep them.</summary>
    public required Dictionary<string, string> Kinds { get; init; }
}
