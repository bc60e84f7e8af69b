using System.Diagnostics;
using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>DOCX and XLSX in an office program: it opens them and prints them as PDF without a complaint.</summary>
public sealed class OfficeProgramTests
{
    private const string Program = "/usr/bin/soffice";

    [Fact]
    public async Task Documents_ArePrintedWithoutComplaint()
    {
        Assert.SkipUnless(
            File.Exists(Program),
            "LibreOffice is not installed (apt-get install libreoffice-writer libreoffice-calc)."
        );
        var cancellation = TestContext.Current.CancellationToken;
        var summary = SampleTrade.Compile(
            "KAZ-CHN",
            "2023-07",
            SampleTrade.Sample("invented-kz-china-monthly"),
            "Sample"
        );
        var folder = Directory.CreateTempSubdirectory("bri-office-");
        try
        {
            string[] names = ["ru.docx", "zh.xlsx"];
            foreach (
                var file in SummaryDocuments
                    .Write(summary, Compiling.Draft, Core.Summaries.SummaryOffice.None)
                    .Where(file => names.Contains(file.Name, StringComparer.Ordinal))
            )
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file.Name), file.Content, cancellation);
            }

            var start = new ProcessStartInfo(
                Program,
                [
                    $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder.FullName,
                    .. names.Select(name => Path.Combine(folder.FullName, name)),
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var office = Process.Start(start)!;
            var output = office.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await office.StandardError.ReadToEndAsync(cancellation);
            await office.WaitForExitAsync(cancellation);
            await output;

            Assert.Equal(0, office.ExitCode);
            // That no Java is installed is no matter of the documents.
            Assert.DoesNotContain(
                errors.Split('\n'),
                line => line.Trim().Length > 0 && !line.Contains("javaldx", StringComparison.Ordinal)
            );
            Assert.All(
                names,
                name =>
                    Assert.True(
                        new FileInfo(Path.Combine(folder.FullName, Path.ChangeExtension(name, ".pdf"))).Length > 10_000
                    )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
