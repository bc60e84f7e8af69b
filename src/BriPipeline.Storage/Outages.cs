using Azure;
using Azure.Identity;
using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Storage that does not answer (status 0), is busy, or does not let the app in: a role that was just given takes minutes
/// to be known.</summary>
public sealed class Outages : IOutages
{
    public bool IsOutage(Exception fault) =>
        fault switch
        {
            RequestFailedException failed => failed.Status is 0 or 401 or 403 or 408 or 429 or >= 500,
            // The client library gathers the failures of its retries.
            AggregateException all => all.InnerExceptions.All(IsOutage),
            AuthenticationFailedException => true,
            // The library's own time limit; a run that was told to stop is no failure at all.
            OperationCanceledException => true,
            _ => false,
        };

    public bool IsLasting(Exception fault) =>
        fault switch
        {
            UnstorableException or BrokenBlobException => true,
            RequestFailedException failed => failed.ErrorCode
                is "PropertyValueTooLarge"
                    or "EntityTooLarge"
                    or "KeyValueTooLarge"
                    or "PropertyNameTooLong"
                    or "TooManyProperties"
                    or "RequestBodyTooLarge"
                    or "OutOfRangeInput",
            AggregateException { InnerExceptions: [.., var last] } => IsLasting(last),
            _ => false,
        };
}
