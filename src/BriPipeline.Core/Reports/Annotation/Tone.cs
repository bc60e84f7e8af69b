using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The colour of a marked cell; the graver the greater.</summary>
internal enum Tone
{
    Note,
    Warning,
    Rejected,
}

/// <summary>What each <see cref="Tone"/> stands for and how it looks.</summary>
internal static class Tones
{
    /// <summary>Fills, as ARGB. No palette or built-in style of spreadsheet programs has them, so that a second
    /// annotation finds the marks of the first.</summary>
    public static readonly string[] Colours = ["FFCFE3F7", "FFFFEC9A", "FFFFB9BE"];

    public static Tone Of(ReportFinding finding) =>
        finding.Severity switch
        {
            "note" => Tone.Note,
            "warning" => Tone.Warning,
            _ => Tone.Rejected,
        };
}
