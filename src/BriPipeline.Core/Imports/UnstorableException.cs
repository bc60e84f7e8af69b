namespace BriPipeline.Core.Imports;

/// <summary>Storage would refuse a row for good: too large, or a key that it does not take. Trying again does not help.</summary>
public sealed class UnstorableException : InvalidOperationException
{
    public UnstorableException() { }

    public UnstorableException(string message)
        : base(message) { }

    public UnstorableException(string message, Exception inner)
        : base(message, inner) { }
}
