namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Why the figures of one category of a chart are to be read with care.</summary>
[Flags]
public enum Uncertainty
{
    None = 0,

    /// <summary>One is provisional, estimated or of low reliability.</summary>
    Provisional = 1,

    /// <summary>A finding is open about one.</summary>
    Doubted = 2,
}
