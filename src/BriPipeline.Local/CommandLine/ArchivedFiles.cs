using BriPipeline.Core.Workbooks;

namespace BriPipeline.Local.CommandLine;

/// <summary>The files of an archive that a command is given.</summary>
internal static class ArchivedFiles
{
    /// <summary>The archive that a file is; null where it is none.</summary>
    public static FileArchive? Find(Stream content, string file)
    {
        var archive = FileArchive.Find(content);
        return archive?.Refusal is { } refusal ? throw new UsageException($"{file}: {refusal}") : archive;
    }

    public static Stream Open(FileArchive archive, string name)
    {
        try
        {
            return archive.Open(name);
        }
        catch (InvalidDataException damaged)
        {
            throw new UsageException($"{name} cannot be read from its archive: {damaged.Message}", damaged);
        }
    }
}
