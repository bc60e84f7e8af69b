using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports;

/// <summary>A reading in words: what a person would say who had read the sheet.</summary>
/// <remarks>In English only, as layout.json keeps these lines and the reasons in them come from recognition in English.</remarks>
internal static class LayoutWords
{
    private static readonly IReadOnlyDictionary<string, string> Texts = TextFile.Read("en", "layout");

    /// <summary>A few lines on one table.</summary>
    public static IEnumerable<string> Of(TableReport table)
    {
        var headers =
            table.HeaderRows.Count == 0
                ? Say("noHeader")
                : Say(table.HeaderRows.Count == 1 ? "header" : "headers", Rows(table.HeaderRows));
        yield return Say("table", headers, Number(table.FirstRow), Number(table.LastRow));
        var stored = table.Columns.Where(column => column.Role is "label" or "figures").ToList();
        if (stored.Count > 0)
        {
            yield return Say(
                stored.Count == 1 ? "column" : "columns",
                string.Join(", ", Runs(stored, IsLike).Select(Columns))
            );
        }

        foreach (
            var reason in table
                .Columns.Where(column => column.Role is not ("label" or "figures"))
                .GroupBy(NotStored, StringComparer.Ordinal)
        )
        {
            yield return Say(reason.Count() == 1 ? "column" : "columns", $"{Letters([.. reason])} {reason.Key}");
        }

        if (table.Said.Count > 0)
        {
            yield return string.Join("; ", Said(table.Said));
        }

        yield return Say(table.Read == 1 ? "figureRead" : "figuresRead", Number(table.Read));
        foreach (var refusal in table.Refusals)
        {
            yield return Say("notRead", refusal);
        }
    }

    /// <summary>A sheet, a line for each thing that was understood.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<TableReport> tables, IReadOnlyList<RefusedReport> refused) =>
        tables.Count + refused.Count == 0
            ? [Say("noTable")]
            : tables
                .SelectMany(Of)
                .Concat(refused.Select(one => Say("refusedRows", Number(one.FirstRow), Number(one.LastRow), one.Why)));

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
                "unmodelled" => Say("unmodelled"),
                _ when column.Kind is "words" or null => column.Dimension!,
                _ => Say("labelBy", column.Dimension, column.Kind),
            },
            "figures" => Figures(column.Said),
            _ => NotStored(column),
        };

    private static string NotStored(ColumnReport column) =>
        column.Role switch
        {
            "evidence" => Say(
                "notStored",
                Texts.GetValueOrDefault($"measure.{column.Reason}", column.Reason ?? Say("evidence"))
            ),
            "limited" or "notUnderstood" or "unclear" => Say(column.Role, column.Reason),
            _ => Say("notStored", column.Reason),
        };

    private static string Figures(IReadOnlyList<SaidReport> said) =>
        said.Count == 0 ? Say("figures") : string.Join(' ', Said(said, withPlace: false));

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
        return Say("columnRun", Letters(run), first, last[Math.Min(same, last.Length)..]);
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
                "flow" => Texts[$"flow.{one.Value}"],
                "period" => Period(TimePeriod.Parse(one.Value)),
                "reporter" or "partner" => AreaCodeList.Standard.NameOf(new Area(one.Value), "en"),
                _ => one.Value,
            };
            var place = one.Place.Length == 0 ? "" : Say("from", one.Place);
            if (one.Dimension == "unit" && power is { Value: not "0", Place.Length: > 0 } && power.Place != one.Place)
            {
                place += Say("multiplierFrom", power.Place);
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

    private static string Power(string power) => Texts.GetValueOrDefault($"power.{power}") ?? Say("power.10n", power);

    private static string Rows(IReadOnlyList<int> rows) =>
        rows.Count == 1 ? Say("row", Number(rows[0])) : Say("rows", Number(rows[0]), Number(rows[^1]));

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

    private static string Say(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts[key], arguments);
}
