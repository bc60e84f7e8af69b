using System.Text;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>Exchange files that are no tables of their own: each becomes one long table, a column a dimension.</summary>
/// <remarks>Its captions and the names of its columns come first, then a row a figure, in the order of the file.</remarks>
public static class StatisticalFile
{
    private const int SampleBytes = 4096;

    /// <summary>The file as one sheet; null if it is not such a file, which is no fault.</summary>
    /// <param name="content">The file from its first byte; seekable, left open.</param>
    public static WorkbookReadResult? Read(Stream content, string fileName)
    {
        var start = Start(content).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (content.Length > ReadingLimits.FileBytes || start.Length == 0)
        {
            return null;
        }

        try
        {
            var sheet =
                start[0] is '{' or '[' ? JsonTable.Read(content)
                : PxFile.IsStart(start) ? PxFile.Read(content)
                : null;
            return sheet is null ? null : new(new(fileName, WorkbookFormat.Csv, [sheet]), []);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (Exception lacking)
            when (lacking
                    is KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or OverflowException
                        or ArgumentOutOfRangeException
                        or IndexOutOfRangeException
            )
        {
            // It has the marks of a format and not its parts.
            return new(null, [Finding.OfFile(FindingCodes.FormatFileBroken, "it lacks parts that its format needs.")]);
        }
        catch (InvalidDataException wrong)
        {
            return new(null, [Finding.OfFile(FindingCodes.FormatFileBroken, wrong.Message)]);
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static string Start(Stream content)
    {
        Span<byte> sample = stackalloc byte[SampleBytes];
        content.Position = 0;
        var read = content.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        content.Position = 0;
        return Encoding.Latin1.GetString(sample[..read]).TrimStart('\u00EF', '\u00BB', '\u00BF');
    }
}
