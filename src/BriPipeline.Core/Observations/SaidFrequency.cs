using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>What the label of a flow says of how long its periods are: "annual exports" beside a month are not the exports of that
/// month.</summary>
internal sealed class SaidFrequency(TableLayout table, LabelTexts texts)
{
    private static readonly Dictionary<string, Frequency> Words = new(StringComparer.Ordinal)
    {
        ["month"] = Frequency.M,
        ["quarter"] = Frequency.Q,
        ["year"] = Frequency.A,
    };

    private readonly Dictionary<string, IReadOnlyList<Frequency>> known = new(StringComparer.Ordinal);
    private readonly List<string> titles = [.. table.Outside];
    private readonly ILookup<int, string> headings = table.Columns.ToLookup(
        column => column.Column,
        column => column.Heading
    );

    /// <summary>The period, unless a label of the figure's flow says another length, or a title a longer one: a title of months may
    /// stand over their years too.</summary>
    public Settled<TimePeriod> Unless(LabelledCell cell, Settled<TimePeriod> period) =>
        period.Value is { } settled
        && Words.ContainsValue(settled.Frequency)
        && (
            cell.RowLabels.Where(label => label.Dimension == Dimension.Flow)
                .Select(label => label.Text)
                .Concat(headings[cell.Address.Column])
                .FirstOrDefault(text => Of(text) is { Count: > 0 } said && !said.Contains(settled.Frequency))
            ?? titles.FirstOrDefault(text =>
                Of(text) is { Count: > 0 } said && said.All(one => IsLonger(one, settled.Frequency))
            )
        )
            is { } other
            ? new(null, $"{settled.Frequency} / {other}")
            : period;

    private static bool IsLonger(Frequency said, Frequency than) =>
        said != than && (said == Frequency.A || than == Frequency.M);

    /// <summary>Which a text names beside a flow or trade; none where it names a period.</summary>
    private IReadOnlyList<Frequency> Of(string text)
    {
        if (!known.TryGetValue(text, out var said))
        {
            var terms = texts.Terms(text);
            said =
                terms.Any(term => term.Kind == TermKind.Flow || term is { Kind: TermKind.Filler, Code: "trade" })
                && ReadText.Of(text).Periods.Count == 0
                    ?
                    [
                        .. terms
                            .Where(term => term.Kind == TermKind.Dimension && Words.ContainsKey(term.Code))
                            .Select(term => Words[term.Code]),
                    ]
                    : [];
            known.Add(text, said);
        }

        return said;
    }
}
