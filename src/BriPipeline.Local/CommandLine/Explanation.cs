using BriPipeline.Core.Layouts;
using BriPipeline.Core.Pipeline;

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

        writer.Write(
            reading.Layout is { Tables.Count: > 0 } layout ? LayoutDescription.Of(layout) : "No table was recognised.\n"
        );
    }
}
