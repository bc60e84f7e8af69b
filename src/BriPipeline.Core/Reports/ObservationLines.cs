using System.Globalization;
using System.Text;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports;

/// <summary>Writes observations of one file as the lines of <see cref="ReadingCsv"/>.</summary>
/// <param name="edition">Only printed among <paramref name="allColumns"/>.</param>
public sealed class ObservationLines(TextWriter writer, string fileName, bool allColumns, string? edition)
{
    private static readonly string[] Flows = Enum.GetNames<TradeFlow>();
    private static readonly string[] Statuses = Enum.GetNames<ObservationStatus>();

    private readonly string file = ReadingCsv.Quoted(fileName);
    private readonly StringBuilder line = new();
    private readonly SortedSet<string> variants = new(StringComparer.Ordinal);
    private (TimePeriod Period, string Text) last;

    /// <summary>The variants of the series that were written: without all columns nothing else tells them apart.</summary>
    public IReadOnlyCollection<string> Variants => variants;

    public void Write(Observation observation)
    {
        var key = observation.Key;
        if (last.Text is null || last.Period != key.Period)
        {
            last = (key.Period, key.Period.ToString());
        }

        if (key.Variant is not null)
        {
            variants.Add(key.Variant);
        }

        Span<char> number = stackalloc char[40];
        observation.Value.TryFormat(number, out var length, default, CultureInfo.InvariantCulture);

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
            .Append(last.Text)
            .Append(',')
            .Append(number[..length])
            .Append(',')
            .Append(observation.Multiplier.ToString(CultureInfo.InvariantCulture))
            .Append(',')
            .Append(Statuses[(int)observation.Status]);
        ReadingCsv.Field(line, observation.Provenance.Sheet);
        var cell = observation.Provenance.Cell;
        line.Append(',').Append(CellAddress.ColumnLetters(cell.Column)).Append(cell.Row);
        ReadingCsv.Field(line, observation.Provenance.Raw);
        if (allColumns)
        {
            ReadingCsv.Field(line, key.Variant);
            ReadingCsv.Field(line, observation.Valuation);
            ReadingCsv.Field(line, edition);
            ReadingCsv.Field(line, observation.PartnerLabel);
            ReadingCsv.Field(line, observation.CommodityLabel);
        }

        writer.Write(line.Append('\n'));
        line.Clear();
    }
}
