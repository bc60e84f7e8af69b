using System.Globalization;
using System.Text;

namespace BriPipeline.Core.Findings;

/// <summary>The catalogue's words in one language: for each code title, template and advice, and the words that arguments
/// use.</summary>
/// <remarks>English stands in the catalogue itself: what a finding means is its severity, its words and the order of its
/// arguments together, and whoever adds or raises one reads all of them in one place. Every other language is a file,
/// <c>Texts/{language}/findings.json</c>.</remarks>
public sealed class FindingTexts
{
    private readonly IReadOnlyDictionary<string, string[]> codes;
    private readonly IReadOnlyDictionary<string, string> words;

    private FindingTexts(
        string language,
        IReadOnlyDictionary<string, string[]> codes,
        IReadOnlyDictionary<string, string> words
    )
    {
        Language = language;
        this.codes = codes;
        this.words = words;
    }

    /// <summary>The language in which the catalogue is written.</summary>
    public static FindingTexts English { get; } =
        new(
            "en",
            FindingCodes.All.ToDictionary(
                code => code.Key,
                code => new[] { code.Value.Title, code.Value.Template, code.Value.Advice },
                StringComparer.Ordinal
            ),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );

    public static FindingTexts Russian { get; } = Read("ru");

    public static IReadOnlyList<FindingTexts> All { get; } = [English, Russian, Read("kk"), Read("zh")];

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <param name="language">ISO 639-1; English where it is none of the languages.</param>
    public static FindingTexts Of(string language) =>
        All.FirstOrDefault(texts => texts.Language == language) ?? English;

    /// <summary>A code's title; the code where it has none.</summary>
    public static string TitleOf(string language, string id) => Of(language).Title(id) ?? id;

    /// <summary>The ids that have words here.</summary>
    public IEnumerable<string> Ids => codes.Keys;

    /// <summary>A few words for lists; null where this language has none.</summary>
    public string? Title(string id) => Find(id, 0);

    /// <summary>What was found; null where this language has no words for the code, or arguments are missing.</summary>
    public string? Message(string id, IReadOnlyList<string> arguments) => Fill(Find(id, 1), arguments);

    /// <summary>What to do about it; null where this language has no words for the code, or arguments are missing.</summary>
    public string? Advice(string id, IReadOnlyList<string> arguments) => Fill(Find(id, 2), arguments);

    private string? Find(string id, int part) => codes.TryGetValue(id, out var texts) ? texts[part] : null;

    private string? Fill(string? template, IReadOnlyList<string> arguments) =>
        template is null || CompositeFormat.Parse(template).MinimumArgumentCount > arguments.Count
            ? null
            : string.Format(
                CultureInfo.InvariantCulture,
                template,
                [.. arguments.Select(argument => words.GetValueOrDefault(argument, argument))]
            );

    private static FindingTexts Read(string language)
    {
        var file = TextFile.Read<CatalogueFile>(language, "findings");
        return new(language, file.Codes, file.Words);
    }

    private sealed record CatalogueFile(Dictionary<string, string[]> Codes, Dictionary<string, string> Words);
}
