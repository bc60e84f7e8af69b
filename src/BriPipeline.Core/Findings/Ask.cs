namespace BriPipeline.Core.Findings;

/// <summary>What a person could say to lift a finding.</summary>
/// <param name="About">The text or place that it is about, as found.</param>
/// <param name="Options">The rivals, most likely first, without <see cref="LeaveOut"/>, which every question has.</param>
public sealed record Ask(QuestionKind Kind, string About, IReadOnlyList<AskOption> Options)
{
    /// <summary>What <see cref="About"/> does not show to a person who reads the question; null where it shows all.</summary>
    public string? Title { get; init; }

    /// <summary>What the question is about where no word of the file tells its figures from others.</summary>
    public const string AllFigures = "figures";

    /// <summary>The answer that leaves the figures out.</summary>
    public const string LeaveOut = "leave-out";

    /// <summary>The answer that a limiting word limits nothing.</summary>
    public const string No = "no";

    /// <summary>The answer that a figure is right although its workbook contradicts it.</summary>
    public const string AsPrinted = "as-printed";
}

/// <summary>One choice.</summary>
/// <param name="Is">What an answer stores.</param>
/// <param name="Why">The evidence: a key of the texts of questions.</param>
/// <param name="Place">What the evidence is found in; null where the text of <paramref name="Why"/> names nothing.</param>
public sealed record AskOption(string Is, string Why, string? Place = null);
