using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>All that is said about one figure, by role; the nearest statement counts.</summary>
internal sealed class FormatRow
{
    private static readonly int Roles = Enum.GetValues<FormatRole>().Length;

    private readonly object?[] said = new object?[Roles];

    public object? this[FormatRole role] => said[(int)role];

    public void Clear() => Array.Clear(said);

    public void CopyFrom(FormatRow other) => other.said.CopyTo(said, 0);

    /// <summary>Adds statements of one place; false where one contradicts what another column says.</summary>
    public bool Add(IReadOnlyList<FormatStatement> statements)
    {
        foreach (var (role, value) in statements)
        {
            ref var here = ref said[(int)role];
            if (here is null || role == FormatRole.Status)
            {
                here = here is null ? value : Weaker(here, value);
            }
            else if (role == FormatRole.Period && FormatPeriod.Combine(here, value) is { } both)
            {
                here = both;
            }
            else if (!Equals(here, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes over statements of a nearer place.</summary>
    public bool Override(IReadOnlyList<FormatStatement> statements)
    {
        foreach (var (role, value) in statements)
        {
            ref var here = ref said[(int)role];
            here = role == FormatRole.Period && here is not null ? FormatPeriod.Combine(here, value) : value;
            if (here is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Fills what is not said yet from a farther place.</summary>
    public void Fill(FormatRow farther)
    {
        for (var role = 0; role < Roles; role++)
        {
            said[role] =
                role == (int)FormatRole.Period && said[role] is { } period && farther.said[role] is { } rest
                    ? FormatPeriod.Combine(period, rest) ?? period
                    : said[role] ?? farther.said[role];
        }
    }

    /// <summary>Of two statuses the one that says more: a missing figure, then the weaker figure.</summary>
    private static object Weaker(object one, object other) =>
        one is MarkMeaning ? one
        : other is MarkMeaning ? other
        : StatusText.Rank((ObservationStatus)one) <= StatusText.Rank((ObservationStatus)other) ? one
        : other;
}
