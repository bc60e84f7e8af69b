using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>The name of a series over its column, in parts: whose trade, which flow, and with whom: "CN: Export FOB: Kazakhstan",
/// "Exportaciones, Estados Unidos".</summary>
/// <param name="Owner">Whose trade it is, by name or by code; null where the name does not say it.</param>
internal sealed record SeriesName(string? Owner, string Flow, string Partner)
{
    private static readonly string[] Signs = [": ", ", ", " - ", " – ", " — "];

    /// <summary>Null where a part is not understood as a whole.</summary>
    public static SeriesName? Of(string text, CellEvidence evidence)
    {
        if (evidence.Of(text) is not { Areas.Count: 0 } whole || !whole.Has(TermKind.Flow))
        {
            return null;
        }

        var sign = Signs.Where(sign => text.Contains(sign, StringComparison.Ordinal)).ToList();
        if (sign is not [var only])
        {
            return null;
        }

        var first = text.IndexOf(only, StringComparison.Ordinal);
        var (head, rest) = (text[..first].Trim(), text[(first + only.Length)..].Trim());
        if (IsFlow(head))
        {
            return IsArea(rest) ? new(null, head, rest) : null;
        }

        var second = rest.IndexOf(only, StringComparison.Ordinal);
        return
            second > 0
            && rest[..second].Trim() is var flow
            && rest[(second + only.Length)..].Trim() is var partner
            && (IsArea(head) || IsCode(head))
            && IsFlow(flow)
            && IsArea(partner)
            ? new(head, flow, partner)
            : null;

        bool IsFlow(string part) =>
            evidence.Of(part) is { Areas.Count: 0, Periods.Count: 0 } said
            && said.Has(TermKind.Flow)
            && said.Said.LeftOver.Count == 0
            && said.Terms.All(term =>
                term.Kind is TermKind.Flow or TermKind.Valuation or TermKind.Total or TermKind.Filler
            );

        // "Exports, total" may be the total of anything.
        bool IsArea(string part) => evidence.Of(part).Areas is [var area] && area != Area.World;
    }

    public static bool IsCode(string text) =>
        text.Length == 2 && AreaCodeList.Standard.FindCode(AreaCodeScheme.Alpha2, text) is not null;

    public IEnumerable<Label> Labels(Reach reach, CellAddress? place)
    {
        if (Owner is not null)
        {
            yield return new(Dimension.Reporter, IsCode(Owner) ? LabelKind.Code : LabelKind.Words, Owner, reach, place);
        }

        yield return new(Dimension.Flow, LabelKind.Words, Flow, reach, place);
        yield return new(Dimension.Partner, LabelKind.Words, Partner, reach, place);
    }
}
