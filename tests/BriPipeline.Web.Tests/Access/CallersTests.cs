using System.Net;
using System.Text;
using BriPipeline.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace BriPipeline.Web.Tests.Access;

public sealed class CallersTests
{
    private const string Reader =
        """{"auth_typ":"aad","role_typ":"roles","claims":[{"typ":"name","val":"A"},{"typ":"roles","val":"Reader"}]}""";

    [Theory]
    [InlineData("true", Reader, true, "Reader")]
    [InlineData(
        "True",
        """{"role_typ":"http://r","claims":[{"typ":"http://r","val":"Operator"},{"typ":"roles","val":"Uploader"}]}""",
        true,
        "Uploader Operator"
    )]
    [InlineData(
        "true",
        """{"claims":[{"typ":"roles","val":"Admin"},{"typ":"roles","val":"2"},{"typ":"groups","val":"Reader"}]}""",
        true,
        ""
    )]
    [InlineData("true", "no json", false, "")]
    [InlineData("true", "[]", false, "")]
    [InlineData("true", """{"claims":[{}]}""", false, "")]
    [InlineData("true", null, false, "")]
    [InlineData("false", Reader, false, "")]
    [InlineData(null, Reader, false, "")]
    public void Platform_IsBelieved_OnlyWhereItSaysThatSignInIsOn(
        string? signIn,
        string? principal,
        bool isKnown,
        string roles
    )
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", signIn)]).Build();
        var context = new DefaultHttpContext();
        if (principal is not null)
        {
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(
                Encoding.UTF8.GetBytes(principal)
            );
        }

        var caller = new PlatformCallers(settings).Find(context.Request)!;

        Assert.Equal(isKnown, caller.IsKnown);
        Assert.Equal(roles, string.Join(' ', caller.Roles.Order()));
    }

    /// <summary>Profiles name uploaders by role, group or object id.</summary>
    [Fact]
    public void Platform_TellsRolesGroupsAndObjectIds()
    {
        const string Principal = """
            {"claims":[{"typ":"roles","val":"Uploader"},{"typ":"roles","val":"Uploader.kz"},{"typ":"groups","val":"g-1"},
            {"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"o-1"},{"typ":"name","val":"A"}]}
            """;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", "true")]).Build();
        var context = new DefaultHttpContext();
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Principal));

        var caller = new PlatformCallers(settings).Find(context.Request)!;

        Assert.Equal(["Uploader", "Uploader.kz", "g-1", "o-1"], caller.Groups.Order(StringComparer.Ordinal));
        Assert.Equal([Role.Uploader], caller.Roles);
    }

    /// <summary>Two headers, or one that is no Base64, come from nobody.</summary>
    [Theory]
    [InlineData("!!")]
    [InlineData("e30=", "e30=")]
    public void Platform_KnowsNobody_ByADamagedHeader(params string[] values)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", "true")]).Build();
        var context = new DefaultHttpContext();
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = values;

        Assert.Same(Caller.Nobody, new PlatformCallers(settings).Find(context.Request));
    }

    [Theory]
    [InlineData("localhost:5080", "127.0.0.1", true)]
    [InlineData("127.0.0.1:5080", "127.0.0.1", true)]
    [InlineData("[::1]:5080", "::1", true)]
    [InlineData("evil.example", "127.0.0.1", false)]
    [InlineData("localhost.evil.example", "127.0.0.1", false)]
    [InlineData("192.168.1.7:5080", "127.0.0.1", false)]
    [InlineData("localhost:5080", "192.168.1.7", false)]
    public void Local_IsForThisMachineUnderItsOwnNames(string host, string from, bool isMeant)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString(host);
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);

        var caller = new LocalCallers().Find(context.Request);

        Assert.Equal(isMeant, caller is not null);
        Assert.True(caller?.May(Right.Operate) ?? true);
    }
}
