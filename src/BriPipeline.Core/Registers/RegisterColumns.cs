using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Registers;

/// <summary>Which columns the sheets of registers have: the name of a sheet is its kind in the plural.</summary>
public static class RegisterColumns
{
    public const string Id = "id";
    public const string Subjects = "subjects";
    public const string Name = "name";
    public const string Flow = "flow";
    public const string Qualifier = "qualifier";
    public const string Amount = "amount";
    public const string Unit = "unit";
    public const string Year = "year";
    public const string Period = "period";
    public const string Basis = "basis";
    public const string Place = "place";
    public const string Sector = "sector";
    public const string Status = "status";
    public const string Date = "date";
    public const string Until = "until";
    public const string Speaker = "speaker";
    public const string Source = "source";
    public const string SourceDate = "source date";

    /// <summary>Languages that words may be given in beside English, as column <c>name ru</c>.</summary>
    public static readonly IReadOnlyList<string> Languages = ["ru", "kk", "zh"];

    /// <summary>Columns of words, beside the name, that may be given in those languages.</summary>
    public static readonly IReadOnlyList<string> Words = [Place, Sector, Status, Speaker];

    /// <summary>Without a value in each of these a row is refused.</summary>
    public static readonly IReadOnlyList<string> Required = [Id, Subjects, Name, Source, SourceDate];

    /// <summary>What a target cannot be measured without.</summary>
    public static readonly IReadOnlyList<string> RequiredOfTargets = [Amount, Unit, Year];

    public static readonly IReadOnlyDictionary<string, RegisterKind> Sheets = new Dictionary<string, RegisterKind>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["targets"] = RegisterKind.Target,
        ["projects"] = RegisterKind.Project,
        ["agreements"] = RegisterKind.Agreement,
        ["members"] = RegisterKind.Member,
        ["statements"] = RegisterKind.Statement,
        ["transit"] = RegisterKind.Transit,
    };

    /// <summary>Every column that is read.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Id,
        Subjects,
        Name,
        .. Languages.Select(language => $"{Name} {language}"),
        Flow,
        Qualifier,
        Amount,
        Unit,
        Year,
        Period,
        Basis,
        Place,
        Sector,
        Status,
        Date,
        Until,
        Speaker,
        Source,
        SourceDate,
        .. Words.SelectMany(column => Languages.Select(language => $"{column} {language}")),
    ];
}
