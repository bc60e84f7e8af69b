using System.Net;
using System.Text.RegularExpressions;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Web.Access;
using BriPipeline.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Tests.Access;

/// <summary>Who may do what: <c>docs/access.md</c> says it, the table has it, and the app does it.</summary>
public sealed partial class RightsTests(ApiHost host)
{
    public static TheoryData<string> Callers => ["", "Guest", "Reader", "Uploader", "Operator"];

    private static readonly (string Row, Right Right)[] Meaning =
    [
        ("everybody", Right.None),
        ("Reader, Uploader, Operator", Right.Read),
        ("Uploader, Operator", Right.Upload),
        ("Operator", Right.Operate),
    ];

    [Fact]
    public void Page_ListsEveryAddressWithItsRight()
    {
        var expected = Endpoints
            .Table.Select(address =>
                $"| `{address.Method} {address.Pattern}` | {Meaning.Single(row => row.Right == address.Right).Row} |"
            )
            .Where(row => !row.Contains("{**rest}", StringComparison.Ordinal));
        var listed = Row().Matches(RepositoryFiles.Read("docs/access.md")).Select(match => match.Value);

        Assert.Equal(expected, listed);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Every_AddressIsOpenToThoseOnly(string role)
    {
        // The source of the addresses below: what an uploader may do is done where he may upload.
        await host
            .Services.GetRequiredService<IReferenceStore>()
            .PutProfileAsync(
                SourceProfile.Parse("""{ "name": "none", "uploaders": ["Uploader"] }"""),
                TestContext.Current.CancellationToken
            );
        using var client = host.As(role.Length == 0 ? null : role);
        foreach (var address in Endpoints.Table)
        {
            var path = Part().Replace(address.Pattern, "none");
            using var request = new HttpRequestMessage(new HttpMethod(address.Method), path);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            var may = role switch
            {
                "" or "Guest" => address.Right == Right.None,
                "Reader" => address.Right <= Right.Read,
                "Uploader" => address.Right <= Right.Upload,
                _ => true,
            };
            var refused = role.Length == 0 ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
            Assert.True(
                may == (response.StatusCode != refused),
                $"{role} {address.Method} {path}: {response.StatusCode}"
            );
            Assert.True((int)response.StatusCode < 500, $"{address.Method} {path}: {response.StatusCode}");
        }
    }

    [GeneratedRegex(@"\| `(?:GET|POST|PUT) /[^`]*` \| [A-Za-z, ]+ \|", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Part();
}
