namespace BriPipeline.Core.Imports;

/// <summary>Another worker has taken the source over: this one must stop, and nothing is wrong.</summary>
public sealed class LeaseLostException : Exception
{
    public LeaseLostException() { }

    public LeaseLostException(string message)
        : base(message) { }

    public LeaseLostException(string message, Exception inner)
        : base(message, inner) { }
}
