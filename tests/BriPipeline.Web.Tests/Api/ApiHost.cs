using System.Net;
using System.Text;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Local;
using BriPipeline.Web.Access;
using BriPipeline.Web.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(ApiHost))]

namespace BriPipeline.Web.Tests.Api;

/// <summary>The app on a free loopback port over a real Azurite, with two editions of one small source. Callers name their roles
/// in a header.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    public const string Source = "api-test";

    /// <summary>Between the two editions.</summary>
    public DateTimeOffset BetweenEditions { get; private set; }

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bri-api-");
    private AzuriteProcess azurite = null!;
    private WebApplication app = null!;

    public string ConnectionString => azurite.ConnectionString;

    public IServiceProvider Services => app.Services;

    /// <summary>An operator.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(folder.FullName, inMemory: true, _ => { }, CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection([
            new("Data", azurite.ConnectionString),
            new("ReaderOrigins", "https://one.example, https://charts.example"),
        ]);
        builder.Services.AddBriPipeline(builder.Configuration).AddSingleton<ICallers, ToldCallers>();
        app = builder.Build();
        app.MapBriPipeline();
        await app.StartAsync(CancellationToken.None);
        Client = As("Operator");
        await ImportAsync("100.5");
        BetweenEditions = TimeProvider.System.GetUtcNow();
        await Task.Delay(1100);
        await ImportAsync("110.5");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <param name="role">Null for somebody who is not known.</param>
    public HttpClient As(string? role, params string[] groups)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
        if (role is not null)
        {
            client.DefaultRequestHeaders.Add(ToldCallers.Header, role);
            client.DefaultRequestHeaders.Add(ToldCallers.Groups, string.Join(',', groups));
        }

        return client;
    }

    private async Task ImportAsync(string january)
    {
        var reference = Services.GetRequiredService<IReferenceStore>();
        const string Profile =
            """{"name":"api-test","reporter":"UZB","defaults":{"unit":"USD","multiplier":3,"commodity":"TOTAL"}}""";
        await reference.PutProfileAsync(SourceProfile.Parse(Profile), CancellationToken.None);
        var lines = $"""
            partner,flow,period,value
            China,exports,2021-01,{january}
            China,exports,2021-02,101.5
            China,imports,2021-01,200
            Germany,exports,2021-01,50
            Germany,imports,2021-01,60
            World,exports,2021-01,900
            World,imports,2021-01,950
            Atlantis,imports,2021-01,1
            """;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        await Services
            .GetRequiredService<IUploadStore>()
            .PutAsync(Source, "2021/long.csv", content, CancellationToken.None);
        await Services
            .GetRequiredService<WorkbookImport>()
            .NotifyAsync(Source, "2021/long.csv", CancellationToken.None);
    }

    private sealed class ToldCallers : ICallers
    {
        public string? SignInAddress(string back) => null;

        public const string Header = "Test-Role";
        public const string Groups = "Test-Groups";

        public Caller? Find(HttpRequest request) =>
            request.Headers[Header].ToString() switch
            {
                "" => Caller.Nobody,
                "Guest" => new Caller(IsKnown: true, new HashSet<Role>()),
                var role => new Caller(IsKnown: true, new HashSet<Role> { Enum.Parse<Role>(role) })
                {
                    Name = role,
                    Groups = request
                        .Headers[Groups]
                        .ToString()
                        .Split(',')
                        .Append(role)
                        .ToHashSet(StringComparer.Ordinal),
                },
            };
    }
}
