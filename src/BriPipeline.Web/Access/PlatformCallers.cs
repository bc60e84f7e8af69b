using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace BriPipeline.Web.Access;

/// <summary>Azure: the platform signs people in and passes on who they are. Where sign-in is off anybody could send that header, so
/// that no caller is known.</summary>
public sealed class PlatformCallers(IConfiguration settings) : ICallers
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string RoleClaim = "roles";

    /// <summary>Of the groups of a person, and of the person or program.</summary>
    private static readonly string[] GroupClaims =
    [
        "groups",
        "oid",
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
    ];

    /// <summary>A person's, then a program's.</summary>
    private static readonly string[] NameClaims = ["name", "preferred_username", "azp", "appid"];

    /// <summary>Set by the platform, and by it alone, where sign-in is on.</summary>
    private readonly bool isSignInOn = string.Equals(
        settings["WEBSITE_AUTH_ENABLED"],
        "true",
        StringComparison.OrdinalIgnoreCase
    );

    public Caller? Find(HttpRequest request) =>
        isSignInOn && request.Headers[Header] is [{ Length: > 0 } principal] ? Read(principal) : Caller.Nobody;

    /// <summary>The platform's own page; the token comes back with the request for the address.</summary>
    public string? SignInAddress(string back) =>
        isSignInOn ? $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(back)}" : null;

    private static string? NameOf(JsonElement claims) =>
        NameClaims
            .Select(name =>
                claims
                    .EnumerateArray()
                    .Where(claim => claim.GetProperty("typ").GetString() == name)
                    .Select(claim => claim.GetProperty("val").GetString())
                    .FirstOrDefault()
            )
            .FirstOrDefault(name => name is not null);

    private static Caller Read(string principal)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(principal));
            var ownName = json.RootElement.TryGetProperty("role_typ", out var name) ? name.GetString() : null;
            var claims = json
                .RootElement.GetProperty("claims")
                .EnumerateArray()
                .Select(claim =>
                    (Type: claim.GetProperty("typ").GetString(), Value: claim.GetProperty("val").GetString() ?? "")
                )
                .ToList();
            var appRoles = claims
                .Where(claim => claim.Type is not null && (claim.Type == RoleClaim || claim.Type == ownName))
                .Select(claim => claim.Value)
                .ToList();
            var roles = appRoles.Where(value => Enum.IsDefined(typeof(Role), value)).Select(Enum.Parse<Role>);
            return new(IsKnown: true, roles.ToHashSet())
            {
                Name = NameOf(json.RootElement.GetProperty("claims")),
                Groups = claims
                    .Where(claim => GroupClaims.Contains(claim.Type, StringComparer.Ordinal))
                    .Select(claim => claim.Value)
                    .Concat(appRoles)
                    .ToHashSet(StringComparer.Ordinal),
            };
        }
        catch (Exception wrong)
            when (wrong is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Caller.Nobody;
        }
    }
}
