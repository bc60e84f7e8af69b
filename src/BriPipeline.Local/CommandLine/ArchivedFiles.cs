using BriPipeline.Core.Workbooks;

namespace BriPipeline.Local.CommandLine;

/// <summary>The files of an archive that a command is given.</summary>
internal static class ArchivedFiles
{
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
