using BriPipeline.Core.Findings;

namespace BriPipeline.Web.Handlers;

/// <summary>A finding as <c>findings.json</c> of a report holds it.</summary>
public sealed record ReportedFinding(
    Severity Severity,
    string Code,
    string? Sheet,
    string? Cell,
    string? Raw,
    string Message
);
