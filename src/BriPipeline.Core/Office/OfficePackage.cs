using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Office;

/// <summary>The archive that DOCX and XLSX are, made the same bytes every time: entries by name, all of one date.</summary>
internal static partial class OfficePackage
{
    private const string Relations = "_rels/.rels";
    private const string CoreName = "core-properties/core.psmdcp";
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
                var copy = target.CreateEntry(WithoutChance(entry.FullName), CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = new StreamReader(
                    entry.Open(),
                    Encoding.Latin1,
                    detectEncodingFromByteOrderMarks: false
                );
                using var to = new StreamWriter(copy.Open(), Encoding.Latin1);
                to.Write(WithoutChance(entry.FullName, from.ReadToEnd()));
            }
        }

        return result.ToArray();
    }

    /// <summary>The library names the part of the title, and the relations of the package, by chance.</summary>
    private static string WithoutChance(string name, string content) =>
        name == Relations
            ? RelationId().Replace(CoreProperties().Replace(content, CoreName), match => $"Id=\"{IdAt(match)}\"")
            : content;

    private static string WithoutChance(string name) => CoreProperties().Replace(name, CoreName);

    /// <summary>The place in the file tells relations apart.</summary>
    private static string IdAt(Match match) =>
        "r" + match.Index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("core-properties/[0-9a-f]{32}\\.psmdcp")]
    private static partial Regex CoreProperties();

    [GeneratedRegex("Id=\"R[0-9a-f]{16}\"")]
    private static partial Regex RelationId();
}
