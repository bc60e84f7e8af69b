using BriPipeline.Core.Findings;
using BriPipeline.Local.CommandLine;

namespace BriPipeline.Local.Tests.CommandLine;

public sealed class TerminalTests
{
    [Fact]
    public void Writer_WritesUtf8WithoutMark_AndLineFeedsOnly()
    {
        using var stream = new MemoryStream();
        using (var writer = Terminal.Writer(stream, autoFlush: false))
        {
            writer.WriteLine("Ә");
        }

        Assert.Equal([0xD3, 0x98, 0x0A], stream.ToArray());
    }

    [Fact]
    public void Findings_AreColouredWhereAPersonReads_AndPlainElsewhere()
    {
        ReportFinding[] findings =
        [
            new("a.csv", "warning", "gap", "2022", "B5", "7", "A gap.", "Look."),
            new("a.csv", "note", "kept", "2022", "B6", "7", "Kept.", "Nothing."),
            new("a.csv", "reject-cell", "area-unknown", "2022", "A7", "x", "No area.", "Correct it."),
        ];

        Assert.Equal("  refused 2022!A7 area-unknown: No area.\n  warning 2022!B5 gap: A gap.\n", Write(false));
        Assert.Equal(
            "  \e[31mrefused\e[0m 2022!A7 area-unknown: No area.\n  \e[33mwarning\e[0m 2022!B5 gap: A gap.\n",
            Write(true)
        );

        string Write(bool hasColour)
        {
            var error = new StringWriter { NewLine = "\n" };
            FindingLines.Write(new(StreamWriter.Null, error) { HasColour = hasColour }, findings, "more");
            return error.ToString();
        }
    }
}
