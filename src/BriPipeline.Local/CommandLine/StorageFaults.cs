using Azure;

namespace BriPipeline.Local.CommandLine;

/// <summary>What a failing storage account says, in a line.</summary>
internal static class StorageFaults
{
    /// <summary>Null where the fault is not one of storage.</summary>
    internal static string? Tell(Exception fault) =>
        fault switch
        {
            RequestFailedException failed =>
                $"The storage account refused or failed: {failed.Message.Split('\n')[0].TrimEnd()}",
            AggregateException { InnerExceptions: [var first, ..] } => Tell(first),
            _ => null,
        };
}
