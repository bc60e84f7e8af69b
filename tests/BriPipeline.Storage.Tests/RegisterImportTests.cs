using System.IO.Compression;
using System.Text.RegularExpressions;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

/// <summary>Registers are uploads like any other: entered, read, planned, committed.</summary>
public sealed partial class RegisterImportTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Name = "belt-and-road-forum-2023.xlsx";

    [Fact]
    public async Task Ring_StoresTheRowsOfAWorkbook_AndDeletesThoseThatItsNextVersionLacks()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var ports = new StoragePorts(azurite.Account);
        var sample = await File.ReadAllBytesAsync(SamplePath(), cancellation);

        var first = await ImportAsync(ports, sample, cancellation);
        var all = await ports.Registers.ListAsync(cancellation).ToListAsync(cancellation);
        var number = await ports.Registers.FindNumberAsync(cancellation);
        var second = await ImportAsync(ports, WithoutStatements(sample), cancellation);
        var left = await ports.Registers.ListAsync(cancellation).ToListAsync(cancellation);

        Assert.Equal((UploadState.Done, UploadState.Done), (first.State, second.State));
        Assert.Equal(16, all.Count);
        Assert.Equal(16, first.Observations);
        var target = all.Single(row => row.Kind == RegisterKind.Target);
        Assert.Equal(
            (40_000_000_000m, "USD", 2023, "A2", $"registers/{Name}"),
            (target.Amount, target.Unit, target.Year, target.Cell, target.Upload)
        );
        Assert.Equal("哈萨克斯坦与中国的贸易", target.Names["zh"]);
        Assert.True(await ports.Registers.FindNumberAsync(cancellation) > number);
        Assert.Equal(
            all.Where(row => row.Kind != RegisterKind.Statement).Select(row => row.Key),
            left.Select(row => row.Key)
        );
    }

    internal static async Task<UploadRecord> ImportAsync(
        StoragePorts ports,
        byte[] workbook,
        CancellationToken cancellation
    )
    {
        await ports.Uploads.PutAsync(RegisterReading.Source, Name, new MemoryStream(workbook), cancellation);
        await new WorkbookImport(ports.Import, TextReading.Read, TimeProvider.System, "1").NotifyAsync(
            RegisterReading.Source,
            Name,
            cancellation
        );
        return await ports.Ledger.ListAsync(RegisterReading.Source, cancellation).FirstAsync(cancellation);
    }

    private static byte[] WithoutStatements(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("xl/workbook.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/workbook.xml").Open());
            writer.Write(Statements().Replace(xml, ""));
        }

        return stream.ToArray();
    }

    internal static string SamplePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BriPipeline.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "BriPipeline.Local", "Samples", "registers", Name);
    }

    [GeneratedRegex("<sheet name=\"statements\"[^>]*/>")]
    private static partial Regex Statements();
}
