using System.Text.Json.Serialization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Findings;

/// <summary>What cannot be settled from the file, for a person to answer (DESIGN section 10).</summary>
/// <param name="Id">The same for the same source, kind and subject.</param>
/// <param name="About">The text or place it is about, as found.</param>
/// <param name="Files">The pattern of file names for which an answer holds; null for all of the source.</param>
/// <param name="Sheet">Of the first cells; null where it is about the whole file.</param>
/// <param name="Cells">As the publisher's file names them; null where it is about a whole sheet or file.</param>
/// <param name="Figures">How many hang on it.</param>
/// <param name="Free">The code list from which any code may be given instead: areas, units, commodities, periods; null for none.</param>
public sealed record Question(
    string Id,
    QuestionKind Kind,
    string About,
    string? Files,
    LocalText Text,
    string? Sheet,
    string? Cells,
    int Figures,
    IReadOnlyList<QuestionOption> Options,
    string? Free
)
{
    /// <summary>The questions that the choices answer along with it; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<QuestionSubject>? Also { get; init; }
}

/// <summary>What a question is about.</summary>
public sealed record QuestionSubject(QuestionKind Kind, string About);

/// <summary>A choice, with what it would store.</summary>
/// <param name="Is">What an answer stores.</param>
/// <param name="Why">The evidence, or that there is none.</param>
/// <param name="Preview">Up to five of the observations that the answer adds; null where the file is too large to be read once for each choice.</param>
public sealed record QuestionOption(string Is, LocalText Text, LocalText Why, IReadOnlyList<Observation>? Preview)
{
    /// <summary>How many observations the answer adds.</summary>
    public int Adds { get; init; }

    /// <summary>Up to five of the figures that the answer adds once the other questions are answered too, where by itself it adds none;
    /// null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PendingFigure>? Pending { get; init; }
}

/// <summary>A text in the languages of the pages.</summary>
/// <param name="Kk">Null in a report of an earlier version, which had English and Russian.</param>
/// <param name="Zh">As Kazakh.</param>
public sealed record LocalText(string En, string Ru, string? Kk = null, string? Zh = null)
{
    /// <param name="language">ISO 639-1.</param>
    public string In(string language) =>
        language switch
        {
            "ru" => Ru,
            "kk" => Kk ?? En,
            "zh" => Zh ?? En,
            _ => En,
        };
}
