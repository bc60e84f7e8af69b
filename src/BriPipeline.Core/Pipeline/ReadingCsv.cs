using System.Globalization;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Pipeline;

/// <summary>A reading as CSV, DESIGN section 7: RFC 4180 fields, lines end with a line feed, invariant culture.</summary>
public static class ReadingCsv
{
    public const string ObservationsHeader =
        "file,reporter,partner,flow,commodity,unit,period,value,multiplier,status,sheet,cell,raw";

    /// <summary>The columns that <c>--columns all</c> adds.</summary>
    public const string MoreColumns = ",variant,valuation,edition,partner_label,commodity_label";

    public const string FindingsHeader = "file,severity,code,sheet,cell,raw,message";

    private static readonly string[] Flows = Enum.GetNames<TradeFlow>();

    private static readonly string[] Statuses = Enum.GetNames<ObservationStatus>();

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

            // Codes and numbers never need quotation marks.
            line.Append(file)
                .Append(',')
                .Append(key.Reporter.Code)
                .Append(',')
                .Append(key.Partner.Code)
                .Append(',')
                .Append(Flows[(int)key.Flow])
                .Append(',')
                .Append(key.Commodity.Code)
                .Append(',')
                .Append(key.Unit.Code)
                .Append(',')
                .Append(last.Text);
            observation.Value.TryFormat(number, out var length, default, CultureInfo.InvariantCulture);
            line.Append(',')
                .Append(number[..length])
                .Append(',')
                .Append(observation.Multiplier.ToString(CultureInfo.InvariantCulture))
                .Append(',')
                .Append(Statuses[(int)observation.Status]);
            Field(line, observation.Provenance.Sheet);
            var cell = observation.Provenance.Cell;
            line.Append(',').Append(CellAddress.ColumnLetters(cell.Column)).Append(cell.Row);
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
