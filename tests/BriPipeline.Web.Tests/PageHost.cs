using System.Net;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Web.Tests;

/// <summary>The page on a free loopback port, over storage in memory.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private PageHost(WebApplication running, StorageInMemory storage)
    {
        app = running;
        Storage = storage;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(running.Urls.First()),
        };
    }

    public StorageInMemory Storage { get; }
    public HttpClient Client { get; }

    public static async Task<PageHost> StartAsync(CancellationToken cancellation)
    {
        var storage = new StorageInMemory();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRazorComponents();
        builder
            .Services.AddSingleton(TimeProvider.System)
            .AddSingleton<ICallers>(new StorageCallers(storage))
            .AddSingleton<ILedger>(storage)
            .AddSingleton<IUploadStore>(storage)
            .AddSingleton<IUploadList>(storage)
            .AddSingleton<IUploadTickets>(storage)
            .AddSingleton<IReferenceStore>(storage)
            .AddSingleton<IReportStore>(storage)
            .AddSingleton<ISummaryStore>(storage)
            .AddSingleton<IRegisterStore>(storage)
            .AddSingleton<ITradeReader>(storage)
            .AddSingleton<ISeriesReader>(storage)
            .AddSingleton<IChallengeStore>(storage)
            .AddSingleton<SummaryRun>()
            .AddSingleton<IStorageHealth>(storage);
        var built = builder.Build();
        built.MapBriPipeline();
        await built.StartAsync(cancellation);
        return new PageHost(built, storage);
    }

    /// <summary>Whoever sits at this machine, or whom a test names.</summary>
    private sealed class StorageCallers(StorageInMemory storage) : ICallers
    {
        private readonly LocalCallers local = new();

        public Caller? Find(HttpRequest request) => storage.Caller ?? local.Find(request);

        public string? SignInAddress(string back) => local.SignInAddress(back);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
