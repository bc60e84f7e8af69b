using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks;

public sealed class FileArchiveTests
{
    [Fact]
    public void Find_GivesTheFilesOfPeople()
    {
        using var content = XlsxFile.Zip(
            ("2023\\jan.csv", "a,1\n"u8.ToArray()),
            ("b.csv", "b,2"u8.ToArray()),
            ("__MACOSX/._b.csv", [1]),
            (".DS_Store", [1]),
            ("folder/", [])
        );
        using var archive = FileArchive.Find(content)!;

        Assert.Equal(["2023/jan.csv", "b.csv"], archive.Names);
        using var file = archive.Open("2023/jan.csv");
        Assert.Equal("1", Reading.Sheet(file)[1, 2].Text);
    }

    [Fact]
    public void Find_GivesNothing_OfADocument()
    {
        Assert.Null(FileArchive.Find(new XlsxFile().Sheet("a", "").ToStream()));
        Assert.Null(FileArchive.Find(XlsxFile.Zip(("content.xml", [1]), ("mimetype", [1]))));
        Assert.Null(FileArchive.Find(XlsxFile.Zip(("word/document.xml", [1]))));
        Assert.Null(FileArchive.Find(Reading.Bytes("a,b\n")));
    }
}
