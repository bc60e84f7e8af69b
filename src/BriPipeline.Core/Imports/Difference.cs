namespace BriPipeline.Core.Imports;

/// <summary>Something stored that is not what it should be.</summary>
/// <param name="Text">What, in a line.</param>
/// <param name="IsRepaired">True where it was put right; else it stands as it was found.</param>
public sealed record Difference(string Text, bool IsRepaired);
