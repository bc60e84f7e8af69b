using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Storm;

/// <summary>Reads small texts as a workbook would be read, a line each: <c>CHN X 2023-07 12.5 [status]</c> in thousand USD, and
/// <c>edition 2023-08-15</c>, <c>held</c>, <c>rejected</c>, <c>missing CHN X 2023-07</c>, <c>suppressed CHN X 2023-07</c>, <c>broken</c>.</summary>
internal static class TextReading
{
    public static readonly FindingCode Remark = new("remark", Severity.Note, "Remark", "Says {0}.", "Read it.");

    public static ReadingResult Read(Stream content, string fileName, SourceProfile profile)
    {
        using var text = new StreamReader(content);
        var observations = new List<Observation>();
        var missing = new List<MissingFigure>();
        var findings = new List<Finding>();
        string? edition = null;
        var outcome = ReadingOutcome.Accepted;
        var row = 0;
        while (text.ReadLine() is { } line)
        {
            row++;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["edition", var day]:
                    edition = day;
                    break;
                case ["held"]:
                    outcome = ReadingOutcome.Held;
                    break;
                case ["rejected"]:
                    outcome = ReadingOutcome.Rejected;
                    break;
                case ["broken"]:
                    throw new InvalidOperationException("The reader is broken.");
                case ["remark", var what]:
                    findings.Add(Finding.OfFile(Remark, what));
                    break;
                case ["missing" or "suppressed", ..]:
                    missing.Add(new(Key(profile, words[1..]), words[0] == "suppressed"));
                    break;
                case []:
                    break;
                default:
                    observations.Add(Observation(profile, words, row));
                    break;
            }
        }

        var cause = outcome == ReadingOutcome.Accepted ? null : $"The text says that it is {outcome}.";
        return new(observations, findings, outcome, cause, edition, "text") { Missing = missing };
    }

    private static ObservationKey Key(SourceProfile profile, string[] words) =>
        new(
            new Area(profile.Reporter!),
            new Area(words[0]),
            Enum.Parse<TradeFlow>(words[1]),
            Commodity.Total,
            new Unit("USD"),
            TimePeriod.Parse(words[2]),
            null
        );

    private static Observation Observation(SourceProfile profile, string[] words, int row)
    {
        var dot = words[3].IndexOf('.', StringComparison.Ordinal);
        return new Observation
        {
            Key = Key(profile, words),
            Value = decimal.Parse(words[3], CultureInfo.InvariantCulture) * 1000,
            Multiplier = 3,
            Decimals = dot < 0 ? 0 : words[3].Length - dot - 1,
            Status = words.Length > 4 ? Enum.Parse<ObservationStatus>(words[4]) : ObservationStatus.A,
            PartnerLabel = words[0],
            Provenance = new("Text", new CellAddress(row, 4), words[3]),
        };
    }
}
