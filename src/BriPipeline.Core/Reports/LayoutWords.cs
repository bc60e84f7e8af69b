using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports;

/// <summary>A reading in words: what a person would say who had read the sheet.</summary>
internal static class LayoutWords
{
    /// <summary>How a column that is not stored is called, by its reason.</summary>
    private static readonly Dictionary<string, string> Measures = new(StringComparer.Ordinal)
    {
        ["share"] = "shares",
        ["growth"] = "growth rates",
        ["balance"] = "balances",
        ["index"] = "indices",
        ["price"] = "prices",
        ["rank"] = "ranks",
        ["count"] = "counts",
        ["cumulative"] = "cumulative figures without months",
        ["earlier"] = "figures of an earlier period that is not named",
    };

    private static readonly Dictionary<string, string> Flows = new(StringComparer.Ordinal)
    {
        [nameof(TradeFlow.X)] = "exports",
        [nameof(TradeFlow.DX)] = "domestic exports",
        [nameof(TradeFlow.RX)] = "re-exports",
        [nameof(TradeFlow.M)] = "imports",
        [nameof(TradeFlow.MC)] = "imports by country of consignment",
        [nameof(TradeFlow.RM)] = "re-imports",
        [nameof(TradeFlow.T)] = "turnover",
    };

    private static readonly Dictionary<string, string> Powers = new(StringComparer.Ordinal)
    {
        ["0"] = "",
        ["1"] = "tens of ",
        ["2"] = "hundred ",
        ["3"] = "thousand ",
        ["4"] = "10 thousand ",
        ["5"] = "100 thousand ",
        ["6"] = "million ",
        ["7"] = "10 million ",
        ["8"] = "100 million ",
        ["9"] = "billion ",
    };

    /// <summary>A few lines on one table.</summary>
    public static IEnumerable<string> Of(TableReport table)
    {
        var headers =
            table.HeaderRows.Count == 0
                ? "no header"
                : $"{Rows(table.HeaderRows)} {(table.HeaderRows.Count == 1 ? "header" : "headers")}";
        yield return $"{headers}; rows {Number(table.FirstRow)}–{Number(table.LastRow)} figures";
        var stored = table.Columns.Where(column => column.Role is "label" or "figures").ToList();
        if (stored.Count > 0)
        {
            yield return $"column{(stored.Count == 1 ? "" : "s")} {string.Join(", ", Runs(stored, IsLike).Select(Columns))}";
        }

        foreach (
            var reason in table
                .Columns.Where(column => column.Role is not ("label" or "figures"))
                .GroupBy(NotStored, StringComparer.Ordinal)
        )
        {
            yield return $"column{(reason.Count() == 1 ? "" : "s")} {Letters([.. reason])} {reason.Key}";
        }

        if (table.Said.Count > 0)
        {
            yield return string.Join("; ", Said(table.Said));
        }

        yield return table.Read == 1 ? "1 figure read" : $"{Number(table.Read)} figures read";
        foreach (var refusal in table.Refusals)
        {
            yield return $"not read: {refusal}";
        }
    }

    /// <summary>By which rules its columns are what they are: "A by area-names-partner; B–D by figures".</summary>
    public static string? Rules(TableReport table)
    {
        var runs = Runs(table.Columns.Where(column => column.Rule is not null), (one, other) => one.Rule == other.Rule);
        return runs.Count == 0 ? null : string.Join("; ", runs.Select(run => $"{Letters(run)} by {run[0].Rule}"));
    }

    /// <summary>What a column is, in a word or two.</summary>
    public static string Of(ColumnReport column) =>
        column.Role switch
        {
            "label" => column.Dimension switch
            {
                "unmodelled" => "a dimension that is not stored, only its total",
                _ when column.Kind is "words" or null => column.Dimension!,
                _ => $"{column.Dimension}, by {column.Kind}",
            },
            "figures" => Figures(column.Said),
            _ => NotStored(column),
        };

    private static string NotStored(ColumnReport column) =>
        column.Role switch
        {
            "evidence" => $"{Measures.GetValueOrDefault(column.Reason ?? "", column.Reason ?? "evidence")}, not stored",
            "limited" => $"part of the trade ({column.Reason}), not stored",
            "notUnderstood" => $"not understood ({column.Reason}), not stored",
            "unclear" => $"not clear ({column.Reason}), not stored",
            _ => $"{column.Reason}, not stored",
        };

    private static string Figures(IReadOnlyList<SaidReport> said) =>
        said.Count == 0 ? "figures" : string.Join(' ', Said(said, withPlace: false));

