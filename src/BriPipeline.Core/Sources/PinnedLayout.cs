using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Sources;

/// <summary>A layout that somebody wrote down because it cannot be recognised: <c>reference/layouts/{source}.json</c>. Where it
/// names a sheet, that sheet has the tables written here and no others; all rules for labels and figures stay as they are.</summary>
public sealed record PinnedLayout
{
    public IReadOnlyList<PinnedTable> Tables { get; init; } = [];

    /// <summary>Long tables with columns named by heading; they are asked before any other reading.</summary>
    public IReadOnlyList<FormatDescription> Formats { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        TypeInfoResolver = SparseJson.Resolver,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new FormatListConverter(),
        },
    };

    /// <exception cref="JsonException">The text is no pinned layout; the message says why.</exception>
    public static PinnedLayout Parse(string json)
    {
        var layout =
            JsonSerializer.Deserialize<PinnedLayout>(json, Json) ?? throw new JsonException("The layout is empty.");
        if (layout.Tables.Count + layout.Formats.Count == 0)
        {
            throw new JsonException("The layout has no table: neither \"tables\" nor \"formats\".");
        }

        foreach (var wrong in layout.Tables.Select(table => table.Wrong).OfType<string>())
        {
            throw new JsonException(wrong);
        }

        return layout;
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>One table of a pinned layout. Rows and columns are named as spreadsheet programs show them.</summary>
public sealed record PinnedTable
{
    /// <summary>The name of its sheet, in which <c>*</c> and <c>?</c> stand for any letters; null for every sheet.</summary>
    public string? Sheet { get; init; }

    /// <summary>The rows whose words stand over the columns and are read with them.</summary>
    public IReadOnlyList<int> HeaderRows { get; init; } = [];

    /// <summary>The first row of figures.</summary>
    public required int FirstRow { get; init; }

    /// <summary>The last one; null for the last row of the sheet.</summary>
    public int? LastRow { get; init; }

    /// <summary>What the columns hold, by their letters; those that are not named are passed over.</summary>
    public required IReadOnlyDictionary<string, PinnedColumn> Columns { get; init; }

    /// <summary>What holds for all figures.</summary>
    public PinnedWords? Says { get; init; }

    /// <summary>Why it can be no table at all; null where nothing is wrong.</summary>
    [JsonIgnore]
    internal string? Wrong =>
        FirstRow < 1 || LastRow < FirstRow ? $"Rows {FirstRow} to {LastRow} are no rows of a table."
        : HeaderRows.Any(row => row < 1 || row >= FirstRow) ? $"A header row does not stand above row {FirstRow}."
        : Columns.Keys.FirstOrDefault(letters => NumberOf(letters) is null) is { } letters
            ? $"\"{letters}\" names no column."
        : Columns.Values.SelectMany(column => column.Headers ?? []).FirstOrDefault(text => PlaceOf(text) is null)
            is { } place
            ? $"\"{place}\" names no cell."
        : Columns.Values.All(column => column.Role != PinnedRole.Figures) ? "No column has the role figures."
        : null;

    public bool IsOf(Sheet sheet) =>
        Sheet is null
        || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Sheet, sheet.Name, ignoreCase: true);

    internal static int? NumberOf(string letters) =>
        letters.Length is >= 1 and <= 3 && letters.All(char.IsAsciiLetterUpper)
            ? letters.Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1)
            : null;

    /// <summary>The cell of an address such as <c>B5</c>; null where the text is none.</summary>
    internal static CellAddress? PlaceOf(string text)
    {
        var letters = text.TrimEnd("0123456789".ToCharArray());
        return
            NumberOf(letters) is { } column
            && int.TryParse(text.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row > 0
            ? new(row, column)
            : null;
    }
}

/// <summary>What a column of a pinned table holds.</summary>
public enum PinnedRole
{
    Figures,
    Reporter,
    Partner,
    Flow,
    Commodity,
    Unit,
    Period,
    Variant,
    Status,
    Frequency,
}

/// <summary>What is said, in words that the workbook itself could print: "exports", "thousand USD", "January 2023".</summary>
public record PinnedWords
{
    public string? Reporter { get; init; }
    public string? Partner { get; init; }
    public string? Flow { get; init; }
    public string? Commodity { get; init; }
    public string? Unit { get; init; }
    public string? Period { get; init; }

    internal IReadOnlyList<Label> Labels(Reach reach) =>
        [
            .. new[]
            {
                (Dimension.Reporter, Reporter),
                (Dimension.Partner, Partner),
                (Dimension.Flow, Flow),
                (Dimension.Commodity, Commodity),
                (Dimension.Unit, Unit),
                (Dimension.Period, Period),
            }
                .Where(word => word.Item2 is not null)
                .Select(word => new Label(
                    word.Item1,
                    LabelKind.Words,
                    word.Item2!,
                    reach,
                    // What holds for all is declared, as by a line of a key and its value.
                    Heading: reach <= Reach.Block ? null : word.Item1.ToString()
                )),
        ];
}

/// <summary>A column of a pinned table; of figures, with what holds for the column alone.</summary>
public sealed record PinnedColumn : PinnedWords
{
    public required PinnedRole Role { get; init; }

    /// <summary>Of labels, how their texts are to be taken; words where nothing is said.</summary>
    public LabelKind? Kind { get; init; }

    /// <summary>The cells whose words stand over the column, from the top, as "B5"; those of the header rows where nothing is said.</summary>
    public IReadOnlyList<string>? Headers { get; init; }
}
