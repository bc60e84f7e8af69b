using System.Globalization;
using System.Text.Json.Serialization;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Reports;

/// <summary>The words of a report's page in one language: <c>Texts/{language}/report.json</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReportTexts
{
    public static ReportTexts English { get; } = In(FindingTexts.English);

    public static ReportTexts Russian { get; } = In(FindingTexts.Russian);

    /// <summary>A page is written in each.</summary>
    public static IReadOnlyList<ReportTexts> All { get; } = [English, Russian, .. FindingTexts.All.Skip(2).Select(In)];

    [JsonIgnore]
    public FindingTexts Findings { get; private init; } = FindingTexts.English;

    /// <summary>ISO 639-1 code.</summary>
    [JsonIgnore]
    public string Language => Findings.Language;

    /// <summary>Of the page, beside <c>findings.json</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>The language's own name.</summary>
    public required string Name { get; init; }

    /// <summary>What stands between thousands.</summary>
    public required string Group { get; init; }

    /// <summary>What stands before decimals.</summary>
    public required string Decimal { get; init; }

    [JsonIgnore]
    public NumberFormatInfo Numbers => new() { NumberGroupSeparator = Group, NumberDecimalSeparator = Decimal };

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
    public required string Questions { get; init; }
    public required string QuestionsHelp { get; init; }
    public required string ToAnswer { get; init; }
    public required string FiguresOf { get; init; }

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

    /// <summary>Kinds of revision, by their English names.</summary>
    public required Dictionary<string, string> Kinds { get; init; }

    private static ReportTexts In(FindingTexts findings) =>
        TextFile.Read<ReportTexts>(findings.Language, "report") with
        {
            Findings = findings,
        };
}
