using System.Globalization;
using BriPipeline.Core.Workbooks.OpenXml;

namespace BriPipeline.Core.Workbooks;

/// <summary>A ZIP archive that holds files to read, and is none itself.</summary>
public sealed class FileArchive : IDisposable
{
    /// <summary>An archive with one of these is a document of its own.</summary>
    private static readonly string[] Documents =
    [
        "[Content_Types].xml",
        "mimetype",
        "content.xml",
        "Index/Document.iwa",
    ];

    private readonly WorkbookPackage package;

    private FileArchive(WorkbookPackage package)
    {
        this.package = package;
        Names = [.. package.Names.Where(IsFile).Order(StringComparer.Ordinal)];
        var bytes = Names.Sum(package.BytesOf);
        Refusal =
            Names.Count > ReadingLimits.ArchivedFiles
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"The archive holds {Names.Count} files; at most {ReadingLimits.ArchivedFiles} are taken from one. Divide it."
                )
            : bytes > ReadingLimits.ArchivedBytes
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"The files of the archive take {bytes / ReadingLimits.Megabyte} MB; at most {ReadingLimits.ArchivedBytes / ReadingLimits.Megabyte} MB are taken from one. Divide it."
                )
            : null;
    }

    /// <summary>The paths of the files, with slashes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Why none of its files is taken; null where they are.</summary>
    public string? Refusal { get; }

    /// <summary>Null where the bytes are no such archive, or one that must not be inflated.</summary>
    /// <param name="content">Left open.</param>
    public static FileArchive? Find(Stream content)
    {
        if (!WorkbookReader.IsPackage(content))
        {
            return null;
        }

        content.Position = 0;
        var archive = new FileArchive(new(content));
        if (
            archive.Names.Count > 0
            && !XlsxReader.HoldsDocument(archive.package)
            && !Array.Exists(Documents, archive.package.Has)
        )
        {
            return archive;
        }

        archive.Dispose();
        return null;
    }

    /// <summary>The bytes of a file, in memory.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or more than is read of a file.</exception>
    public Stream Open(string name)
    {
        if (package.BytesOf(name) > ReadingLimits.FileBytes)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it takes more than {ReadingLimits.FileBytes / ReadingLimits.Megabyte} MB."
                )
            );
        }

        using var part = package.Open(name);
        var content = new MemoryStream();
        part.CopyTo(content);
        content.Position = 0;
        return content;
    }

    public void Dispose() => package.Dispose();

    /// <summary>Folders end in a slash; names that begin with a point or stand in a folder of a system's own are no files of
    /// people.</summary>
    private static bool IsFile(string name) =>
        !name.EndsWith('/') && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && part != "__MACOSX");
}
