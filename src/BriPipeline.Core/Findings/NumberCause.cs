using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriPipeline.Core.Findings;

/// <summary>What became of a number of a file: each number of the file has exactly one.</summary>
[JsonConverter(typeof(NumberFateJson))]
public enum NumberFate
{
    /// <summary>It is the value of an observation.</summary>
    Read,

    /// <summary>It is known and no value to be stored: a share, a growth rate, a code, a year in a heading, a number of a note.</summary>
    Explained,

    /// <summary>A question asks about it.</summary>
    Waiting,

    /// <summary>It is understood, and a finding says why it is not stored.</summary>
    Refused,

    /// <summary>Nobody knows what it is.</summary>
    NotUnderstood,
}

/// <summary>As <c>notUnderstood</c>.</summary>
internal sealed class NumberFateJson() : JsonStringEnumConverter<NumberFate>(JsonNamingPolicy.CamelCase);

/// <summary>Why a number of a file is no value of an observation.</summary>
/// <param name="Code">The id of a finding, or where the number stands (see <see cref="Standing"/>).</param>
/// <param name="About">The word, name or mark on whose account; empty where there is none.</param>
public readonly record struct NumberCause(NumberFate Fate, string Code, string About)
{
    /// <summary>Numbers that stand where no value is expected.</summary>
    public const string Label = "label";
    public const string Heading = "heading";
    public const string Line = "line";

    /// <summary>Rows of numbers that belong to no table.</summary>
    public const string OutsideTables = "outside-tables";

    /// <summary>Numbers where figures stand that the reader of the figures did not count, or counted twice.</summary>
    public const string Uncounted = "uncounted";

    /// <summary>Findings by which the reader does not know what a number is; others of their severity refuse what it knows.</summary>
    private static readonly HashSet<FindingCode> Unknown =
    [
        FindingCodes.NoTable,
        FindingCodes.NoHeader,
        FindingCodes.NoLabels,
        FindingCodes.HeaderUnexplained,
        FindingCodes.HeaderReachUnclear,
        FindingCodes.ColumnUnclear,
        FindingCodes.AreaColumnsUnclear,
        FindingCodes.RowUnread,
        FindingCodes.AreaUnknown,
        FindingCodes.AreaUnclear,
        FindingCodes.CommodityUnknown,
        FindingCodes.FlowUnknown,
        FindingCodes.UnitUnknown,
        FindingCodes.PeriodUnknown,
        FindingCodes.VariantUnclear,
        FindingCodes.DimensionMissing,
        FindingCodes.DimensionUnclear,
        FindingCodes.FormatColumnUnknown,
        FindingCodes.FormatHeadingUnknown,
        FindingCodes.FormatCodeUnknown,
        FindingCodes.FormatLineUnclear,
        FindingCodes.FormatSheetPassed,
        FindingCodes.FormatSaysNot,
    ];

    /// <param name="isAsked">Whether a question could lift it.</param>
    public static NumberCause Of(FindingCode code, string about, bool isAsked) =>
        new(
            isAsked ? NumberFate.Waiting
                : Unknown.Contains(code) ? NumberFate.NotUnderstood
                : code.Severity >= Severity.RejectCell ? NumberFate.Refused
                : NumberFate.Explained,
            code.Id,
            about
        );

    public static NumberCause Of(Finding finding) =>
        Of(finding.Code, finding.Ask?.About ?? finding.Raw ?? "", finding.Ask is not null);

    /// <summary>Of a number that stands where no value is expected.</summary>
    public static NumberCause Standing(string where) => new(NumberFate.Explained, where, "");
}
