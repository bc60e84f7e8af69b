using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Access;

/// <summary>Tells who made a request; each host has its own way.</summary>
public interface ICallers
{
    /// <summary>Null where the request was not meant for this host at all.</summary>
    Caller? Find(HttpRequest request);

    /// <summary>Where a person signs in and comes back to an address of the app; null where there is no such place.</summary>
    string? SignInAddress(string back);
}
