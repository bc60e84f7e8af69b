using System.Globalization;
using System.Text.Json.Serialization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;

namespace BriPipeline.Core.Reports;

/// <summary>What is said in one language of the numbers of a file: <c>Texts/{language}/coverage.json</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CoverageTexts
{
    /// <summary>Causes that are named at most.</summary>
    private const int MaxCauses = 5;

    private static readonly IReadOnlyList<CoverageTexts> All = [.. ReportTexts.All.Select(In)];

    [JsonIgnore]
    private ReportTexts Texts { get; init; } = ReportTexts.English;

    public required string Title { get; init; }
    public required string Share { get; init; }
    public required string Low { get; init; }

    /// <summary>By their names in <c>layout.json</c>.</summary>
    public required IReadOnlyDictionary<NumberFate, string> Fates { get; init; }
    public required string Causes { get; init; }
    public required string Cause { get; init; }
    public required string About { get; init; }

    /// <summary>Where numbers stand of which no finding tells.</summary>
    public required IReadOnlyDictionary<string, string> Places { get; init; }

    /// <param name="language">ISO 639-1.</param>
    public static CoverageTexts Of(string language) => All.First(words => words.Texts.Language == language);

    public string ShareOf(Coverage coverage) =>
        Say(
            Share,
            Number(coverage.All),
            // 99.96 % is not all.
            (Math.Floor(coverage.Share * 1000) / 10).ToString("0.0", Texts.Numbers)
        );

    public IEnumerable<(NumberFate Fate, string Name, string Count)> PartsOf(Coverage coverage) =>
        coverage.Parts.Select(part => (part.Fate, Fates[part.Fate], Number(part.Numbers)));

    /// <summary>What cost most of what may still be read, a line each.</summary>
    public IEnumerable<string> CausesOf(Coverage coverage) =>
        coverage
            .Open.Take(MaxCauses)
            .Select(line => Say(Cause, Number(line.Numbers), Fates[line.Fate].ToLower(Culture), Describe(line)));

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Texts.Language);

    private string Describe(CoverageLine line)
    {
        var title =
            Places.GetValueOrDefault(line.Code)
            ?? Texts.Findings.Title(line.Code)
            ?? FindingTexts.English.Title(line.Code)
            ?? line.Code;
        return line.About.Length == 0 ? title : Say(About, title, line.About);
    }

    private string Number(int number) => number.ToString("#,##0", Texts.Numbers);

    private static string Say(string template, params string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. arguments]);

    private static CoverageTexts In(ReportTexts texts) =>
        TextFile.Read<CoverageTexts>(texts.Language, "coverage") with
        {
            Texts = texts,
        };
}
