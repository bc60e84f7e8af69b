using System.Text.Json.Serialization;

namespace BriPipeline.Core.Findings;

/// <summary>A finding as reports print it; the schema of <c>findings.json</c>.</summary>
/// <param name="Severity"><c>reject-workbook</c>, <c>reject-cell</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Cell">Address or range as the publisher's file names it.</param>
public sealed record ReportFinding(
    string File,
    string Severity,
    string Code,
    string? Sheet,
    string? Cell,
    string? Raw,
    string Message,
    string Advice
)
{
    /// <summary>The cells alone, as <c>B5:B9,D7</c>, where the range also holds others; else null.</summary>
    public string? Cells { get; init; }

    /// <summary>How many figures it is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Figures { get; init; }

    /// <summary>About how much money that is, in whole units of whatever currency; 0 where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal AtStake { get; init; }

    /// <summary>What the catalogue's sentences are filled with, so that they can be said in another language.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    public static ReportFinding Of(string file, Finding finding) =>
        new(
            file,
            finding.Code.Severity switch
            {
                Findings.Severity.RejectWorkbook => "reject-workbook",
                Findings.Severity.RejectCell => "reject-cell",
                Findings.Severity.Warning => "warning",
                _ => "note",
            },
            finding.Code.Id,
            finding.Sheet,
            finding.Place?.ToString(),
            finding.Raw,
            finding.Message,
            finding.Advice
        )
        {
            Cells = finding.Cells is { } cells ? string.Join(',', cells) : null,
            Figures = finding.Figures,
            Arguments = finding.Arguments.Count == 0 ? null : finding.Arguments,
            Question = finding.Ask is { } ask ? new(ask.Kind.ToString().ToLowerInvariant(), ask.About) : null,
        };

    /// <summary>The question whose answer lifts it; null where only another file can.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportQuestion? Question { get; init; }

    /// <summary>What was found, in a language; in English where that has no words for it.</summary>
    public string MessageIn(FindingTexts texts) => texts.Message(Code, Arguments ?? []) ?? Message;

    /// <summary>What to do about it, in a language; in English where that has no words for it.</summary>
    public string AdviceIn(FindingTexts texts) => texts.Advice(Code, Arguments ?? []) ?? Advice;

    /// <summary>Findings that say the same are equal.</summary>
    public bool Equals(ReportFinding? other) =>
        other is not null
        && (File, Severity, Code, Sheet, Cell, Cells, Raw)
            == (other.File, other.Severity, other.Code, other.Sheet, other.Cell, other.Cells, other.Raw)
        && (Message, Advice, Figures, Question) == (other.Message, other.Advice, other.Figures, other.Question)
        && (Arguments ?? []).SequenceEqual(other.Arguments ?? [], StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(File, Code, Sheet, Cell, Message);
}

/// <summary>A question as <c>questions.json</c> has it.</summary>
public sealed record ReportQuestion(string Kind, string About);
