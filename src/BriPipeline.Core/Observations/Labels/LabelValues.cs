using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Why the figures under a label cannot be stored.</summary>
/// <param name="Arguments">Of the code's template; <c>#</c> stands for the count of figures.</param>
internal sealed record Refusal(FindingCode Code, string Subject, CellAddress? Place, string[] Arguments)
{
    /// <summary>What a person could say to lift it; null where only another file can.</summary>
    public Ask? Ask { get; init; }
}

/// <summary>A status that says that a figure is missing.</summary>
internal sealed record MissingLabel(string Text, MarkMeaning Meaning);

/// <summary>What a status says of figures: what kind they are (null where it does not say), or that there are none.</summary>
internal sealed record FigureStatus(ObservationStatus? Status, MissingLabel? Missing);

/// <summary>What a set of labels says: one value a dimension, or why it cannot be taken.</summary>
internal sealed class LabelValues
{
    private readonly object?[] values = new object?[DimensionPolicy.All.Count];

    public static LabelValues Nothing { get; } = new();

    public Refusal? Refusal { get; init; }

    /// <summary>The dimensions that the labels speak of, one bit each.</summary>
    public int Says { get; init; }

    public object? this[Dimension dimension]
    {
        get => values[(int)dimension];
        init => values[(int)dimension] = value;
    }

    public static LabelValues Of(Dimension dimension, object? value) => new() { [dimension] = value };

    public static LabelValues Refused(FindingCode code, Label label, params string[] arguments) =>
        new() { Refusal = new(code, label.Text, label.Address, arguments) };

    /// <summary>The same refusal, which a person could lift.</summary>
    public LabelValues Asking(QuestionKind kind, string about, params IEnumerable<AskOption> options) =>
        new() { Refusal = Refusal! with { Ask = new(kind, about.Trim(), [.. options]) } };

    /// <summary>The same question under another name.</summary>
    public LabelValues Titled(string title) =>
        new() { Refusal = Refusal! with { Ask = Refusal!.Ask! with { Title = title } } };

    /// <summary>What the labels of each dimension say, put together: where two speak of one dimension besides their own, the first.</summary>
    public static LabelValues Join(LabelValues?[] parts, int says)
    {
        Refusal? refusal = null;
        foreach (var part in parts)
        {
            refusal ??= part?.Refusal;
        }

        var all = new LabelValues { Says = says, Refusal = refusal };
        for (var i = 0; i < parts.Length; i++)
        {
            var own = parts[i]?.values[i];
            for (var j = 0; own is null && j < parts.Length; j++)
            {
                own = parts[j]?.values[i];
            }

            if (own is not null)
            {
                all.values[i] = own;
            }
        }

        return all;
    }

    /// <summary>What both say; the refusal of either, and one more where they contradict each other and nobody has said which holds.</summary>
    public LabelValues With(LabelValues other, AnswerBook book)
    {
        if ((Refusal ?? other.Refusal) is { } refusal)
        {
            return new() { Refusal = refusal };
        }

        var all = new LabelValues { Says = Says | other.Says };
        foreach (var policy in DimensionPolicy.All)
        {
            var at = (int)policy.Dimension;
            var (one, theirs) = (values[at], other.values[at]);
            all.values[at] = one is null || theirs is null ? one ?? theirs : policy.Combine(one, theirs);
            if (one is not null && all.values[at] is null)
            {
                var refused = Rivals.Refuse(policy.Dimension, one, theirs!);
                var answered =
                    refused.Ask is { } ask && book.Find(ask) is { } answer
                        ? AnsweredLabel.Of(refused, ask, answer, policy.Dimension)
                        : null;
                if (answered?[policy.Dimension] is not { } holds)
                {
                    return answered ?? new() { Refusal = refused };
                }

                all.values[at] = holds;
            }
        }

        return all;
    }
}
