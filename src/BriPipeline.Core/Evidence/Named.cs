namespace BriPipeline.Core.Evidence;

/// <summary>A value with its name as the publisher writes it. Two names of one value are the same value.</summary>
public sealed record Named<T>(T Value, string Name)
    where T : struct
{
    public bool Equals(Named<T>? other) => other is not null && Value.Equals(other.Value);

    public override int GetHashCode() => Value.GetHashCode();
}
