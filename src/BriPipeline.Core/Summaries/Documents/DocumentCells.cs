using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Figures as cells, and which marks and sums they used.</summary>
internal sealed class DocumentCells(SummaryTexts texts, SummaryFormat format)
{
    private readonly SortedSet<string> marksUsed = new(StringComparer.Ordinal);

    public DocumentCell Missing { get; } = DocumentCell.Of(texts["missing"]);

    /// <summary>The marks that stand in the cells made so far.</summary>
    public IEnumerable<SummaryMark> MarksUsed =>
        Enum.GetValues<ObservationStatus>()
            .Select(texts.MarkOf)
            .Concat(Enum.GetValues<AmountBasis>().Select(texts.MarkOf))
            .OfType<SummaryMark>()
            .Where(mark => marksUsed.Contains(mark.Sign));

    /// <summary>Millions, with the marks of basis and status.</summary>
    public DocumentCell Amount(SummaryAmount? amount) =>
        amount is null
            ? Missing
            : new(CellKind.Number, format.Millions(amount.Value), amount.Value / SummaryFormat.Million)
            {
                Rows = amount.Rows,
                Marks = Marks(amount, showBasis: true),
            };

    /// <summary>An amount that is always computed, so that its basis needs no mark.</summary>
    public DocumentCell Balance(SummaryAmount? amount) =>
        amount is null
            ? Missing
            : new(CellKind.Signed, format.SignedMillions(amount.Value), amount.Value / SummaryFormat.Million)
            {
                Rows = amount.Rows,
                Marks = Marks(amount, showBasis: false),
            };

    public DocumentCell Of(SummaryMeasure measure, SummaryAmount? amount) =>
        measure == SummaryMeasure.Balance ? Balance(amount) : Amount(amount);

    /// <summary>A change stands on the rows of both periods.</summary>
    public DocumentCell Change(SummaryFigure? figure)
    {
        if (figure is null)
        {
            return Missing;
        }

        var change = figure.Change;
        var number = change switch
        {
            { Kind: ChangeKind.Signed, Difference: { } difference } => difference / SummaryFormat.Million,
            { Multiple: null, Percent: { } percent } => percent,
            _ => (decimal?)null,
        };
        return new(
            number is null ? CellKind.Text
                : change.Kind == ChangeKind.Signed ? CellKind.Signed
                : CellKind.Percent,
            format.Change(change),
            number
        )
        {
            Rows =
                figure.YearEarlier is { } before && change.Difference is not null
                    ? [.. figure.Now.Rows.Union(before.Rows, StringComparer.Ordinal)]
                    : [],
        };
    }

    /// <summary>A percentage with one decimal.</summary>
    public DocumentCell Share(decimal? percent, IReadOnlyList<string>? rows) =>
        percent is { } known ? new(CellKind.Number, format.Share(known), known) { Rows = rows ?? [] } : Missing;

    public DocumentCell Signed(decimal? value, IReadOnlyList<string>? rows) =>
        value is { } known ? new(CellKind.Signed, format.Signed(known), known) { Rows = rows ?? [] } : Missing;

    /// <summary>An amount computed from others, in millions.</summary>
    public DocumentCell Millions(decimal? value, IReadOnlyList<string> rows, bool isSigned = false) =>
        value is not { } known ? Missing
        : isSigned ? new(CellKind.Signed, format.SignedMillions(known), known / SummaryFormat.Million) { Rows = rows }
        : new(CellKind.Number, format.Millions(known), known / SummaryFormat.Million) { Rows = rows };

    public static DocumentCell Count(int count) =>
        new(CellKind.Count, count.ToString(CultureInfo.InvariantCulture), count);

    private List<SummaryMark> Marks(SummaryAmount amount, bool showBasis)
    {
        var marks = new List<SummaryMark>();
        if (texts.MarkOf(amount.Status) is { } status)
        {
            marks.Add(status);
        }

        if (showBasis && texts.MarkOf(amount.Basis) is { } basis)
        {
            marks.Add(basis);
        }

        marksUsed.UnionWith(marks.Select(mark => mark.Sign));
        return marks;
    }
}
