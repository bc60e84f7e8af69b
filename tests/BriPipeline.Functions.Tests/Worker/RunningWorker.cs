using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Local;
using BriPipeline.Storage;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The published app on an empty account, for the tests of a class.</summary>
public sealed class RunningWorker : IAsyncLifetime
{
    public const string Source = "sample-kz-yearly";
    public const string Workbook = "kazakhstan-partners-2022.xlsx";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bri-worker-");
    private readonly string app;
    private AzuriteProcess? azurite;

    internal FunctionsHost Host { get; private set; } = null!;

    internal string Account => azurite!.ConnectionString;

    internal StoragePorts Ports { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public RunningWorker(PublishedApp app) => this.app = app.Folder;

    /// <param name="app">The folder of a published app.</param>
    internal RunningWorker(string app) => this.app = app;

    public async ValueTask InitializeAsync()
    {
        await StartAccountAsync();
        await StartWorkerAsync();
    }

    internal async Task StartAccountAsync()
    {
        azurite = await AzuriteProcess.StartAsync(
            folder.FullName,
            inMemory: true,
            TestContext.Current.SendDiagnosticMessage,
            Cancellation
        );
        Ports = new StoragePorts(new StorageAccount(StorageSettings.OfConnectionString(Account)));
    }

    internal async Task StartWorkerAsync(params (string Name, string Value)[] more)
    {
        var settings = Settings(Account);
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        Host = await FunctionsHost.StartAsync(app, settings, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await (Host?.DisposeAsync() ?? default);
        await (azurite?.DisposeAsync() ?? default);
        folder.Delete(recursive: true);
    }

    /// <summary>The app's settings in Azure, where the platform signs callers in.</summary>
    internal static Dictionary<string, string> Settings(string account) =>
        new(StringComparer.Ordinal)
        {
            ["Data"] = account,
            ["SummarySchedule"] = "0 0 1 * * *",
            ["SweepSchedule"] = "0 0 * * * *",
            ["WEBSITE_AUTH_ENABLED"] = "true",
        };

    /// <summary>What the platform says of somebody who is signed in and has a role.</summary>
    internal static HttpRequestMessage Request(HttpMethod method, string address, string? role)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (role is not null)
        {
            var claim = new JsonObject { ["typ"] = "roles", ["val"] = role };
            var principal = new JsonObject { ["claims"] = new JsonArray(claim) };
            request.Headers.Add(
                "X-MS-CLIENT-PRINCIPAL",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(principal.ToJsonString()))
            );
        }

        return request;
    }

    /// <summary>Puts the sample's workbook and profile into the account; nobody is told.</summary>
    internal async Task UploadAsync(string source, string path, Stream? content = null)
    {
        var samples = Path.Combine(RepositoryFiles.Root, "src", "BriPipeline.Local", "Samples");
        var profile = await File.ReadAllTextAsync(Path.Combine(samples, "sources", $"{Source}.json"), Cancellation);
        await Ports.Reference.PutProfileAsync(SourceProfile.Parse(profile) with { Name = source }, Cancellation);
        await using var workbook = content ?? File.OpenRead(Path.Combine(samples, Source, Workbook));
        await Ports.Uploads.PutAsync(source, path, workbook, Cancellation);
    }

    /// <summary>Leaves what Event Grid writes once it has given up an event.</summary>
    internal async Task PutDeadLetterAsync(string source, string path)
    {
        var letters = new BlobContainerClient(Account, "deadletters");
        await letters.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        var letter = new JsonObject
        {
            ["subject"] = $"/blobServices/default/containers/uploads/blobs/{source}/{path}",
            ["deadLetterReason"] = "MaxDeliveryAttemptsExceeded",
        };
        await letters.UploadBlobAsync(
            $"topic/UPLOADS/{source}.json",
            BinaryData.FromString(new JsonArray(letter).ToJsonString()),
            Cancellation
        );
    }

    internal async Task<UploadRecord> LedgerAsync(string source) =>
        await Ports.Ledger.ListAsync(source, Cancellation).FirstAsync(Cancellation);

    internal Task<Invocation> ImportAsync(string source, string path) =>
        Host.InvokeAsync("ImportWorkbook", TriggerData.Blob("uploads", $"{source}/{path}"), Cancellation);
}
