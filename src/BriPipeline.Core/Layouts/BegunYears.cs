using System.Globalization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>Years that stand with the first of their months or quarters only: "Jan 2023", "Feb", "Mar". They hold while these rise.</summary>
internal sealed class BegunYears
{
    private readonly Dictionary<int, (PeriodPart Last, Label Year)> begun = [];

    /// <summary>Takes in a label that says its year itself.</summary>
    public void Begin(int column, PeriodPart part, Label label)
    {
        begun.Remove(column);
        if (part is { LastYear: null } && Rank(part) is not null)
        {
            begun[column] = (
                part,
                label with
                {
                    Kind = LabelKind.Words,
                    Text = part.Year!.Value.ToString(CultureInfo.InvariantCulture),
                }
            );
        }
    }

    /// <summary>The year of a month or quarter without one; null where none holds any more.</summary>
    public Label? YearOf(int column, PeriodPart? part)
    {
        if (
            part is not { } next
            || !begun.TryGetValue(column, out var known)
            || (known.Last.Quarter is null) != (next.Quarter is null)
            || !(Rank(next) > Rank(known.Last))
        )
        {
            begun.Remove(column);
            return null;
        }

        begun[column] = (next, known.Year);
        return known.Year;
    }

    private static int? Rank(PeriodPart part) =>
        part.Quarter ?? (part.FirstMonth == part.LastMonth ? part.FirstMonth : null);
}
