using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>The one source, variant and unit of a whole edition, and the options of an office:
/// <c>reference/summaries/{subject}.json</c>.</summary>
/// <param name="Source">Of a region whose members speak: empty, and <see cref="Members"/> names a source each.</param>
/// <param name="Variant">Null for the plain series.</param>
/// <param name="Unit">A currency, ISO 4217.</param>
public sealed record SummaryChoice(string Source, string? Variant, string Unit)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Of a region: the source of each member (<c>"KAZ": "kz-bns"</c>), where the members' figures are to be used
    /// and not the partner's.</summary>
    public IReadOnlyDictionary<string, string>? Members { get; init; }

    /// <summary>The year that growth over the long run is counted from; null for the first complete one.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Whether a target's year may be extrapolated; off unless said.</summary>
    public bool Projection { get; init; }

    /// <summary>Whether editions are approved as soon as they are compiled; off unless said.</summary>
    public bool AutoApprove { get; init; }

    /// <summary>Where the choice for a subject is written, below container <c>reference</c>.</summary>
    public static string NameFor(string subject) => $"summaries/{subject}.json";

    /// <exception cref="JsonException">The text is not a choice; the message names the key.</exception>
    public static SummaryChoice Parse(string json)
    {
        var choice = JsonSerializer.Deserialize<SummaryChoice>(json, Json);
        return
            choice is { Unit: not null }
            && (choice.Source is { Length: > 0 } || choice.Members is { Count: > 0 })
            && new Unit(choice.Unit).IsMoney
            ? choice with
            {
                Source = choice.Source ?? "",
            }
            : throw new JsonException(
                "A summary choice names a source and a currency in capital letters, such as USD."
            );
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The series that a row belongs to.</summary>
    public static SummaryChoice Of(TradeRow row) => new(row.Source, row.Key.Variant, row.Key.Unit.Code);

    /// <summary>The source as row keys write it, then the unit: <c>kz-bns~SA in USD</c>.</summary>
    public override string ToString() => $"{SourceName()} in {Unit}";

    /// <summary>The source as row keys write it: <c>kz-bns~SA</c>; of a region whose members speak each member's.</summary>
    public string SourceName() =>
        $"{(Members is null ? Source : string.Join(", ", Members.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {one.Value}")))}"
        + $"{(Variant is null ? "" : "~" + Variant)}";
}
