using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Vintages;

/// <summary>Turns what a table cannot hold into findings before anything is planned.</summary>
public static class StorableObservations
{
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

        if (bad is not null)
        {
            findings.Add(Of(FindingCodes.KeyNotStorable, observation, bad.Length > 100 ? bad[..100] + "…" : bad));
            return false;
        }

        (string Name, string? Text)[] texts =
        [
            ("cell", observation.Provenance.Raw),
            ("note", observation.Note),
            ("partner's name", observation.PartnerLabel),
            ("commodity's name", observation.CommodityLabel),
        ];
        foreach (var (name, text) in texts.Where(text => !KeyLimits.IsProperty(text.Text)))
        {
            findings.Add(
                Of(FindingCodes.TextTooLong, observation, name, text!.Length.ToString(CultureInfo.InvariantCulture))
            );
            return false;
        }

        return true;
    }

    private static Finding Of(FindingCode code, Observation observation, params string[] arguments) =>
        new(
            code,
            observation.Provenance.Sheet,
            new CellRange(observation.Provenance.Cell),
            observation.Provenance.Raw is { Length: > 100 } raw ? raw[..100] + "…" : observation.Provenance.Raw,
            arguments
        );
}
