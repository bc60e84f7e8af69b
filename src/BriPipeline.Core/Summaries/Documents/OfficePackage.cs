using System.IO.Compression;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The archive that DOCX and XLSX are, made the same bytes every time: entries by name, all of one date.</summary>
internal static class OfficePackage
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Normalise(byte[] package)
    {
        using var result = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers look for the list of content types first.
            foreach (
                var entry in source
                    .Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml")
                    .ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            )
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return result.ToArray();
    }
}
