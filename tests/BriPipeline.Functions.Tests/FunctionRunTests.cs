using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Functions.Tests;

/// <summary>Every function, called as the host calls it, on an empty account.</summary>
public sealed partial class FunctionRunTests : IAsyncLifetime
{
    private const string Source = "sample-kz-yearly";
    private const string File = "kazakhstan-partners-2022.xlsx";
    private static readonly TimePeriod Year = TimePeriod.OfYear(2022);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bri-functions-");
    private AzuriteProcess azurite = null!;
    private ServiceProvider services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(
            folder.FullName,
            inMemory: true,
            TestContext.Current.SendDiagnosticMessage,
            Cancellation
        );
        services = App.Compose(azurite.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ImportWorkbook_StoresTheFigures_WhenAnUploadArrives()
    {
        var upload = await UploadAsync();

        await services.RunAsync("ImportWorkbook", upload);

        Assert.Equal(UploadState.Done, (await LedgerAsync()).State);
        Assert.Equal(13_060_205_479.11m, await ExportsToChinaAsync());
    }

    [Fact]
    public async Task ImportWorkbook_ChangesNothing_WhenTheEventComesAgain()
    {
        var upload = await UploadAsync();
        await services.RunAsync("ImportWorkbook", upload);
        var record = await LedgerAsync();

        await services.RunAsync("ImportWorkbook", upload);

        Assert.Equal(record, await LedgerAsync());
    }

    [Fact]
    public async Task ImportWorkbook_AsksForAFolder_WhenTheFileIsInNone()
    {
        var uploads = new BlobContainerClient(azurite.ConnectionString, "uploads");
        await uploads.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await uploads.UploadBlobAsync(File, BinaryData.FromString("no workbook"), Cancellation);

        await services.RunAsync("ImportWorkbook", uploads.GetBlobClient(File));

        var record = await services
            .GetRequiredService<ILedger>()
            .ListAsync(null, Cancellation)
            .SingleAsync(Cancellation);
        Assert.Equal(UploadState.Rejected, record.State);
        Assert.Contains("folder", record.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequeuePoisoned_EntersTheUpload_ForTheNextSweep()
    {
        await UploadAsync();

        await services.RunAsync(
            "RequeuePoisoned",
            $$"""{"FunctionId":"ImportWorkbook","BlobType":"BlockBlob","ContainerName":"uploads","BlobName":"{{Source}}/2022/{{File}}","ETag":"0x1"}"""
        );

        Assert.Equal(UploadState.Received, (await LedgerAsync()).State);
        await services.RunAsync("SweepUploads", new TimerInfo());
        Assert.Equal(UploadState.Done, (await LedgerAsync()).State);
    }

    [Fact]
    public async Task RequeuePoisoned_TakesAMessageThatIsAboutNoUpload()
    {
        await services.RunAsync("RequeuePoisoned", "not what the host writes");

        Assert.Empty(
            await services.GetRequiredService<ILedger>().ListAsync(null, Cancellation).ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task SweepUploads_TakesDeadLetters()
    {
        await UploadAsync();
        var letters = new BlobContainerClient(azurite.ConnectionString, "deadletters");
        await letters.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await letters.UploadBlobAsync(
            "topic/UPLOADS/2026/11/25/7/a.json",
            BinaryData.FromString(
                $$"""[{"subject":"/blobServices/default/containers/uploads/blobs/{{Source}}/2022/{{File}}","deadLetterReason":"MaxDeliveryAttemptsExceeded"}]"""
            ),
            Cancellation
        );
        await letters.UploadBlobAsync("topic/b.json", BinaryData.FromString("cut sh"), Cancellation);

        await services.RunAsync("SweepUploads", new TimerInfo());

        Assert.Equal(UploadState.Done, (await LedgerAsync()).State);
        Assert.Empty(await letters.GetBlobsAsync(new GetBlobsOptions(), Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task SweepUploads_StoresTheFigures_WhenTheEventWasLost()
    {
        await UploadAsync();

        await services.RunAsync("SweepUploads", new TimerInfo());

        Assert.Equal(UploadState.Done, (await LedgerAsync()).State);
        Assert.Equal(13_060_205_479.11m, await ExportsToChinaAsync());
    }

    [Fact]
    public async Task CompileSummaries_WritesTheYearThatIsDue_AndNothingWhenRunAgain()
    {
        await services.RunAsync("ImportWorkbook", await UploadAsync());
        var summaries = services.GetRequiredService<ISummaryStore>();

        await services.RunAsync("CompileSummaries", new TimerInfo());
        await services.RunAsync("CompileSummaries", new TimerInfo { IsPastDue = true });

        var summary = await summaries.FindAsync("KAZ", Year, Cancellation);
        Assert.NotNull(summary);
        Assert.Null(summary.Reason);
        Assert.Equal(1, summary.Edition);
        foreach (var document in summary.Documents)
        {
            Assert.NotEmpty((await summaries.FindDocumentAsync(document, Cancellation))!);
        }
    }

    [Fact]
    public async Task Health_IsGood_WhenTheAccountAnswers()
    {
        var (status, parts) = await HealthAsync(services);

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.NotEmpty(parts.EnumerateObject());
    }

    [Fact]
    public async Task Health_IsBad_WhenTheAccountIsGone()
    {
        await using var gone = App.Compose(Port().Replace(azurite.ConnectionString, ":1/"));

        var (status, _) = await HealthAsync(gone);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, status);
    }

    private async Task<BlobClient> UploadAsync()
    {
        var samples = Path.Combine(RepositoryFiles.Root, "src", "BriPipeline.Local", "Samples");
        var profile = await System.IO.File.ReadAllTextAsync(
            Path.Combine(samples, "sources", $"{Source}.json"),
            Cancellation
        );
        await services
            .GetRequiredService<IReferenceStore>()
            .PutProfileAsync(SourceProfile.Parse(profile), Cancellation);
        await using var workbook = System.IO.File.OpenRead(Path.Combine(samples, Source, File));
        await services.GetRequiredService<IUploadStore>().PutAsync(Source, $"2022/{File}", workbook, Cancellation);
        return new BlobClient(azurite.ConnectionString, "uploads", $"{Source}/2022/{File}");
    }

    private async Task<UploadRecord> LedgerAsync() =>
        await services.GetRequiredService<ILedger>().ListAsync(Source, Cancellation).SingleAsync(Cancellation);

    private async Task<decimal> ExportsToChinaAsync()
    {
        var query = new TradeQuery
        {
            Reporter = new Area("KAZ"),
            Partner = new Area("CHN"),
            Flow = TradeFlow.X,
            From = Year,
            To = Year,
        };
        var row = await services
            .GetRequiredService<ITradeReader>()
            .QueryAsync(query, Cancellation)
            .SingleAsync(Cancellation);
        return row.Value;
    }

    private static async Task<(int Status, JsonElement Parts)> HealthAsync(ServiceProvider services)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        var result = (IResult)(await services.RunAsync("Health", context.Request))!;
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, JsonDocument.Parse(body.ToArray()).RootElement);
    }

    /// <summary>Nobody listens at port 1.</summary>
    [GeneratedRegex(@":\d+/")]
    private static partial Regex Port();
}
