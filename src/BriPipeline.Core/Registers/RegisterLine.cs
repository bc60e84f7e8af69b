using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Registers;

/// <summary>One line of a sheet, asked for its values by the name of their column.</summary>
internal sealed class RegisterLine(RegisterReading reading, Sheet sheet, int row, Dictionary<string, int> columns)
{
    /// <summary>A row of a table holds 32,768 characters a property, as JSON writes them, and 1 MiB in all.</summary>
    private const int MaxTextLength = 5_000;

    private const string MaxText = "at most 5,000 characters";
    private const string MaxNames = "names that have at most 5,000 characters in all languages together";
    private const int ShownLength = 100;

    private bool isRefused;
    private bool isRefusedText;

    public bool IsBlank => columns.Values.All(column => sheet[row, column].IsBlank);

    public RegisterRow? Read(RegisterKind kind, string[] required)
    {
        foreach (var name in required.Where(name => Text(name) is null))
        {
            Refuse(FindingCodes.RegisterValueMissing, name, name);
        }

        if (isRefused)
        {
            return null;
        }

        var id = Text(RegisterColumns.Id)!;
        if (!SourceName.IsValid(id))
        {
            Refuse(
                FindingCodes.RegisterValueUnreadable,
                RegisterColumns.Id,
                id,
                "lower-case letters, digits and hyphens, at most 40"
            );
        }
        else if (!reading.IsNew(kind, id))
        {
            Refuse(FindingCodes.RegisterIdTwice, RegisterColumns.Id, id);
        }

        var read = new RegisterRow
        {
            Kind = kind,
            Id = id,
            Subjects = Subjects(),
            Names = Names(),
            Words = Words(),
            Flow = Flow(),
            Qualifier = Text(RegisterColumns.Qualifier),
            Amount = Number(RegisterColumns.Amount),
            Unit = Text(RegisterColumns.Unit),
            Year = Number(RegisterColumns.Year) is { } year ? (int)year : null,
            Period = Period(),
            Basis = Text(RegisterColumns.Basis),
            Place = Text(RegisterColumns.Place),
            Sector = Text(RegisterColumns.Sector),
            Status = Text(RegisterColumns.Status),
            Date = Date(RegisterColumns.Date),
            Until = Day(RegisterColumns.Until),
            Speaker = Text(RegisterColumns.Speaker),
            Source = Text(RegisterColumns.Source)!,
            SourceDate = Day(RegisterColumns.SourceDate) ?? default,
            Upload = reading.Upload,
            Sheet = sheet.Name,
            Cell = sheet.AddressOf(row, 1).ToString(),
        };
        return isRefused ? null : read;
    }

    private string? Text(string column)
    {
        if (!columns.TryGetValue(column, out var at) || sheet[row, at].Raw.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        var isError = sheet[row, at].Kind == CellKind.Error;
        if ((isError || text.Length > MaxTextLength) && !isRefusedText)
        {
            isRefusedText = true;
            Refuse(
                FindingCodes.RegisterValueUnreadable,
                column,
                Short(text),
                isError ? "a value instead of an error" : MaxText
            );
        }

        return text;
    }

    private static string Short(string text) => text.Length > ShownLength ? text[..ShownLength] + "…" : text;

    private string[] Subjects()
    {
        string[] subjects =
        [
            .. Text(RegisterColumns.Subjects)!.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries),
        ];
        foreach (var subject in subjects.Where(subject => !SummarySubject.TryParse(subject, out _)))
        {
            Refuse(
                FindingCodes.RegisterValueUnreadable,
                RegisterColumns.Subjects,
                subject,
                "a subject such as KAZ-CHN or 143-CHN"
            );
        }

        return subjects;
    }

    private SortedDictionary<string, string> Names()
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["en"] = Text(RegisterColumns.Name)!,
        };
        foreach (var language in RegisterColumns.Languages)
        {
            if (Text($"{RegisterColumns.Name} {language}") is { } name)
            {
                names.Add(language, name);
            }
        }

        if (JsonSerializer.Serialize(names).Length > KeyLimits.PropertyBytes / sizeof(char))
        {
            Refuse(FindingCodes.RegisterValueUnreadable, RegisterColumns.Name, Short(names["en"]), MaxNames);
        }

        return names;
    }

    private SortedDictionary<string, string> Words()
    {
        var words = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in RegisterColumns.Words)
        {
            foreach (var heading in RegisterColumns.Languages.Select(language => $"{column} {language}"))
            {
                if (Text(heading) is { } text)
                {
                    words.Add(heading, text);
                }
            }
        }

        return words;
    }

    private TimePeriod? Period()
    {
        if (Text(RegisterColumns.Period) is not { } text)
        {
            return null;
        }

        try
        {
            return TimePeriod.Parse(text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            Refuse(
                FindingCodes.RegisterValueUnreadable,
                RegisterColumns.Period,
                text,
                "a period such as 2022, 2022-07 or 2023-01--2023-07"
            );
            return null;
        }
    }

    private TradeFlow? Flow()
    {
        if (Text(RegisterColumns.Flow) is not { } text)
        {
            return null;
        }

        if (Enum.TryParse<TradeFlow>(text, out var flow) && flow is TradeFlow.T or TradeFlow.X or TradeFlow.M)
        {
            return flow;
        }

        Refuse(FindingCodes.RegisterValueUnreadable, RegisterColumns.Flow, text, "T, X or M");
        return null;
    }

    private decimal? Number(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0)
        {
            return number;
        }

        Refuse(FindingCodes.RegisterValueUnreadable, column, text, "a number in digits, without separators");
        return null;
    }

    private PartialDate? Date(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (PartialDate.TryParse(text, out var date))
        {
            return date;
        }

        Refuse(
            FindingCodes.RegisterValueUnreadable,
            column,
            text,
            "a date, or its text as 2023-09-07, 2023-09 or 2023"
        );
        return null;
    }

    private DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(FindingCodes.RegisterValueUnreadable, column, text, "a date, or its text as 2023-09-07");
        return null;
    }

    private void Refuse(FindingCode code, string column, params string[] arguments)
    {
        isRefused = true;
        reading.Add(code, sheet, row, columns[column], arguments);
    }
}
