namespace BriPipeline.Local.CommandLine;

/// <summary>A file that a command is given.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">As it is printed and uploaded: its path below the folder that was named, with forward slashes, or its file name.</param>
internal sealed record InputFile(string Path, string Name)
{
    internal FileStream Open()
    {
        try
        {
            return File.OpenRead(Path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Path} cannot be opened: {closed.Message}", closed);
        }
    }
}

/// <summary>The files that a command line names, one by one or by folder.</summary>
internal static class InputFiles
{
    /// <summary>All of them; those of a folder in the order of their names, hidden ones left out.</summary>
    /// <exception cref="UsageException">A name is neither a file nor a folder with files.</exception>
    internal static IReadOnlyList<InputFile> Of(IReadOnlyList<string> names) => [.. names.SelectMany(Of)];

    private static IReadOnlyList<InputFile> Of(string name)
    {
        if (File.Exists(name))
        {
            return [new(name, Path.GetFileName(name))];
        }

        if (!Directory.Exists(name))
        {
            throw new UsageException($"There is no file or folder {name}.{Meant(name)}");
        }

        var files = Below(name);
        return files.Count > 0 ? files : throw new UsageException($"There are no files in the folder {name}.");
    }

    private static IReadOnlyList<InputFile> Below(string folder)
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file => new InputFile(file, Path.GetRelativePath(folder, file).Replace('\\', '/')))
                    .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
                    .OrderBy(file => file.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder} cannot be listed: {closed.Message}", closed);
        }
    }

    /// <summary>The entry of the same folder that is spelled most alike.</summary>
    private static string Meant(string name)
    {
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } parent ? parent : ".";
        if (!Directory.Exists(folder))
        {
            return "";
        }

        var entries = Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).ToList();
        return Spelling.Meant(Path.GetFileName(name), entries);
    }
}
