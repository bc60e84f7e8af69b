using BriPipeline.Core.Imports;

namespace BriPipeline.Web.Tests;

/// <summary>A test with a page of its own.</summary>
public abstract class PageTests : IAsyncLifetime
{
    private PageHost host = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal StorageInMemory Storage => host.Storage;

    protected HttpClient Client => host.Client;

    public async ValueTask InitializeAsync() => host = await PageHost.StartAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static UploadRecord Upload(UploadState state, string path = "partners-2022.xlsx", int hour = 9) =>
        new()
        {
            Source = "kz-bns",
            Path = path,
            LastModified = new DateTimeOffset(2023, 2, 20, hour, 0, 0, TimeSpan.Zero),
            ETag = "\"0x1\"",
            State = state,
            ReceivedAt = new DateTimeOffset(2023, 2, 20, hour, 0, 1, TimeSpan.Zero),
        };
}
