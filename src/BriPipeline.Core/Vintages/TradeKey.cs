using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>The keys of the tables, a public contract: <c>KAZ-CHN</c> and <c>TOTAL|X|USD|kz-bns~SA|M|2023-07</c> in
/// <c>Trade</c>, and what <c>TradeByPeriod</c> and <c>Revisions</c> make of the same parts.</summary>
/// <param name="Source">Name of the source, <c>[a-z0-9-]{1,40}</c>.</param>
public readonly record struct TradeKey(string Source, ObservationKey Key)
{
    /// <summary>Partition of <c>Trade</c> and <c>Revisions</c>.</summary>
    public string Partition => $"{Key.Reporter}-{Key.Partner}";

    /// <summary>Row of <c>Trade</c>.</summary>
    public string Row =>
        $"{Key.Commodity}|{Key.Flow}|{Key.Unit}|{SourceAndVariant(Source, Key.Variant)}|{Key.Period.Frequency}|{Key.Period}";

    /// <summary>Partition of <c>TradeByPeriod</c>: <c>KAZ|M|2023-07</c>.</summary>
    public string PeriodPartition => PeriodPartitionOf(Key.Reporter, Key.Period);

    /// <summary>Row of <c>TradeByPeriod</c>: <c>TOTAL|X|USD|kz-bns|CHN</c>.</summary>
    public string PeriodRow =>
        $"{Key.Commodity}|{Key.Flow}|{Key.Unit}|{SourceAndVariant(Source, Key.Variant)}|{Key.Partner}";

    /// <summary>Row of <c>Revisions</c>: the newest first.</summary>
    public string RevisionRow(long seq) => $"{Row}|{Inverted(seq)}";

    public static string PeriodPartitionOf(Area reporter, TimePeriod period) =>
        $"{reporter}|{period.Frequency}|{period}";

    /// <summary>The part of a key that names the source: <c>kz-bns</c> or <c>kz-bns~SA</c>.</summary>
    public static string SourceAndVariant(string source, string? variant) =>
        variant is null ? source : $"{source}~{variant}";

    /// <summary>The reverse of <see cref="SourceAndVariant"/>.</summary>
    public static (string Source, string? Variant) SplitVariant(string part)
    {
        var tilde = part.IndexOf('~', StringComparison.Ordinal);
        return tilde < 0 ? (part, null) : (part[..tilde], part[(tilde + 1)..]);
    }

    /// <summary>A number as 19 digits that sort the other way round.</summary>
    public static string Inverted(long number) =>
        (long.MaxValue - number).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Reads a key of <c>Trade</c>.</summary>
    /// <exception cref="FormatException">The texts are not such a key.</exception>
    public static TradeKey Parse(string partition, string row)
    {
        var areas = partition.Split('-');
        var parts = row.Split('|');
        return areas.Length == 2 && parts.Length == 6
            ? Of(areas[0], areas[1], parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
            : throw NoKey(partition, row);
    }

    /// <summary>Reads a key of <c>TradeByPeriod</c>.</summary>
    /// <exception cref="FormatException">The texts are not such a key.</exception>
    public static TradeKey ParseByPeriod(string partition, string row)
    {
        var period = partition.Split('|');
        var parts = row.Split('|');
        return period.Length == 3 && parts.Length == 5
            ? Of(period[0], parts[4], parts[0], parts[1], parts[2], parts[3], period[1], period[2])
            : throw NoKey(partition, row);
    }

    /// <summary>Reads a key of <c>Revisions</c>.</summary>
    /// <exception cref="FormatException">The texts are not such a key.</exception>
    public static (TradeKey Key, long Seq) ParseRevision(string partition, string row)
    {
        var bar = row.LastIndexOf('|');
        return
            bar > 0 && long.TryParse(row[(bar + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (Parse(partition, row[..bar]), long.MaxValue - number)
            : throw NoKey(partition, row);
    }

    private static TradeKey Of(
        string reporter,
        string partner,
        string commodity,
        string flow,
        string unit,
        string sourceAndVariant,
        string frequency,
        string period
    )
    {
        var (source, variant) = SplitVariant(sourceAndVariant);
        return new(
            source,
            new ObservationKey(
                new Area(reporter),
                new Area(partner),
                Enum.TryParse<TradeFlow>(flow, out var known)
                    ? known
                    : throw new FormatException($"'{flow}' is not a flow."),
                new Commodity(commodity),
                new Unit(unit),
                TimePeriod.Parse(
                    period,
                    Enum.TryParse<Frequency>(frequency, out var own)
                        ? own
                        : throw new FormatException($"'{frequency}' is not a frequency.")
                ),
                variant
            )
        );
    }

    private static FormatException NoKey(string partition, string row) =>
        new($"'{partition}' and '{row}' are not the key of a row.");
}
