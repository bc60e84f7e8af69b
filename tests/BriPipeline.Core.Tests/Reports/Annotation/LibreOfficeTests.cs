using System.Diagnostics;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Reports.Annotation;

/// <summary>A spreadsheet program opens annotated workbooks. Skipped where it is not installed (Debian: libreoffice-calc).</summary>
public sealed class LibreOfficeTests
{
    private static readonly string[] Places = ["/usr/bin/soffice", "/usr/local/bin/soffice"];

    [Fact]
    public async Task Convert_TakesAnnotatedWorkbooks_WithoutComplaint()
    {
        var program = Array.Find(Places, File.Exists);
        Assert.SkipWhen(program is null, "LibreOffice is not installed.");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var expected = WriteAll(folder.FullName);
            var (exit, said) = await ConvertAsync(program, folder.FullName);

            Assert.True(exit == 0, said);
            Assert.DoesNotContain("Error", said, StringComparison.Ordinal);
            foreach (var (name, text) in expected)
            {
                var converted = Path.Combine(folder.FullName, "out", name + ".fods");
                Assert.True(File.Exists(converted), $"{name}: {said}");
                var content = await File.ReadAllTextAsync(converted, TestContext.Current.CancellationToken);
                Assert.Contains("office:annotation", content, StringComparison.Ordinal);
                Assert.Contains(text, content, StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>By file name a text that its annotation holds.</returns>
    private static List<(string Name, string Text)> WriteAll(string folder)
    {
        var expected = new List<(string, string)>();
        foreach (var name in (string[])["second-partner-over-column", "cells-refused", "unit-nowhere"])
        {
            var source = Path.Combine(GoldenFile.Folder, "Readings", name);
            var path = Directory.EnumerateFiles(source, "workbook*").Single();
            using var content = File.OpenRead(path);
            var profile = Path.Combine(source, "profile.json");
            var (_, findings) = AnnotatedCopy.Read(
                content,
                Path.GetFileName(path),
                File.Exists(profile) ? SourceProfile.Parse(File.ReadAllText(profile)) : SourceProfile.Unknown("golden")
            );
            Write(content, name, findings);
            expected.Add((name, "BriPipeline"));
        }

        foreach (var (name, bytes) in new[] { ("office", OfficeFile.Bytes()), ("strict", OfficeFile.Strict()) })
        {
            using var office = new MemoryStream(bytes);
            Write(office, name, [Negative("Торговля", "B3")]);
            expected.Add((name, "-5 — отрицательное число"));
        }

        // What is no .xlsx comes back as one.
        using var written = File.OpenRead(
            Path.Combine(RepositoryFiles.Root, "tests/BriPipeline.Core.Tests/Workbooks/Written/libreoffice.ods")
        );
        Write(written, "open-document", [Negative("Data", "B4")]);
        expected.Add(("open-document", "-5 — отрицательное число"));
        return expected;

        static BriPipeline.Core.Findings.ReportFinding Negative(string sheet, string cell) =>
            new("a", "reject-cell", "value-negative", sheet, cell, "-5", "-5 is negative.", "Repair.")
            {
                Arguments = ["-5"],
            };

        void Write(Stream content, string name, IReadOnlyList<BriPipeline.Core.Findings.ReportFinding> findings)
        {
            using var output = File.Create(Path.Combine(folder, name + ".xlsx"));
            AnnotatedWorkbook.Write(content, name, findings, output);
        }
    }

    private static async Task<(int Exit, string Said)> ConvertAsync(string program, string folder)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                program,
                [
                    $"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--convert-to",
                    "fods",
                    "--outdir",
                    Path.Combine(folder, "out"),
                    .. Directory.EnumerateFiles(folder, "*.xlsx"),
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await error + output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
