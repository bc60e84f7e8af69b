using System.Globalization;
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
        foreach (var observation in reading.Observations())
        {
            var key = observation.Key;
            writer.Write(file);
            Field(writer, key.Reporter.Code);
            Field(writer, key.Partner.Code);
            Field(writer, key.Flow.ToString());
            Field(writer, key.Commodity.Code);
            Field(writer, key.Unit.Code);
            Field(writer, key.Period.ToString());
            Field(writer, observation.Value.ToString(CultureInfo.InvariantCulture));
            Field(writer, observation.Multiplier.ToString(CultureInfo.InvariantCulture));
            Field(writer, observation.Status.ToString());
            Field(writer, observation.Provenance.Sheet);
            Field(writer, observation.Provenance.Cell.ToString());
            Field(writer, observation.Provenance.Raw);
            if (allColumns)
            {
                Field(writer, key.Variant);
                Field(writer, observation.Valuation);
                Field(writer, reading.Edition);
                Field(writer, observation.PartnerLabel);
                Field(writer, observation.CommodityLabel);
            }

            writer.Write('\n');
        }
    }

    public static void WriteFindings(TextWriter writer, string fileName, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Select(finding => ReportFinding.Of(fileName, finding)))
        {
            writer.Write(Quoted(finding.File));
            Field(writer, finding.Severity);
            Field(writer, finding.Code);
            Field(writer, finding.Sheet);
            Field(writer, finding.Cell);
            Field(writer, finding.Raw);
            Field(writer, $"{finding.Message} {finding.Advice}");
            writer.Write('\n');
        }
    }

    private static void Field(TextWriter writer, string? text)
    {
        writer.Write(',');
        writer.Write(Quoted(text ?? ""));
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
