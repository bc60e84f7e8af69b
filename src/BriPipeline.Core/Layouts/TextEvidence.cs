using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>What the words of one text may stand for. Each part is worked out when it is first asked for.</summary>
/// <param name="find">Finds the areas that a whole text may name.</param>
internal sealed class TextEvidence(string text, Func<string, IReadOnlyList<Area>> find)
{
    private IReadOnlyList<PeriodPart>? periods;
    private IReadOnlyList<Area>? areas;
    private IReadOnlyList<string>? unexplained;
    private bool? isRest;

    /// <summary>Its mentions.</summary>
    public ReadText Said { get; } = ReadText.Of(text);

    public IReadOnlyList<Term> Terms => Said.Terms;

    /// <summary>What the whole text may mean as a period.</summary>
    public IReadOnlyList<PeriodPart> Periods => periods ??= PeriodText.Read(text);

    /// <summary>What the whole text may name, by the words of the source too.</summary>
    public IReadOnlyList<Area> Areas => areas ??= find(text);

    /// <summary>Whether the whole text names what the listed members of a group leave over.</summary>
    public bool IsRestOfGroup => isRest ??= Areas.Count == 0 && AreaCodeList.Standard.RestOf(text) is not null;

    /// <summary>Content words that nothing explains; none where the whole text is an area or a period.</summary>
    public IReadOnlyList<string> Unexplained =>
        unexplained ??= Areas.Count == 0 && Periods.Count == 0 && !IsRestOfGroup ? Said.Unexplained : [];

    public bool Has(TermKind kind) => Terms.Any(term => term.Kind == kind);

    public bool Names(params ReadOnlySpan<string> dimensions)
    {
        foreach (var term in Terms)
        {
            if (term.Kind == TermKind.Dimension && dimensions.Contains(term.Code))
            {
                return true;
            }
        }

        return false;
    }
}
