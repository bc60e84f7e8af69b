namespace BriPipeline.Local.CommandLine;

/// <summary>The command line asks for what cannot be; the message says why and how to put it right.</summary>
public sealed class UsageException : Exception
{
    public UsageException() { }

    public UsageException(string message)
        : base(message) { }

    public UsageException(string message, Exception innerException)
        : base(message, innerException) { }
}
