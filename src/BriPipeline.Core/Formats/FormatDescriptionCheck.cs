using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Formats;

/// <summary>What a description must hold beyond its schema, so that no file is the first to find out.</summary>
internal static partial class FormatDescriptionCheck
{
    /// <summary>Roles that need no list: their texts are taken as they are.</summary>
    private static readonly HashSet<FormatRole> Listless =
    [
        FormatRole.Figures,
        FormatRole.Total,
        FormatRole.Passed,
        FormatRole.PartnerLabel,
        FormatRole.CommodityLabel,
        FormatRole.Period,
        FormatRole.Variant,
        FormatRole.Valuation,
        FormatRole.Nomenclature,
        FormatRole.Level,
    ];

    /// <exception cref="JsonException">Something is wrong; the message names it.</exception>
    public static void Check(FormatDescription description, IEnumerable<FormatPattern> patterns)
    {
        Must(
            Name().IsMatch(description.Name),
            $"\"{description.Name}\" is no name of a format: small letters, digits and hyphens."
        );
        Must(description.HeaderRows is >= 1 and <= 4, "\"headerRows\" is 1 to 4.");
        Must(description.Decimal is "." or ",", "\"decimal\" is \".\" or \",\".");
        Must(description.Columns.Values.Any(column => column.Is == FormatRole.Figures), "No column is \"figures\".");
        Must(description.Needs.Count > 0, "\"needs\" names no column.");
        foreach (var need in description.Needs)
        {
            Must(
                description.Columns.ContainsKey(need),
                $"\"needs\" names the column \"{need}\", which is not described."
            );
        }

        Says(description.Says, "the format");
        var lists = new FormatLists(description.Lists);
        foreach (var (key, column) in description.Columns)
        {
            var at = $"the column \"{key}\"";
            Must(
                column.Unless is not { } other || description.Columns.ContainsKey(other),
                $"\"unless\" of {at} names no column."
            );
            Must(
                column.Of is not { } of
                    || description.Columns.TryGetValue(of, out var figures) && figures.Is == FormatRole.Figures,
                $"\"of\" of {at} names no column of figures."
            );
            Must(
                column.Is == FormatRole.Total == column.Totals.Count > 0,
                $"{at}: \"totals\" goes with \"is\": \"total\"."
            );
            Must(column.Zero is null or "missing", $"\"zero\" of {at} is \"missing\" or left out.");
            Must(
                column.List is not null || Listless.Contains(column.Is) || FormatPattern.Is(key),
                $"{at} has no \"list\" for its codes."
            );
            Says(column.Says, at);
            Lists(column.Is, column.List, column.Lists, lists);
            if (column.Blank is { } blank)
            {
                Must(FormatStatement.Of(column.Is, blank) is not null, $"\"blank\" of {at} is no {column.Is}.");
            }
        }

        foreach (var pattern in patterns)
        {
            _ = pattern.Roles();
        }

        foreach (var line in description.Lines)
        {
            var ways = new object?[] { line.Pattern, line.Key, line.Above }.Count(way => way is not null);
            Must(ways == 1, "A line has one of \"pattern\", \"key\" and \"above\".");
            Must(line.Above is not <= 0, "\"above\" counts rows, from 1.");
            Must(
                line.Pattern is null == line.Is is not null,
                "A line with \"key\" or \"above\" has \"is\"; one with \"pattern\" has none."
            );
            Says(line.Says, "a line");
            Lists(line.Is ?? FormatRole.Says, line.List, line.Lists, lists);
            if (line.Pattern is { } text)
            {
                _ = new FormatPattern(text).Roles();
            }
        }

        if (description.Flags is { } flags)
        {
            Lists(FormatRole.Status, flags, new Dictionary<FormatRole, FormatList>(), lists);
        }
    }

    private static void Lists(
        FormatRole role,
        FormatList? list,
        IReadOnlyDictionary<FormatRole, FormatList> others,
        FormatLists lists
    )
    {
        foreach (var (one, codes) in list is null ? others : others.Append(new(role, list)))
        {
            new CodeReader(one, codes, lists, SourceProfile.Unknown("format")).CheckPatterns();
        }
    }

    private static void Says(IReadOnlyDictionary<FormatRole, string> says, string at)
    {
        foreach (var (role, text) in says)
        {
            Must(
                FormatStatement.Of(role, text) is not null,
                $"\"{text}\", which {at} says, is no {role.ToString().ToLowerInvariant()}."
            );
        }
    }

    private static void Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new JsonException(otherwise);
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
