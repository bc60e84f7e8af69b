using System.Globalization;
using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Repository;

public sealed class SheetPictureTests
{
    private const string Samples = "src/BriPipeline.Local/Samples";
    private const string Source = "sample-kz-yearly";
    private const string File = "kazakhstan-partners-2022.xlsx";

    private static readonly string[] Cells = ["D10", "F10", "D11", "F11"];

    /// <summary>README's drawing shows the sample's sheet and what is read of it.</summary>
    [Fact]
    public void Picture_ShowsWhatIsRead()
    {
        using var content = System.IO.File.OpenRead(Path.Combine(RepositoryFiles.Root, Samples, Source, File));
        var sheet = WorkbookReader.Read(content, File).Workbook!.Sheets[0];
        content.Position = 0;
        var profile = SourceProfile.Parse(RepositoryFiles.Read($"{Samples}/sources/{Source}.json"));
        var reading = Reading.Read(content, File, profile, null, new(2024, 1, 1));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        ReadingCsv.WriteObservations(writer, File, reading, allColumns: false);
        var lines = writer
            .ToString()
            .Split('\n')
            .Where(line =>
                line.Split(',') is { Length: > 11 } fields
                && fields[10] == "2022"
                && fields[3] != "T"
                && Cells.Contains(fields[11])
            )
            .ToList();

        Assert.Equal(Cells, lines.Select(line => line.Split(',')[11]));
        GoldenFile.Equal(
            "../../../docs/pictures/sheet.svg",
            Encoding.UTF8.GetBytes(new SheetPicture(sheet, lines).ToString())
        );
    }
}
