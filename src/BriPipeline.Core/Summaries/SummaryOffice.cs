using System.Text.Json;

namespace BriPipeline.Core.Summaries;

/// <summary>What an office puts on its documents: <c>reference/template/office.json</c>, and <c>logo.png</c> beside it.</summary>
public sealed record SummaryOffice
{
    public const string File = "template/office.json";
    public const string LogoFile = "template/logo.png";

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static SummaryOffice None { get; } = new();

    /// <summary>By language; a language that is not there takes English.</summary>
    public IReadOnlyDictionary<string, string> Name { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Stands below the title, by language.</summary>
    public IReadOnlyDictionary<string, string> Note { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Days of release by period, as <c>2023-07</c>: those of the editions to come too.</summary>
    public IReadOnlyDictionary<string, DateOnly> Releases { get; init; } =
        new Dictionary<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>Until when figures are provisional, by language.</summary>
    public IReadOnlyDictionary<string, string> Provisional { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whom to ask, by language.</summary>
    public IReadOnlyDictionary<string, string> Contact { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A PNG picture.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ReadOnlyMemory<byte> Logo { get; init; }

    /// <exception cref="JsonException">The text is not a template; the message names the key.</exception>
    public static SummaryOffice Parse(string json, ReadOnlyMemory<byte> logo) =>
        (
            JsonSerializer.Deserialize<SummaryOffice>(json, Json) ?? throw new JsonException("The template is empty.")
        ) with
        {
            Logo = SizeOf(logo.Span) is null ? default : logo,
        };

    public string? NameIn(string language) => In(Name, language);

    public string? NoteIn(string language) => In(Note, language);

    public string? ProvisionalIn(string language) => In(Provisional, language);

    public string? ContactIn(string language) => In(Contact, language);

    /// <summary>Width and height of the logo in pixels; null where there is none.</summary>
    public (int Width, int Height)? LogoSize => SizeOf(Logo.Span);

    private static string? In(IReadOnlyDictionary<string, string> texts, string language) =>
        texts.GetValueOrDefault(language) ?? texts.GetValueOrDefault("en");

    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> png) =>
        png.Length > 24 && png.StartsWith(PngSignature)
            ? (
                System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[16..]),
                System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[20..])
            )
            : null;
}
