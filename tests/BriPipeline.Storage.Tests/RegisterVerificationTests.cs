using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

/// <summary>Registers as <c>verify</c> sees them.</summary>
public sealed class RegisterVerificationTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    /// <summary>One bit of one column of a row: it is found, and put right from the plans.</summary>
    [Fact]
    public async Task Verify_NamesAndRepairsARowWithAFlippedBit()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var ports = new StoragePorts(azurite.Account);
        await RegisterImportTests.ImportAsync(
            ports,
            await File.ReadAllBytesAsync(RegisterImportTests.SamplePath(), cancellation),
            cancellation
        );
        var right = await ports.Registers.ListAsync(cancellation).ToListAsync(cancellation);
        var table = azurite.Account.Tables.GetTableClient("Registers");
        var verification = new Verification(ports.Import, TimeProvider.System);
        var random = new Random(1);
        for (var round = 0; round < FlippedBitTests.Bits / 4; round++)
        {
            var rows = await table
                .QueryAsync<TableEntity>("RowKey lt '!' or RowKey gt '!~'", cancellationToken: cancellation)
                .ToListAsync(cancellation);
            var row = rows[random.Next(rows.Count)];
            var columns = row
                .Keys.Where(name => name is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey"))
                .Order(StringComparer.Ordinal)
                .ToList();
            var name = columns[random.Next(columns.Count)];
            var what = $"{row.PartitionKey} {row.RowKey} {name}: {row[name]}";
            row[name] = FlippedBitTests.Flipped(row[name], random);
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);

            var found = await verification.RunAsync(repair: true, cancellation);

            Assert.True(
                found.Any(one =>
                    one.IsRepaired
                    && one.Text.StartsWith("Registers", StringComparison.Ordinal)
                    && one.Text.Contains(row.RowKey, StringComparison.Ordinal)
                ),
                $"{what} to {row[name]}: {string.Join("; ", found.Select(one => one.Text))}"
            );
            Assert.Equal(
                right.Select(VintageJson.TextOf),
                (await ports.Registers.ListAsync(cancellation).ToListAsync(cancellation)).Select(VintageJson.TextOf)
            );
        }
    }
}
