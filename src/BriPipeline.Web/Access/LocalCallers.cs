using System.Net;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Access;

/// <summary>One machine: whoever sits at it may do all. A name other than this machine's own means that a page elsewhere made its
/// name point here (DNS rebinding).</summary>
public sealed class LocalCallers : ICallers
{
    private static readonly Caller Owner = new(IsKnown: true, new HashSet<Role>(Enum.GetValues<Role>()))
    {
        Name = Environment.UserName,
    };

    public Caller? Find(HttpRequest request) =>
        IsThisMachine(request.Host.Host) && IsLoopback(request.HttpContext.Connection.RemoteIpAddress) ? Owner : null;

    public string? SignInAddress(string back) => null;

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>A test server has no address.</summary>
    private static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address);
}
