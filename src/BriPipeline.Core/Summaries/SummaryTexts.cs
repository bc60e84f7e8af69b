using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

/// <summary>A mark behind a figure and what it means.</summary>
public readonly record struct SummaryMark(string Sign, string Meaning);

/// <summary>Every word of the documents in one language, and its forms of numbers and months. A new language is a new table.</summary>
/// <remarks><c>{0}</c>, <c>{1}</c>, ... are filled in; the comment or name of each text says with what.</remarks>
public sealed partial record SummaryTexts
{
    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required string DecimalSeparator { get; init; }
    public required string GroupSeparator { get; init; }

    /// <summary>0 month, 1 year.</summary>
    public required string MonthOfYear { get; init; }

    /// <summary>January first.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>0 reporter, 1 period.</summary>
    public required string Title { get; init; }

    /// <summary>0 number of the edition.</summary>
    public required string Draft { get; init; }

    /// <summary>0 source, variant and currency.</summary>
    public required string Source { get; init; }

    /// <summary>0 source, variant and currency; 1 publisher.</summary>
    public required string SourceOfPublisher { get; init; }

    /// <summary>0 turnover, 1 exports, 2 imports, each with unit and change; 3 period.</summary>
    public required string Lead { get; init; }

    /// <summary>0 amount in millions, 1 currency.</summary>
    public required string Millions { get; init; }

    /// <summary>0 amount, 1 change, 2 the period a year earlier.</summary>
    public required string AmountWithChange { get; init; }

    /// <summary>0 amount of the surplus.</summary>
    public required string Surplus { get; init; }

    /// <summary>0 amount of the deficit.</summary>
    public required string Deficit { get; init; }

    public required string KeyFigures { get; init; }

    /// <summary>0 currency, 1 the period a year earlier.</summary>
    public required string KeyFiguresCaption { get; init; }

    public required string Countries { get; init; }

    /// <summary>0 currency, 1 period, 2 the period a year earlier.</summary>
    public required string CountriesCaption { get; init; }

    public required string Groups { get; init; }

    /// <summary>0 currency, 1 period, 2 the period a year earlier.</summary>
    public required string GroupsCaption { get; init; }

    public required string Measure { get; init; }
    public required string Rank { get; init; }
    public required string Partner { get; init; }
    public required string Period { get; init; }
    public required string Turnover { get; init; }
    public required string Exports { get; init; }
    public required string Imports { get; init; }
    public required string Balance { get; init; }
    public required string Share { get; init; }
    public required string Change { get; init; }

    /// <summary>0 percentage with its sign.</summary>
    public required string Percent { get; init; }

    /// <summary>0 multiple, 1 percentage with its sign.</summary>
    public required string Multiple { get; init; }

    /// <summary>0 difference in millions with its sign.</summary>
    public required string Difference { get; init; }

    public required string NotAvailable { get; init; }

    /// <summary>Texts of changes that are not measured.</summary>
    public required IReadOnlyDictionary<ChangeKind, string> Changes { get; init; }

    public required IReadOnlyDictionary<ObservationStatus, SummaryMark> Statuses { get; init; }
    public required IReadOnlyDictionary<AmountBasis, SummaryMark> Bases { get; init; }

    public required string Notes { get; init; }

    /// <summary>0 currency.</summary>
    public required string NotePrices { get; init; }

    /// <summary>0 valuation of exports, 1 of imports.</summary>
    public required string NoteValuation { get; init; }

    public required string NoteConsignment { get; init; }
    public required string NoteBalance { get; init; }

    /// <summary>0 least base in millions, 1 currency.</summary>
    public required string NoteChanges { get; init; }

    public required string NoteShares { get; init; }
    public required string NoteGroups { get; init; }
    public required string NoteRounding { get; init; }

    /// <summary>0 sign, 1 meaning.</summary>
    public required string NoteMark { get; init; }

    public required string Sources { get; init; }
    public required string SourcesLead { get; init; }

    /// <summary>0 workbook, 1 sheet.</summary>
    public required string SheetCaption { get; init; }

    /// <summary>0 workbook, for files without sheets.</summary>
    public required string FileCaption { get; init; }

    /// <summary>0 caption of a sheet or file, 1 first digits of the hash of the version that was read.</summary>
    public required string VersionCaption { get; init; }
}