    /// <summary>Neighbouring columns that differ in their period or partner alone are said as one.</summary>
    private static bool IsLike(ColumnReport one, ColumnReport other) =>
        one.Role == other.Role
        && one.Dimension == other.Dimension
        && one.Kind == other.Kind
        && (
            Of(one) == Of(other)
            || (
                Ranging(one) is { } dimension
                && Ranging(other) == dimension
                && Rest(one, dimension).SequenceEqual(Rest(other, dimension), StringComparer.Ordinal)
            )
        );

    private static string? Ranging(ColumnReport column) =>
        column.Said.Any(said => said.Dimension == "period") ? "period"
        : column.Said.Any(said => said.Dimension == "partner") ? "partner"
        : null;

    private static IEnumerable<string> Rest(ColumnReport column, string dimension) =>
        column.Said.Where(said => said.Dimension != dimension).Select(said => $"{said.Dimension} {said.Value}");

    private static string Columns(List<ColumnReport> run)
    {
        var (first, last) = (Of(run[0]), Of(run[^1]));
        if (first == last)
        {
            return $"{Letters(run)} {first}";
        }

        // "exports 2022 to 2023", not "exports 2022 to exports 2023".
        var rest = run[0].Said.TakeWhile(said => said.Dimension != Ranging(run[0])).ToList();
        var same = rest.Count == 0 ? 0 : string.Join(' ', Said(rest, withPlace: false)).Length + 1;
        return $"{Letters(run)} {first} to {last[Math.Min(same, last.Length)..]}";
    }

    private static IEnumerable<string> Said(IReadOnlyList<SaidReport> said, bool withPlace = true)
    {
        var power = said.FirstOrDefault(one => one.Dimension == "multiplier");
        foreach (var one in said)
        {
            if (one.Dimension == "multiplier" && said.Any(other => other.Dimension == "unit"))
            {
                continue;
            }

            var words = one.Dimension switch
            {
                "unit" => (power is null ? "" : Power(power.Value)) + one.Value,
                "multiplier" => Power(one.Value).TrimEnd(),
                "flow" => Flows[one.Value],
                "period" => Period(TimePeriod.Parse(one.Value)),
                "reporter" or "partner" => AreaCodeList.Standard.NameOf(new Area(one.Value), "en"),
                _ => one.Value,
            };
            var place = one.Place.Length == 0 ? "" : $" from {one.Place}";
            if (one.Dimension == "unit" && power is { Value: not "0", Place.Length: > 0 } && power.Place != one.Place)
            {
                place += $", multiplier from {power.Place}";
            }

            yield return withPlace
                ? $"{(one.Dimension == "multiplier" ? "unit" : one.Dimension)} {words}{place}"
                : words;
        }
    }

    /// <summary>"2022", "July 2023", "January–July 2023", "Q3 2022".</summary>
    private static string Period(TimePeriod period) =>
        (period.Frequency, period.First.Year == period.Last.Year) switch
        {
            (Frequency.M, _) => Month(period.First, "MMMM yyyy"),
            (Frequency.C, true) => $"{Month(period.First, "MMMM")}–{Month(period.Last, "MMMM yyyy")}",
            (Frequency.C or Frequency.F, _) => $"{Month(period.First, "MMMM yyyy")}–{Month(period.Last, "MMMM yyyy")}",
            (Frequency.Q, _) => $"Q{Number(period.Last.Month / 3)} {Number(period.Last.Year)}",
            _ => period.ToString(),
        };

    private static string Month(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static string Power(string power) => Powers.GetValueOrDefault(power, $"10^{power} ");

    private static string Rows(IReadOnlyList<int> rows) =>
        rows.Count == 1 ? $"row {Number(rows[0])}" : $"rows {Number(rows[0])}–{Number(rows[^1])}";

    /// <summary>"B", "B–D, F".</summary>
    private static string Letters(List<ColumnReport> columns)
    {
        var runs = new List<(string First, string Last)>();
        int? previous = null;
        foreach (var column in columns)
        {
            var position = Position(column.Column);
            if (previous == position - 1)
            {
                runs[^1] = (runs[^1].First, column.Column);
            }
            else
            {
                runs.Add((column.Column, column.Column));
            }

            previous = position;
        }

        var letters = runs.Select(run =>
            run.First == run.Last ? run.First
            : Position(run.Last) == Position(run.First) + 1 ? $"{run.First}, {run.Last}"
            : $"{run.First}–{run.Last}"
        );
        return string.Join(", ", letters);
    }

    private static int Position(string letters) => letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);

    private static List<List<T>> Runs<T>(IEnumerable<T> items, Func<T, T, bool> belong)
    {
        var runs = new List<List<T>>();
        foreach (var item in items)
        {
            if (runs.Count > 0 && belong(runs[^1][^1], item))
            {
                runs[^1].Add(item);
            }
            else
            {
                runs.Add([item]);
            }
        }

        return runs;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
