using System.Runtime.CompilerServices;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Labels to values, dimension by dimension, each set of labels read once.</summary>
internal sealed class LabelSets
{
    private static readonly int Dimensions = DimensionPolicy.All.Count;

    private readonly LabelTexts texts;
    private readonly AnswerBook book;
    private readonly Dictionary<Dimension, Func<List<Label>, LabelValues>> readers;
    private readonly LabelValues?[] byDimension = new LabelValues?[Dimensions];
    private readonly Dictionary<(Label, Label?), LabelValues> known = new(new SamePair());
    private readonly Dictionary<List<Label>, LabelValues> knownSets = new(new SameLabels());
    private readonly (Label? First, Label? Second, LabelValues Values)[] latest = new (Label?, Label?, LabelValues)[
        Dimensions
    ];

    public LabelSets(LabelTexts texts, CommodityLabels commodities, PeriodLabels periods, AnswerBook book)
    {
        (this.texts, this.book) = (texts, book);
        var (areas, attributes) = (new AreaLabels(texts), new AttributeLabels(texts));
        readers = new()
        {
            [Dimension.Reporter] = areas.Read,
            [Dimension.Partner] = areas.Read,
            [Dimension.Flow] = new FlowLabels(texts).Read,
            [Dimension.Commodity] = commodities.Read,
            [Dimension.Unit] = new UnitLabels(texts).Read,
            [Dimension.Period] = periods.Read,
            [Dimension.Variant] = attributes.ReadVariant,
            [Dimension.Status] = AttributeLabels.ReadStatus,
            [Dimension.Frequency] = AttributeLabels.ReadFrequency,
            [Dimension.Unmodelled] = attributes.ReadUnmodelled,
        };
    }

    /// <summary>What the labels of a row, or of a column, say together.</summary>
    public LabelValues Read(IReadOnlyList<Label> labels)
    {
        Array.Clear(byDimension);
        var says = 0;
        for (var i = 0; i < labels.Count; i++)
        {
            var dimension = (int)labels[i].Dimension;
            says |= 1 << dimension;
            byDimension[dimension] ??= ReadDimension(labels, i);
        }

        return LabelValues.Join(byDimension, says);
    }

    /// <summary>The labels of the dimension of the first one, read once for each set of them.</summary>
    private LabelValues ReadDimension(IReadOnlyList<Label> labels, int first)
    {
        // Most dimensions of a row have one label, or a name and a code; rows with equal cells have the very same labels.
        var label = labels[first];
        Label? second = null;
        List<Label>? more = null;
        for (var i = first + 1; i < labels.Count; i++)
        {
            if (labels[i].Dimension != label.Dimension)
            {
                continue;
            }

            if (second is null)
            {
                second = labels[i];
            }
            else
            {
                (more ??= [label, second]).Add(labels[i]);
            }
        }

        if (more is not null)
        {
            if (!knownSets.TryGetValue(more, out var values))
            {
                values = ReadDimension(more);
                knownSets.Add(more, values);
            }

            return values;
        }

        ref var last = ref latest[(int)label.Dimension];
        if (!ReferenceEquals(last.First, label) || !ReferenceEquals(last.Second, second))
        {
            if (!known.TryGetValue((label, second), out var values))
            {
                values = ReadDimension(second is null ? [label] : [label, second]);
                known.Add((label, second), values);
            }

            last = (label, second, values);
        }

        return last.Values;
    }

    private LabelValues ReadDimension(List<Label> own) =>
        own.Find(IsLimited) is { } limited
            ? LabelValues.Refused(
                FindingCodes.DimensionUnmodelled,
                limited,
                limited.Text.Trim(),
                limited.Heading ?? "",
                "#"
            )
            : Answered(readers[own[0].Dimension](own), own[0].Dimension);

    /// <summary>What is not understood may have been answered.</summary>
    private LabelValues Answered(LabelValues read, Dimension dimension) =>
        read.Refusal is { Ask: { } ask } refusal && book.Find(ask) is { } answer
            ? AnsweredLabel.Of(refusal, ask, answer, dimension) ?? read
            : read;

    /// <summary>Whether a label in the figure's row has words that limit or change what is counted. Names of commodities
    /// are such words; a name of an area that is known as a whole is none.</summary>
    private bool IsLimited(Label label) => NamesMeasure(label) || IsLimitedBesideCommodity(label);

    /// <summary>"% share" in the column of commodities names no commodity.</summary>
    private bool NamesMeasure(Label label) =>
        label is { Dimension: Dimension.Commodity, Address.Row: Label.OwnRow }
        && texts.Terms(label.Text) is var terms
        && terms.Any(term => term is { Kind: TermKind.Measure, Code: not ("cumulative" or "rank" or "count") })
        && terms.All(term => term.Kind is TermKind.Measure or TermKind.Filler or TermKind.Flow or TermKind.Total)
        && ReadText.Of(label.Text).LeftOver.Count == 0;

    private bool IsLimitedBesideCommodity(Label label) =>
        label.Address?.Row == Label.OwnRow
        // A code may be spelled like a word; with words behind it, it is more than a code.
        && !(label.Kind == LabelKind.Code && !label.Text.Trim().Contains(' ', StringComparison.Ordinal))
        && label.Dimension is not (Dimension.Commodity or Dimension.Unmodelled or Dimension.Flow)
        && texts
            .Terms(label.Text)
            .Any(term =>
                // Words for partners may be the name of a group.
                (
                    term.Kind == TermKind.Limit
                    && !(label.Dimension == Dimension.Partner && PartnerLimits.Are(term.Code))
                ) || term is { Kind: TermKind.Measure, Code: not "cumulative" }
            )
        && !(label.Dimension is Dimension.Partner or Dimension.Reporter && texts.Areas(label.Text).Count > 0);

    /// <summary>Lists of the very same labels.</summary>
    private sealed class SameLabels : IEqualityComparer<List<Label>>
    {
        public bool Equals(List<Label>? x, List<Label>? y) => x!.SequenceEqual(y!, ReferenceEqualityComparer.Instance);

        public int GetHashCode(List<Label> labels)
        {
            var hash = 0;
            foreach (var label in labels)
            {
                hash = HashCode.Combine(hash, RuntimeHelpers.GetHashCode(label));
            }

            return hash;
        }
    }

    /// <summary>The very same label, or the very same two.</summary>
    private sealed class SamePair : IEqualityComparer<(Label First, Label? Second)>
    {
        public bool Equals((Label First, Label? Second) x, (Label First, Label? Second) y) =>
            ReferenceEquals(x.First, y.First) && ReferenceEquals(x.Second, y.Second);

        public int GetHashCode((Label First, Label? Second) pair) =>
            (RuntimeHelpers.GetHashCode(pair.First) * 31) + RuntimeHelpers.GetHashCode(pair.Second);
    }
}
