using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;

namespace BriPipeline.Local.CommandLine;

/// <summary>How a file was understood, in words.</summary>
internal static class Explanation
{
    internal static void Write(TextWriter writer, string fileName, Reading reading)
    {
        writer.WriteLine($"{fileName}: {reading.Outcome.ToString().ToLowerInvariant()}");
        if (reading.Cause is { } cause)
        {
            writer.WriteLine($"because: {cause}");
        }

        WriteCoverage(writer, reading.Coverage);
        foreach (var sheet in LayoutExplanation.Of(reading)?.Sheets ?? [])
        {
            writer.WriteLine(
                (sheet.Name.Length == 0 ? "the file" : $"sheet \"{sheet.Name}\"")
                    + (sheet.Hidden ? " (hidden)" : "")
                    + ":"
            );
            foreach (var line in sheet.Words)
            {
                writer.WriteLine($"  {line}");
            }

            foreach (
                var rules in sheet
                    .Tables.Select(LayoutExplanation.RulesOf)
                    .Concat(sheet.Refused.Select(refused => refused.Rule))
                    .OfType<string>()
            )
            {
                writer.WriteLine($"  rules: {rules}");
            }
        }

        if (reading.Layout is { } layout && PinnedTables.Of(layout) is { } pinned)
        {
            writer.WriteLine("as a pinned layout (layouts/NAME.json), to start from:");
            writer.WriteLine(pinned.ToJson());
        }

        if (LongTablePin.Of(reading) is { } described)
        {
            writer.WriteLine("or, with its columns named by their headings:");
            writer.WriteLine(new PinnedLayout { Formats = [described] }.ToJson());
        }
    }

    private static void WriteCoverage(TextWriter writer, Coverage coverage)
    {
        var words = CoverageTexts.Of("en");
        writer.WriteLine(words.ShareOf(coverage));
        if (coverage.IsLow)
        {
            writer.WriteLine($"warning: {words.Low}");
        }

        foreach (var (_, name, count) in words.PartsOf(coverage))
        {
            writer.WriteLine($"  {name}: {count}");
        }

        foreach (var cause in words.CausesOf(coverage))
        {
            writer.WriteLine($"  {cause}");
        }
    }
}
