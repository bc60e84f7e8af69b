using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>Turns what a table cannot hold into findings before anything is planned.</summary>
public static class StorableObservations
{
    /// <summary>Below it any sum of a workbook's figures is exact too.</summary>
    private const decimal TooLarge = 1e21m;

    /// <summary>A property of 64 KiB of UTF-16.</summary>
    private const int MaxTextLength = KeyLimits.PropertyBytes / 2;

    /// <summary>All texts of a row, which may take 1 MiB.</summary>
    private const int MaxTextsLength = 100_000;

    /// <summary>A year later is marked in the summaries, so that must be a year too.</summary>
    private const int LastYear = 9000;

    public static ReadingResult Check(string source, ReadingResult reading)
    {
        var findings = new List<Finding>();
        var good = reading.Observations.Where(observation => IsStorable(source, observation, findings)).ToList();
        return findings.Count == 0
            ? reading
            : reading with
            {
                Observations = good,
                Findings = [.. reading.Findings, .. findings],
            };
    }

    private static bool IsStorable(string source, Observation observation, List<Finding> findings)
    {
        var key = observation.Key;
        string?[] parts = [key.Reporter.Code, key.Partner.Code, key.Commodity.Code, key.Unit.Code, key.Variant];
        var bad = parts.FirstOrDefault(part => part is not null && !KeyLimits.IsPart(part));
        if (bad is null && !KeyLimits.IsKey(new TradeKey(source, key).RevisionRow(0)))
        {
            bad = key.Commodity.Code;
        }

        if (key.Period.Last.Year > LastYear)
        {
            bad = key.Period.ToString();
        }

        if (bad is not null)
        {
            findings.Add(Of(FindingCodes.KeyNotStorable, observation, Short(bad)));
            return false;
        }

        if (Math.Abs(observation.Value) >= TooLarge)
        {
            var published = observation.Multiplier.ToString(CultureInfo.InvariantCulture);
            findings.Add(Of(FindingCodes.ValueTooLarge, observation, Short(observation.Provenance.Raw), published));
            return false;
        }

        if (TooLong(observation) is var (name, length, limit))
        {
            findings.Add(Of(FindingCodes.TextTooLong, observation, name, Number(length), Number(limit)));
            return false;
        }

        return true;
    }

    private static (string Name, int Length, int Limit)? TooLong(Observation observation)
    {
        var together = LengthOf(observation);
        if (together <= MaxTextLength)
        {
            return null;
        }

        var (name, text) = Texts(observation).MaxBy(text => text.Text?.Length ?? 0);
        return text!.Length > MaxTextLength ? (name, text.Length, MaxTextLength)
            : together > MaxTextsLength ? ("whole of names and notes", together, MaxTextsLength)
            : null;
    }

    private static int LengthOf(Observation observation)
    {
        var length = observation.Provenance.Raw.Length + observation.Provenance.Sheet.Length;
        foreach (var attribute in FigureAttribute.All)
        {
            length += attribute.Get(observation)?.Length ?? 0;
        }

        return length;
    }

    private static (string Name, string? Text)[] Texts(Observation observation) =>
        [
            ("cell", observation.Provenance.Raw),
            ("sheet's name", observation.Provenance.Sheet),
            .. FigureAttribute.All.Select(attribute => (attribute.Called, attribute.Get(observation))),
        ];

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length > 100 ? text[..100] + "…" : text;

    private static Finding Of(FindingCode code, Observation observation, params string[] arguments) =>
        new(
            code,
            observation.Provenance.Sheet,
            new CellRange(observation.Provenance.Cell),
            Short(observation.Provenance.Raw),
            arguments
        );
}
