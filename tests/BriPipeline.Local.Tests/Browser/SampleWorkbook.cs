using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>Workbooks made from a sample by changing its words.</summary>
internal static class SampleWorkbook
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static string File =>
        Path.Combine(AppContext.BaseDirectory, "Samples", "sample-kz-yearly", "kazakhstan-partners-2022.xlsx");

    public static FilePayload Of(string name, string from, string to) =>
        Of(name, System.IO.File.ReadAllBytes(File), from, to);

    /// <summary>The workbook with a text replaced in all its parts.</summary>
    public static FilePayload Of(string name, byte[] workbook, string from, string to)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var content = entry.Open();
                using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
                var text = reader.ReadToEnd().Replace(from, to, StringComparison.Ordinal);
                content.SetLength(0);
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return new()
        {
            Name = name,
            MimeType = Type,
            Buffer = stream.ToArray(),
        };
    }
}
