using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports;

/// <summary>A long table as it was understood, written down by its headings: a description to start from.</summary>
public static class LongTablePin
{
    /// <summary>More codes than this are not listed one by one.</summary>
    private const int Codes = 80;

    private static readonly Dictionary<Dimension, FormatRole> Roles = new()
    {
        [Dimension.Reporter] = FormatRole.Reporter,
        [Dimension.Partner] = FormatRole.Partner,
        [Dimension.Flow] = FormatRole.Flow,
        [Dimension.Commodity] = FormatRole.Commodity,
        [Dimension.Unit] = FormatRole.Says,
        [Dimension.Period] = FormatRole.Period,
        [Dimension.Variant] = FormatRole.Variant,
        [Dimension.Status] = FormatRole.Status,
        [Dimension.Frequency] = FormatRole.Frequency,
    };

    /// <summary>The description of the first table with one row of headings and a column of periods; null where there is none.</summary>
    public static FormatDescription? Of(Reading reading)
    {
        if (
            reading.Format is not null
            || reading.Layout?.Tables.FirstOrDefault(IsLong) is not { } table
            || reading.Observations().ToList() is not { Count: > 0 } observations
        )
        {
            return null;
        }

        var sheet = table.Sheet;
        var header = table.HeaderRows[0];
        var named = table.Columns.Where(column => sheet[header, column.Column].Raw.Trim().Length > 0).ToList();
        var spoken = named.Select(RoleOf).ToHashSet();
        var says = Says(spoken, observations);
        var columns = new Dictionary<string, FormatColumn>(StringComparer.Ordinal);
        foreach (var column in named)
        {
            var role = RoleOf(column);
            var described = role switch
            {
                FormatRole.Passed => new FormatColumn { Is = role },
                FormatRole.Figures => new()
                {
                    Is = role,
                    Says = Says([.. spoken, .. says.Keys], Of(column, sheet, observations)),
                },
                _ => Label(role, column, sheet, observations),
            };
            if (!columns.TryAdd(sheet[header, column.Column].Raw.Trim(), described))
            {
                return null;
            }
        }

        return new()
        {
            Name = "own",
            Title = "Own long table",
            Needs = [.. columns.Where(column => column.Value.Is != FormatRole.Passed).Select(column => column.Key)],
            Columns = columns,
            Says = says,
        };
    }

    private static FormatRole RoleOf(ColumnRole column) =>
        column.Use == ColumnUse.Figures ? FormatRole.Figures
        : column.Use == ColumnUse.Label ? Roles.GetValueOrDefault(column.Dimension!.Value, FormatRole.Passed)
        : FormatRole.Passed;

    private static List<Observation> Of(ColumnRole column, Sheet sheet, List<Observation> observations) =>
        observations.FindAll(one => one.Provenance.Sheet == sheet.Name && one.Provenance.Cell.Column == column.Column);

    private static bool IsLong(TableLayout table) =>
        table.HeaderRows.Count == 1
        && table.Columns.Any(column => column is { Use: ColumnUse.Label, Dimension: Dimension.Period });

    private static FormatColumn Label(FormatRole role, ColumnRole column, Sheet sheet, List<Observation> observations)
    {
        if (role == FormatRole.Period)
        {
            return column.Kind == LabelKind.Month
                ? new()
                {
                    Is = role,
                    List = new() { Name = "months" },
                }
                : new() { Is = role };
        }

        var codes = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var observation in observations.Where(one => one.Provenance.Sheet == sheet.Name))
        {
            var text = sheet[observation.Provenance.Cell.Row, column.Column].Raw.Trim();
            codes.TryAdd(
                text,
                role == FormatRole.Says
                    ? Units(observation)
                    : JsonSerializer.SerializeToElement(CodeOf(role, observation))
            );
        }

        return new()
        {
            Is = role,
            List = SchemeOf(role, codes) is { } scheme
                ? new() { Base = scheme }
                : new()
                {
                    Codes = codes
                        .Take(Codes)
                        .ToDictionary(code => code.Key, code => code.Value, StringComparer.Ordinal),
                },
        };
    }

    /// <summary>The scheme by which every code means what it was read as; null where there is none.</summary>
    private static string? SchemeOf(FormatRole role, IReadOnlyDictionary<string, JsonElement> codes) =>
        role is FormatRole.Reporter or FormatRole.Partner
            ? Array.Find(
                ["contract", "iso3", "iso2", "m49", "area-name"],
                scheme => codes.All(code => FormatCodes.AreaOf(scheme, code.Key)?.Code == code.Value.GetString())
            )
            : null;

    /// <summary>A unit says its power of ten, too.</summary>
    private static JsonElement Units(Observation observation) =>
        JsonSerializer.SerializeToElement(
            new
            {
                unit = observation.Key.Unit.Code,
                power = observation.Multiplier.ToString(CultureInfo.InvariantCulture),
            }
        );

    private static string CodeOf(FormatRole role, Observation observation) =>
        role switch
        {
            FormatRole.Reporter => observation.Key.Reporter.Code,
            FormatRole.Partner => observation.Key.Partner.Code,
            FormatRole.Flow => observation.Key.Flow.ToString(),
            FormatRole.Commodity => observation.Key.Commodity.Code,
            FormatRole.Unit => observation.Key.Unit.Code,
            FormatRole.Variant => observation.Key.Variant ?? "",
            FormatRole.Status => observation.Status.ToString(),
            _ => observation.Key.Period.Frequency.ToString(),
        };

    /// <summary>What no column says and all figures share.</summary>
    private static Dictionary<FormatRole, string> Says(
        IReadOnlyCollection<FormatRole> spoken,
        List<Observation> observations
    )
    {
        var says = new Dictionary<FormatRole, string>();
        foreach (
            var role in new[]
            {
                FormatRole.Reporter,
                FormatRole.Partner,
                FormatRole.Flow,
                FormatRole.Commodity,
                FormatRole.Unit,
            }
        )
        {
            var codes = observations.Select(one => CodeOf(role, one)).Distinct(StringComparer.Ordinal).Take(2).ToList();
            if (
                !spoken.Contains(role)
                && !(role == FormatRole.Unit && spoken.Contains(FormatRole.Says))
                && codes is [var only]
            )
            {
                says[role] = only;
            }
        }

        var powers = observations.Select(one => one.Multiplier).Distinct().Take(2).ToList();
        if (powers is [var power] && !spoken.Contains(FormatRole.Says) && !spoken.Contains(FormatRole.Power))
        {
            says[FormatRole.Power] = power.ToString(CultureInfo.InvariantCulture);
        }

        return says;
    }
}
