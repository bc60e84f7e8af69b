using System.Globalization;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;

namespace BriPipeline.Core.Reports;

/// <summary>A reading as CSV, DESIGN section 7: RFC 4180 fields, lines end with a line feed, invariant culture.</summary>
public static class ReadingCsv
{
    public const string ObservationsHeader =
        "file,reporter,partner,flow,commodity,unit,period,value,multiplier,status,sheet,cell,raw";

    /// <summary>The columns that <c>--columns all</c> adds.</summary>
    public const string MoreColumns = ",variant,valuation,edition,partner_label,commodity_label";

    public const string FindingsHeader = "file,severity,code,sheet,cell,raw,message";

    public static ObservationLines WriteObservations(
        TextWriter writer,
        string fileName,
        Reading reading,
        bool allColumns
    )
    {
        var lines = new ObservationLines(writer, fileName, allColumns, reading.Edition);
        foreach (var observation in reading.Observations())
        {
            lines.Write(observation);
        }

        return lines;
    }

    public static void WriteFindings(TextWriter writer, string fileName, IEnumerable<Finding> findings)
    {
        var line = new StringBuilder();
        foreach (var finding in findings.Select(finding => ReportFinding.Of(fileName, finding)))
        {
            line.Append(Quoted(finding.File));
            Field(line, finding.Severity);
            Field(line, finding.Code);
            Field(line, finding.Sheet);
            Field(line, finding.Cell);
            Field(line, finding.Raw);
            Field(line, $"{finding.Message} {finding.Advice}");
            writer.Write(line.Append('\n'));
            line.Clear();
        }
    }

    internal static void Field(StringBuilder line, string? text) => line.Append(',').Append(Quoted(text ?? ""));

    internal static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
