using System.IO.Compression;

namespace BriPipeline.Core.Workbooks;

/// <summary>A single file as gzip packs it.</summary>
internal static class GzipFile
{
    private const string Kind = "a gzip archive";

    /// <summary>The file within; held in memory, as far as a file of its size is read at all.</summary>
    public static Stream Inflate(Stream content)
    {
        var inflated = new MemoryStream();
        try
        {
            content.Position = 0;
            using var gzip = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
            var buffer = new byte[1 << 16];
            int read;
            while ((read = gzip.Read(buffer)) > 0)
            {
                inflated.Write(buffer, 0, read);
                if (inflated.Length > ReadingLimits.FileBytes)
                {
                    throw WorkbookReader.Oversized(
                        "The file in the archive takes more than",
                        ReadingLimits.FileBytes,
                        ReadingLimits.FileBytes
                    );
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw RefusedException.Damaged(Kind, e.Message);
        }

        inflated.Position = 0;
        return inflated;
    }
}
