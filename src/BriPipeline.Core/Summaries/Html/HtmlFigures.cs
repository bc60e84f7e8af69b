using System.Globalization;
using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries.Html;

/// <summary>Figures as cells of a table: each links to the first row behind it and names them all, with its marks.</summary>
internal sealed class HtmlFigures
{
    private readonly SummaryTexts texts;
    private readonly SummaryFormat format;
    private readonly Dictionary<string, int> places;
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);

    public HtmlFigures(MonthlySummary summary, SummaryTexts texts, SummaryFormat format)
    {
        this.texts = texts;
        this.format = format;
        places = summary
            .Rows.Keys.Select((key, index) => (key, index))
            .ToDictionary(pair => pair.key, pair => pair.index + 1, StringComparer.Ordinal);
    }

    /// <summary>The marks that stand in the cells made so far.</summary>
    public IEnumerable<SummaryMark> UsedMarks =>
        texts.Statuses.Values.Concat(texts.Bases.Values).Where(mark => used.Contains(mark.Sign));

    /// <summary>The anchor of a row in the list of sources.</summary>
    public string AnchorOf(string key) => "r" + places[key].ToString(CultureInfo.InvariantCulture);

    public Markup Amount(SummaryAmount? amount) =>
        amount is null
            ? Missing
            : Markup.Of($"<td>{Link(amount.Rows, format.Millions(amount.Value))}{Marks(amount, showBasis: true)}</td>");

    /// <summary>An amount that is always computed, so that its basis needs no mark.</summary>
    public Markup Balance(SummaryAmount? amount) =>
        amount is null
            ? Missing
            : Markup.Of(
                $"<td>{Link(amount.Rows, format.SignedMillions(amount.Value))}{Marks(amount, showBasis: false)}</td>"
            );

    /// <summary>A change links to the rows of its base.</summary>
    public Markup Change(SummaryFigure? figure) =>
        figure is null ? Missing
        : figure.YearEarlier is { } yearEarlier
            ? Markup.Of($"<td>{Link(yearEarlier.Rows, format.Change(figure.Change))}</td>")
        : Markup.Of($"<td>{format.Change(figure.Change)}</td>");

    public Markup Share(SummaryLine line) =>
        line is { Share: { } share, Turnover: { } turnover }
            ? Markup.Of($"<td>{Link(turnover.Now.Rows, format.Share(share))}</td>")
            : Missing;

    private Markup Missing => Markup.Of($"<td>{texts.NotAvailable}</td>");

    private Markup Link(IReadOnlyList<string> rows, string text) =>
        Markup.Of($"""<a href="#{AnchorOf(rows[0])}" title="{string.Join(" + ", rows)}">{text}</a>""");

    private Markup Marks(SummaryAmount amount, bool showBasis)
    {
        var marks = new List<SummaryMark>();
        if (texts.Statuses.TryGetValue(amount.Status, out var status))
        {
            marks.Add(status);
        }

        if (showBasis && texts.Bases.TryGetValue(amount.Basis, out var basis))
        {
            marks.Add(basis);
        }

        used.UnionWith(marks.Select(mark => mark.Sign));
        return Markup.Join(marks.Select(mark => Markup.Of($"""<sup title="{mark.Meaning}">{mark.Sign}</sup>""")));
    }
}
