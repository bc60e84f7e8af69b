using System.Text;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Storage.Tests;

public sealed class StoresTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Summaries_KeepBothOwnersColumns()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var period = TimePeriod.OfMonth(2023, 7);
        var store = office.Ports.Summaries;
        await store.MarkDirtyAsync(office.Reporter, [period, period.YearLater], 7, default);
        await store.MarkDirtyAsync(office.Reporter, [period], 5, default);
        var compiled = new SummaryRecord(office.Reporter, period, 99, 7, 1, true, ["a.html"], null);

        await store.PutAsync(compiled, default);

        var found = await store.FindAsync(office.Reporter, period, default);
        Assert.Equal(compiled with { DirtySeq = 7, Documents = found!.Documents }, found);
        Assert.Equal("a.html", Assert.Single(found.Documents));
        Assert.Null(await store.FindAsync(office.Reporter, TimePeriod.OfYear(2023), default));
    }

    [Fact]
    public async Task Documents_AreReadBack_AndNullWhereThereAreNone()
    {
        var ports = (await Office.OpenAsync(azurite.Account)).Ports;
        await ports.Summaries.PutDocumentAsync("KAZ/2023/1/en.html", "text/html", new byte[] { 1, 2 }, default);
        await ports.Reference.PutTextAsync("groups.json", "[]", default);

        var document = await ports.Summaries.FindDocumentAsync("KAZ/2023/1/en.html", default);
        Assert.Equal(new byte[] { 1, 2 }, document!);
        Assert.Null(await ports.Summaries.FindDocumentAsync("none", default));
        Assert.Equal("[]", await ports.Reference.FindTextAsync("groups.json", default));
        Assert.Null(await ports.Reference.FindTextAsync("none", default));
        Assert.Null(await ports.Reference.FindProfileAsync("none", default));
    }

    [Fact]
    public async Task Sources_AreListed()
    {
        var office = await Office.OpenAsync(azurite.Account);

        var sources = await office.Ports.Reference.ListSourcesAsync(default).ToListAsync();
        Assert.Contains(sources, source => source == office.Source);
        Assert.Equal(
            office.Reporter,
            (await office.Ports.Reference.FindProfileAsync(office.Source, default))!.Reporter
        );
    }

    [Fact]
    public async Task Health_HasNoComplaint_WhenTheAccountAnswers_AndNamesThePart_WhenItDoesNot()
    {
        using var line = new FaultyLine { DiesAt = 1 };

        var well = await new StorageHealth(azurite.Account).CheckAsync(default);
        var ill = await new StorageHealth(azurite.Through(line, retries: 0)).CheckAsync(default);

        Assert.Equal("blob, queue, table", string.Join(", ", well.Keys));
        Assert.All(well.Values, Assert.Null);
        Assert.All(ill.Values, complaint => Assert.Contains("The line is dead.", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Archive_KeepsTheBytesOfEveryVersion()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var first = await office.ImportAsync("a.txt", "CHN X 2023-01 1");
        await office.ImportAsync("a.txt", "CHN X 2023-01 2");

        await using var kept = await office.Ports.Import.Archive.FindAsync(first.Sha256!, default);

        using var text = new StreamReader(kept!.Content, Encoding.UTF8);
        Assert.Equal("CHN X 2023-01 1", await text.ReadToEndAsync());
        Assert.Null(await office.Ports.Import.Archive.FindAsync("0", default));
    }

    [Fact]
    public async Task Ledger_KeepsTwoVersionsApart_WhenTheyAreOfOneSecond()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var first = await PutInOneSecondAsync(office, "CHN X 2023-01 1");
        await office.Ports.Ledger.RecordAsync(first, office.Clock.Now, default);
        var second = await PutInOneSecondAsync(office, "CHN X 2023-01 2");
        await office.Ports.Ledger.RecordAsync(second, office.Clock.Now, default);
        await office.Ports.Ledger.RecordAsync(first, office.Clock.Now, default);
        await office.Ports.Ledger.RecordAsync(second, office.Clock.Now, default);

        Assert.Equal([first.ETag, second.ETag], await OpenAsync(office));
    }

    [Fact]
    public async Task Ledger_LeavesOutAVersion_WhenALaterOneOfTheSameSecondWasEnteredBefore()
    {
        var office = await Office.OpenAsync(azurite.Account);
        var first = await PutInOneSecondAsync(office, "CHN X 2023-01 1");
        var second = await PutInOneSecondAsync(office, "CHN X 2023-01 2");
        await office.Ports.Ledger.RecordAsync(second, office.Clock.Now, default);
        await office.Ports.Ledger.RecordAsync(first, office.Clock.Now, default);

        Assert.Equal([second.ETag], await OpenAsync(office));
    }

    /// <summary>Writes over <c>a.txt</c>; the version is seen as of one and the same second.</summary>
    private static async Task<UploadVersion> PutInOneSecondAsync(Office office, string text)
    {
        await office.PutAsync("a.txt", text);
        var version = await office.Ports.Uploads.FindAsync(office.Source, "a.txt", default);
        return version! with { LastModified = DateTimeOffset.UnixEpoch.AddYears(50) };
    }

    private static async Task<List<string>> OpenAsync(Office office) =>
        [
            .. (await office.Ports.Import.Ledger.ListOpenAsync(office.Source, default)).Select(entry =>
                entry.Record.ETag
            ),
        ];

    [Fact]
    public async Task Ledger_Throws_WhenSomebodyElseHasChangedTheRow()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.PutAsync("a.txt", "");
        var ledger = office.Ports.Import.Ledger;
        await ledger.RecordAsync(
            (await office.Ports.Uploads.FindAsync(office.Source, "a.txt", default))!,
            office.Clock.Now,
            default
        );
        var entry = (await ledger.ListOpenAsync(office.Source, default))[0];
        await ledger.UpdateAsync(entry, entry.Record with { Tries = 1 }, default);

        await Assert.ThrowsAsync<LeaseLostException>(() =>
            ledger.UpdateAsync(entry, entry.Record with { Tries = 2 }, default)
        );
        Assert.Equal(1, (await ledger.UpdateAsync(entry, entry.Record with { Tries = 1 }, default)).Record.Tries);
    }
}
