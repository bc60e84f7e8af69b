using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>About how much money each finding is, so that the costliest are looked at first. Nothing else follows from it.</summary>
/// <remarks>A figure that was read counts with its value. One that was not counts as it is printed, in the power of ten that most
/// figures of its sheet have.</remarks>
public static class MoneyAtStake
{
    /// <summary>A finding about more cells is about the whole table, whose sum is not counted.</summary>
    private const int MaxCells = 1000;

    /// <summary>The findings as reports print them, in their order.</summary>
    public static IReadOnlyList<ReportFinding> Findings(string path, ReadingResult reading)
    {
        var money = reading.Observations.Where(observation => observation.Key.Unit.IsMoney).ToList();
        var values = money
            .GroupBy(observation => (observation.Provenance.Sheet, observation.Provenance.Cell))
            .ToDictionary(cell => cell.Key, cell => Math.Abs(cell.First().Value));
        var powers = money
            .GroupBy(observation => observation.Provenance.Sheet, StringComparer.Ordinal)
            .ToDictionary(
                sheet => sheet.Key,
                sheet => sheet.CountBy(observation => observation.Multiplier).MaxBy(power => power.Value).Key,
                StringComparer.Ordinal
            );
        return [.. reading.Findings.Select(finding => ReportFinding.Of(path, finding) with { AtStake = Of(finding) })];

        decimal Of(Finding finding)
        {
            if (finding.Sheet is not { } sheet || finding.Place is not { } place)
            {
                return 0;
            }

            var ranges = finding.Cells ?? [place];
            if (ranges.Sum(range => range.Count) > MaxCells)
            {
                return 0;
            }

            var read = ranges
                .SelectMany(range => range.AllCells())
                .Sum(cell => values.GetValueOrDefault((sheet, cell)));
            return read > 0 ? read
                : powers.TryGetValue(sheet, out var power) && Number(finding.Raw) is { } printed
                    ? Scaled(printed, power)
                : 0;
        }
    }

    private static decimal? Number(string? raw) =>
        decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Math.Abs(number)
            : null;

    /// <summary>What is larger than any number can be is larger than all others.</summary>
    private static decimal Scaled(decimal printed, int power)
    {
        var scaled = (double)printed * Math.Pow(10, power);
        return scaled < (double)decimal.MaxValue ? (decimal)scaled : decimal.MaxValue;
    }
}
