using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace BriPipeline.Storage.Tests;

/// <summary>One bit of one kept object or row is flipped: verification names it, and a repair spreads it nowhere. <c>BRI_BITS=10000</c>
/// flips that many.</summary>
public sealed class FlippedBitTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    internal static readonly int Bits = int.TryParse(
        Environment.GetEnvironmentVariable("BRI_BITS"),
        CultureInfo.InvariantCulture,
        out var count
    )
        ? count
        : 40;

    /// <summary>Whose rows follow from blobs, and are put right.</summary>
    private static readonly string[] Tables = ["Trade", "TradeByPeriod", "Revisions", "Series"];

    /// <summary>Whose rows follow from nothing else: they are named.</summary>
    private static readonly string[] Records = ["Feed", "Uploads"];

    [Fact]
    public async Task Verify_NamesWhateverHoldsAFlippedBit_AndRepairSpreadsNone()
    {
        var office = await Office.OpenAsync(azurite.Account);
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 2\nRUS M 2023-01 3");
        await office.ImportAsync("a.txt", "CHN X 2023-01 1\nCHN X 2023-02 4\nRUS M 2023-01 3");
        await office.ImportAsync("b.txt", "CHN X 2023-02 4\nCHN X 2023-03 5");
        Assert.Empty(await office.Verification.VerifyAsync(false, default));
        var right = await office.DumpAsync();
        var blobs = await BlobsAsync(office);
        var random = new Random(1);
        for (var round = 0; round < Bits; round++)
        {
            await (
                random.Next(3) switch
                {
                    0 => FlipInBlobAsync(office, blobs[random.Next(blobs.Count)], random, right),
                    1 => FlipInRowAsync(office, Tables[random.Next(Tables.Length)], random, right),
                    _ => FlipInRecordAsync(office, Records[random.Next(Records.Length)], random, right),
                }
            );
        }

        Assert.Empty(await office.Verification.VerifyAsync(false, default));
    }

    /// <summary>Nothing of what was read from a broken blob is written, and once it is whole again all is well.</summary>
    private static async Task FlipInBlobAsync(Office office, BlobClient blob, Random random, string right)
    {
        var content = (await blob.DownloadContentAsync()).Value;
        var (metadata, bytes) = (content.Details.Metadata, content.Content.ToArray());
        var flipped = (byte[])bytes.Clone();
        var (at, bit) = (random.Next(bytes.Length), random.Next(8));
        flipped[at] ^= (byte)(1 << bit);
        await blob.UploadAsync(new BinaryData(flipped), new BlobUploadOptions { Metadata = metadata });
        var what = $"{blob.BlobContainerName}/{blob.Name}, byte {at}, bit {bit}";

        var found = await office.Verification.RunAsync(repair: true, default);

        Assert.True(
            found.Any(one => one.Text.Contains(blob.Name, StringComparison.Ordinal) && !one.IsRepaired),
            $"{what}: {string.Join("; ", found.Select(one => one.Text))}"
        );
        Assert.Equal(right, await office.DumpAsync());
        await blob.UploadAsync(new BinaryData(bytes), new BlobUploadOptions { Metadata = metadata });
    }

    /// <summary>A row is put right from the blobs, which are whole.</summary>
    private static async Task FlipInRowAsync(Office office, string table, Random random, string right)
    {
        var rows = await office.Rows(table).ToListAsync();
        var (_, what) = await FlipAsync(office, table, rows[random.Next(rows.Count)], random, "Source");

        var found = (await office.Verification.RunAsync(repair: true, default)).Where(one => office.IsOwn(one.Text));

        Assert.True(found.Any(one => one.IsRepaired), $"{what} was not found");
        Assert.True(right == await office.DumpAsync(), $"{what} was not put right");
    }

    /// <summary>A row of the feed, its head, a done mark, or a row of the ledger: nothing of it is believed, and nothing written.</summary>
    private static async Task FlipInRecordAsync(Office office, string table, Random random, string right)
    {
        var client = office.Account.Tables.GetTableClient(table);
        var rows = await client.QueryAsync<TableEntity>().ToListAsync();
        var before = await RowsAsync(office);
        var (row, what) = await FlipAsync(office, table, rows[random.Next(rows.Count)], random);

        var found = await office.Verification.RunAsync(repair: true, default);

        Assert.True(
            found.Any(one =>
                one.Text.StartsWith(table + " ", StringComparison.Ordinal)
                && one.Text.Contains(row.RowKey, StringComparison.Ordinal)
                && !one.IsRepaired
            ),
            $"{what}: {string.Join("; ", found.Select(one => one.Text))}"
        );
        Assert.DoesNotContain(found, one => one.IsRepaired);
        Assert.Equal(right, await office.DumpAsync());
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace);
        Assert.Equal(before, await RowsAsync(office));
    }

    private static async Task<List<string>> RowsAsync(Office office)
    {
        var lines = new List<string>();
        foreach (var table in Records)
        {
            await foreach (var row in office.Account.Tables.GetTableClient(table).QueryAsync<TableEntity>())
            {
                lines.Add(
                    string.Join(
                        '|',
                        row.Where(column => column.Key is not ("odata.etag" or "Timestamp"))
                            .OrderBy(column => column.Key, StringComparer.Ordinal)
                            .Select(column =>
                                string.Create(CultureInfo.InvariantCulture, $"{column.Key}={column.Value}")
                            )
                    )
                );
            }
        }

        return lines;
    }

    /// <returns>The row as it was, and what was changed.</returns>
    private static async Task<(TableEntity Row, string What)> FlipAsync(
        Office office,
        string table,
        TableEntity row,
        Random random,
        params string[] left
    )
    {
        var columns = row.Where(column =>
                column.Key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey")
                && !left.Contains(column.Key, StringComparer.Ordinal)
            )
            .OrderBy(column => column.Key, StringComparer.Ordinal)
            .ToList();
        var (name, value) = columns[random.Next(columns.Count)];
        var flipped = new TableEntity(row) { [name] = Flipped(value, random) };
        await office.Account.Tables.GetTableClient(table).UpsertEntityAsync(flipped, TableUpdateMode.Replace);
        return (row, $"{table} {row.PartitionKey} {row.RowKey} {name}: {value} to {flipped[name]}");
    }

    internal static object Flipped(object value, Random random) =>
        value switch
        {
            int whole => whole ^ (1 << random.Next(31)),
            long whole => whole ^ (1L << random.Next(40)),
            double number => BitConverter.Int64BitsToDouble(
                BitConverter.DoubleToInt64Bits(number) ^ (1L << random.Next(52))
            ),
            bool flag => !flag,
            DateTimeOffset time => time.AddTicks(1L << random.Next(40)),
            string { Length: > 0 } text => Flipped(text, random.Next(text.Length), random.Next(4)),
            _ => "a",
        };

    private static string Flipped(string text, int at, int bit) =>
        string.Concat(text.AsSpan(0, at), ((char)(text[at] ^ (1 << bit))).ToString(), text.AsSpan(at + 1));

    /// <summary>What the source keeps: the uploads as they came with their names, its manifests and its plans.</summary>
    private static async Task<List<BlobClient>> BlobsAsync(Office office)
    {
        var kept = (await office.LedgerAsync()).Select(record => ("archive", record.Sha256!)).ToHashSet();
        foreach (var (container, folder) in new[] { ("manifests", ""), ("plans", ""), ("archive", "versions/") })
        {
            await foreach (
                var blob in office
                    .Account.Blobs.GetBlobContainerClient(container)
                    .GetBlobsAsync(new() { Prefix = $"{folder}{office.Source}/" }, default)
            )
            {
                kept.Add((container, blob.Name));
            }
        }

        return
        [
            .. kept.Select(blob => office.Account.Blobs.GetBlobContainerClient(blob.Item1).GetBlobClient(blob.Item2)),
        ];
    }
}
