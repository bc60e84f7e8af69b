namespace BriPipeline.Local.Tests;

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bri-").FullName;

    /// <summary>Writes a file into it and gives its path.</summary>
    public string Write(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>A storage emulator whose host was killed writes its last lines while it ends.</summary>
    public void Dispose()
    {
        const int Tries = 20;
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (tries < Tries)
            {
                Thread.Sleep(250);
            }
        }
    }
}
