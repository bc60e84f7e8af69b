using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>What a check says of one published figure.</summary>
/// <param name="Weight">How much is at stake, in whole units: decides which are named where there are many.</param>
/// <param name="Arguments">Of the code's template.</param>
public sealed record Doubt(FindingCode Code, Provenance At, decimal Weight, params string[] Arguments)
{
    /// <summary>Figures that may be the wrong ones instead of it: where they are stored they carry the doubt.</summary>
    public IReadOnlyList<Provenance> Others { get; init; } = [];

    /// <summary>Figures that are as doubtful as it: what happens to it happens to them.</summary>
    public IReadOnlyList<Provenance> With { get; init; } = [];

    /// <summary>All that the doubt is about, <see cref="At"/> first.</summary>
    public IEnumerable<Provenance> Places => With.Prepend(At);

    /// <summary>Whether a person said that the figure is to be left out.</summary>
    public bool IsLeftOut { get; init; }
}
