using BriPipeline.Core.Layouts;

namespace BriPipeline.Core.Observations;

/// <summary>The texts of some labels of one dimension, wherever they stand: equal sets read the same.</summary>
internal readonly struct LabelTexts(List<Label> labels) : IEquatable<LabelTexts>
{
    private readonly List<Label> labels = labels;

    public bool Equals(LabelTexts other)
    {
        if (labels.Count != other.labels.Count)
        {
            return false;
        }

        for (var i = 0; i < labels.Count; i++)
        {
            var one = labels[i];
            var two = other.labels[i];
            if (
                one.Dimension != two.Dimension
                || one.Kind != two.Kind
                || !string.Equals(one.Text, two.Text, StringComparison.Ordinal)
                || !string.Equals(one.Heading, two.Heading, StringComparison.Ordinal)
            )
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is LabelTexts other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var label in labels)
        {
            hash.Add(label.Dimension);
            hash.Add(label.Text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
