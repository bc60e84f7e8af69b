namespace BriPipeline.Core.Imports;

/// <summary>What storage holds under a name is not what was written there, or is gone.</summary>
public sealed class BrokenBlobException : InvalidOperationException
{
    public BrokenBlobException() { }

    public BrokenBlobException(string message)
        : base(message) { }

    public BrokenBlobException(string message, Exception inner)
        : base(message, inner) { }
}
