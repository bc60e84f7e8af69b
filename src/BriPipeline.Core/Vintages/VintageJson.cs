using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>Plans, manifests and states as JSON: equal values give equal bytes.</summary>
public static class VintageJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(),
            new TextConverter<ObservationKey>(KeyText.Of, KeyText.Parse),
            new TextConverter<SeriesKey>(KeyText.Of, KeyText.ParseSeries),
            new TextConverter<PartialDate>(date => date.ToString(), PartialDate.Parse),
            new TextConverter<TimePeriod>(period => $"{period.Frequency}|{period}", ParsePeriod),
        },
    };

    public static void Write(Stream json, Plan plan) => JsonSerializer.Serialize(json, plan, Options);

    public static void Write(Stream json, SourceState state) => JsonSerializer.Serialize(json, state, Options);

    public static void Write(Stream json, Manifest manifest) =>
        JsonSerializer.Serialize(json, ManifestText.Of(manifest), Options);

    /// <summary>Equal rows give equal texts.</summary>
    public static string TextOf(RegisterRow row) =>
        JsonSerializer.Serialize(
            row with
            {
                Names = new SortedDictionary<string, string>(
                    row.Names.ToDictionary(StringComparer.Ordinal),
                    StringComparer.Ordinal
                ),
            },
            Options
        );

    /// <exception cref="JsonException">The bytes are not a plan.</exception>
    public static Plan ReadPlan(ReadOnlySpan<byte> json) => Read<Plan>(json);

    /// <exception cref="JsonException">The bytes are not a source's state.</exception>
    public static SourceState ReadState(ReadOnlySpan<byte> json) => Read<SourceState>(json);

    /// <exception cref="JsonException">The bytes are not a manifest.</exception>
    public static Manifest ReadManifest(ReadOnlySpan<byte> json) => Read<ManifestText>(json).ToManifest();

    private static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("There is nothing in it.");

    private static TimePeriod ParsePeriod(string text) =>
        TimePeriod.Parse(text[2..], Enum.Parse<Frequency>(text.AsSpan(0, 1)));

    /// <summary>A manifest with each version written once.</summary>
    private sealed record ManifestText(
        string Path,
        IReadOnlyList<ClaimVersion> Versions,
        IReadOnlyList<ClaimText> Claims,
        IReadOnlyList<DerivedText>? Derived
    )
    {
        public static ManifestText Of(Manifest manifest)
        {
            var versions = manifest
                .Claims.SelectMany(claim => new[] { claim.Stated, claim.Held, claim.First, claim.Changed })
                .Concat(manifest.Derived.SelectMany(mark => new[] { mark.First, mark.Changed }))
                .OfType<ClaimVersion>()
                .Distinct()
                .OrderBy(version => version.Seq)
                .ToList();
            var places = versions.Index().ToDictionary(place => place.Item, place => place.Index);
            return new(
                manifest.Path,
                versions,
                [
                    .. manifest.Claims.Select(claim => new ClaimText(
                        claim.Key,
                        claim.Figure,
                        places[claim.Stated],
                        places[claim.Held],
                        places[claim.First],
                        claim.Changed is null ? null : places[claim.Changed]
                    )),
                ],
                manifest.Derived.Count == 0
                    ? null
                    :
                    [
                        .. manifest.Derived.Select(mark => new DerivedText(
                            mark.Key,
                            places[mark.First],
                            places[mark.Changed]
                        )),
                    ]
            );
        }

        public Manifest ToManifest() =>
            new(
                Path,
                [
                    .. Claims.Select(claim => new Claim
                    {
                        Key = claim.Key,
                        Figure = claim.Figure,
                        Stated = Versions[claim.Stated],
                        Held = Versions[claim.Held],
                        First = Versions[claim.First],
                        Changed = claim.Changed is { } changed ? Versions[changed] : null,
                    }),
                ]
            )
            {
                Derived =
                [
                    .. (Derived ?? []).Select(mark => new DerivedMark(
                        mark.Key,
                        Versions[mark.First],
                        Versions[mark.Changed]
                    )),
                ],
            };
    }

    private sealed record ClaimText(ObservationKey Key, Figure? Figure, int Stated, int Held, int First, int? Changed);

    private sealed record DerivedText(ObservationKey Key, int First, int Changed);

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return read(reader.GetString()!);
            }
            catch (FormatException e)
            {
                throw new JsonException(e.Message, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
