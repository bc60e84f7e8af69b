using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Layouts;

/// <summary>Headings that write flow and period as one word ("IJAN", "EYR", "EXP2022", "2023_IMP"), spelled out.</summary>
/// <remarks>One such heading proves nothing: a flow is believed only where it stands before several periods, and single
/// letters only where imports and exports stand before the very same ones.</remarks>
internal static partial class FusedHeadings
{
    private static readonly Lazy<(string Letters, TradeFlow Flow)[]> Flows = new(() =>
        [
            .. FlowText
                .Codes.Where(code => code.Value is TradeFlow.X or TradeFlow.M)
                .Select(code => (code.Key, code.Value))
                .OrderByDescending(code => code.Key.Length),
        ]
    );

    private static readonly Lazy<HashSet<string>> YearWords = new(() => Vocabulary.Set("abbreviations", "year"));
    private static readonly Lazy<HashSet<string>> TotalWords = new(() => Vocabulary.Set("abbreviations", "total"));

    /// <summary>What each heading that is fused says in words of its own; headings that are none are left out.</summary>
    public static IReadOnlyDictionary<string, string> Expand(IEnumerable<string> headings)
    {
        var parts = headings
            .Distinct(StringComparer.Ordinal)
            .Select(Split)
            .OfType<FusedHeading>()
            .GroupBy(part => part.Prefix, StringComparer.OrdinalIgnoreCase)
            .SelectMany(WithFiscalYears)
            .ToList();
        var periods = parts.ToLookup(part => part.Prefix, part => part.Period, StringComparer.OrdinalIgnoreCase);
        return parts
            .Where(part => periods[part.Prefix].Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Where(part => part.Prefix.Length > 2 || IsPaired(part, parts))
            .ToDictionary(
                part => part.Text,
                part => $"{(part.Flow == TradeFlow.M ? "import" : "export")} | {part.Period}",
                StringComparer.Ordinal
            );
    }

    /// <summary>"exp2021" beside "exp2122", "exports_21_22": all are two years, where one of them can be nothing else.</summary>
    private static IEnumerable<FusedHeading> WithFiscalYears(IEnumerable<FusedHeading> parts)
    {
        var all = parts.ToList();
        return !all.Exists(part => part.Period.Length == 0) ? all
            : all.TrueForAll(part => part.TwoYears is not null)
                ? all.Select(part => part with { Period = part.TwoYears! })
            // Beside two years a number may be two years itself: both are said, and neither is taken.
            : all.Where(part => part.Period.Length > 0)
                .Select(part =>
                    part.TwoYears is null ? part : part with { Period = $"{part.TwoYears} | {part.Period}" }
                );
    }

    private static bool IsPaired(FusedHeading one, List<FusedHeading> all)
    {
        var own = PeriodsOf(one.Prefix);
        return all.Where(other => other.Flow != one.Flow && other.Prefix.Length == one.Prefix.Length)
            .Select(other => other.Prefix)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Any(prefix => own.SetEquals(PeriodsOf(prefix)));

        HashSet<string> PeriodsOf(string prefix) =>
            [
                .. all.Where(part => string.Equals(part.Prefix, prefix, StringComparison.OrdinalIgnoreCase))
                    .Select(part => part.Period),
            ];
    }

    private static FusedHeading? Split(string text)
    {
        var match = Fused().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var word = match.Value;
        foreach (var (prefix, flow) in Flows.Value)
        {
            var rest =
                word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? word[prefix.Length..]
                : word.EndsWith(prefix, StringComparison.OrdinalIgnoreCase) ? word[..^prefix.Length]
                : "";
            var said = rest.Trim('_', '-', '.');
            if (
                rest.Length > 0
                && (PeriodOf(said), TwoYearsOf(said)) is var (period, years)
                && (period ?? years) is not null
            )
            {
                return new(text, prefix, flow, period ?? "", years);
            }
        }

        return null;
    }

    /// <summary>"2122", "21_22" as the two years that it may be; null where the second does not follow the first.</summary>
    private static string? TwoYearsOf(string text)
    {
        const int century = 2000;
        return
            TwoYears().Match(text) is { Success: true } match
            && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var first
            && int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is var second
            && second == first + 1
            ? string.Create(CultureInfo.InvariantCulture, $"{century + first}/{second:00}")
            : null;
    }

    [GeneratedRegex(@"^([0-4]\d)[_\-.]?(\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoYears();

    private static string? PeriodOf(string text)
    {
        if (YearWords.Value.Contains(text))
        {
            return "year";
        }

        if (TotalWords.Value.Contains(text))
        {
            return "total";
        }

        // A number alone may count anything.
        if (text.Length < 3 && text.All(char.IsAsciiDigit) || PeriodText.Read(text) is not [var part])
        {
            return null;
        }

        var year = part.Year is { } said ? said.ToString(CultureInfo.InvariantCulture) : "";
        return (part.FirstMonth, part.Quarter, part.LastYear) switch
        {
            ({ } month, null, null) when month == part.LastMonth =>
                $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year}".TrimEnd(),
            (null, { } quarter, null) => $"Q{quarter} {year}".TrimEnd(),
            (null, null, null) when year.Length > 0 => year,
            _ => null,
        };
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.\-]{3,16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Fused();

    /// <param name="Period">Empty where it is none but two years.</param>
    /// <param name="TwoYears">The fiscal year that its number may be.</param>
    private sealed record FusedHeading(string Text, string Prefix, TradeFlow Flow, string Period, string? TwoYears);
}
