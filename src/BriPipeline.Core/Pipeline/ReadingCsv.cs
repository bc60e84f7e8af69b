using System.Globalization;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Pipeline;

/// <summary>A reading as CSV, DESIGN section 7: RFC 4180 fields, lines end with a line feed, invariant culture.</summary>
public static class ReadingCsv
{
    public const string ObservationsHeader =
        "file,reporter,partner,flow,commodity,unit,period,value,multiplier,status,sheet,cell,raw";

    /// <summary>The columns that <c>--columns all</c> adds.</summary>
    public const string MoreColumns = ",variant,valuation,edition,partner_label,commodity_label";

    public const string FindingsHeader = "file,severity,code,sheet,cell,raw,message";

    public static void WriteObservations(TextWriter writer, string fileName, Reading reading, bool allColumns)
    {
        var file = Quoted(fileName);
        var line = new StringBuilder();
        Span<char> number = stackalloc char[40];
        (TimePeriod Period, string Text) last = default;
        foreach (var observation in reading.Observations())
        {
            var key = observation.Key;
            if (last.Text is null || last.Period != key.Period)
            {
                last = (key.Period, key.Period.ToString());
            }

            line.Append(file);
            Field(line, key.Reporter.Code);
            Field(line, key.Partner.Code);
            Field(line, key.Flow.ToString());
            Field(line, key.Commodity.Code);
            Field(line, key.Unit.Code);
            Field(line, last.Text);
            observation.Value.TryFormat(number, out var length, default, CultureInfo.InvariantCulture);
            line.Append(',').Append(number[..length]);
            Field(line, observation.Multiplier.ToString(CultureInfo.InvariantCulture));
            Field(line, observation.Status.ToString());
            Field(line, observation.Provenance.Sheet);
            Field(line, observation.Provenance.Cell.ToString());
            Field(line, observation.Provenance.Raw);
            if (allColumns)
            {
                Field(line, key.Variant);
                Field(line, observation.Valuation);
                Field(line, reading.Edition);
                Field(line, observation.PartnerLabel);
                Field(line, observation.CommodityLabel);
            }

            writer.Write(line.Append('\n'));
            line.Clear();
        }
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

    private static void Field(StringBuilder line, string? text) => line.Append(',').Append(Quoted(text ?? ""));

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
