namespace BriPipeline.Core.Findings;

/// <summary>A kind of finding: an entry of the catalogue <see cref="FindingCodes"/>.</summary>
/// <param name="Id">Stable kebab-case name, as <c>area-unknown</c>; part of the public contract.</param>
/// <param name="Title">A few words for lists.</param>
/// <param name="Template">What was found, with <c>{0}</c>, <c>{1}</c> for what differs; a whole sentence.</param>
/// <param name="Advice">What the statistician can do about it, with the same places; a whole sentence.</param>
public sealed record FindingCode(string Id, Severity Severity, string Title, string Template, string Advice);
