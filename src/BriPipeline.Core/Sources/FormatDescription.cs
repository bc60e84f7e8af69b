using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriPipeline.Core.Sources;

/// <summary>A documented exchange format, or an office's own long table, as data: <c>Formats/Descriptions/{name}.json</c>.
/// <c>docs/exchange-formats.md</c> describes every key, <c>docs/format.schema.json</c> is its JSON Schema.</summary>
/// <remarks>A heading written <c>/so/</c> is a regular expression; each of its named groups says the role of that name.</remarks>
public sealed record FormatDescription
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        WriteIndented = true,
        TypeInfoResolver = SparseJson.Resolver,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new FormatListConverter(),
        },
    };

    /// <summary>Letters, digits and hyphens; of an embedded description also the name of its file.</summary>
    public required string Name { get; init; }

    /// <summary>The format as people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Where the publisher documents it.</summary>
    public IReadOnlyList<string> Documentation { get; init; } = [];

    /// <summary>A pattern of sheet names that alone are read, with <c>*</c> and <c>?</c>; null for any.</summary>
    public string? Sheet { get; init; }

    /// <summary>How many rows make up the headings; texts of several rows are joined by <c> | </c>.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Columns that must all be there for a table to be of this format.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>What the columns are, by heading. A column that is not named is not documented.</summary>
    public required IReadOnlyDictionary<string, FormatColumn> Columns { get; init; }

    /// <summary>What stands beside the table and says something of all of it.</summary>
    public IReadOnlyList<FormatLine> Lines { get; init; } = [];

    /// <summary>What the documentation says of every figure.</summary>
    public IReadOnlyDictionary<FormatRole, string> Says { get; init; } = new Dictionary<FormatRole, string>();

    /// <summary>Code lists of this format by name; those of <c>lists.json</c> are shared by all.</summary>
    public IReadOnlyDictionary<string, FormatList> Lists { get; init; } =
        new Dictionary<string, FormatList>(StringComparer.Ordinal);

    /// <summary>Texts in place of a number: <c>missing</c>, <c>suppressed</c> or <c>nil</c>.</summary>
    public IReadOnlyDictionary<string, string> Missing { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Letters that may stand behind a number, after a blank; a list of statuses.</summary>
    public FormatList? Flags { get; init; }

    /// <summary>The mark before decimals.</summary>
    public string Decimal { get; init; } = ".";

    /// <summary>What stands between a code and its name in headings and cells, where both may stand.</summary>
    public string? Labels { get; init; }

    /// <summary>The separator of columns that share one column of the file, whose heading ends in a backslash and the dimension across.</summary>
    public string? Composite { get; init; }

    /// <summary>The documentation does not list the dimensions: a column that is not named, before the figures, is one. Its codes
    /// listed here are those of its total.</summary>
    public IReadOnlyList<string>? Others { get; init; }

    /// <exception cref="JsonException">The text describes no format; the message names the key.</exception>
    /// <remarks>Codes and expressions are checked where they are used, by the room of formats.</remarks>
    public static FormatDescription Parse(string json) =>
        JsonSerializer.Deserialize<FormatDescription>(json, Json)
        ?? throw new JsonException("The description is empty.");

    internal static IReadOnlyDictionary<string, FormatList> ParseLists(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, FormatList>>(json, Json)
        ?? throw new JsonException("There are no lists.");

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>A column of a format.</summary>
public sealed record FormatColumn
{
    public required FormatRole Is { get; init; }

    /// <summary>Other headings of the same column.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Passed over where a column of this heading is there too.</summary>
    public string? Unless { get; init; }

    /// <summary>What its codes mean; of a regular expression, of the group named as <see cref="Is"/>.</summary>
    public FormatList? List { get; init; }

    /// <summary>Of a regular expression: what the texts of its groups mean.</summary>
    public IReadOnlyDictionary<FormatRole, FormatList> Lists { get; init; } = new Dictionary<FormatRole, FormatList>();

    /// <summary>Of <see cref="FormatRole.Total"/>: the codes of the total; an empty one for a blank.</summary>
    public IReadOnlyList<string> Totals { get; init; } = [];

    /// <summary>The one column of figures to which it applies.</summary>
    public string? Of { get; init; }

    /// <summary>Of figures, or of a regular expression: what holds for the column.</summary>
    public IReadOnlyDictionary<FormatRole, string> Says { get; init; } = new Dictionary<FormatRole, string>();

    /// <summary>Of figures: <c>missing</c> where the format writes 0 for no figure.</summary>
    public string? Zero { get; init; }

    /// <summary>What a blank means; where nothing is said a blank says nothing.</summary>
    public string? Blank { get; init; }
}

/// <summary>A text beside the table.</summary>
public sealed record FormatLine
{
    /// <summary>A regular expression for a text above the headings; its named groups say the roles of their names.</summary>
    public string? Pattern { get; init; }

    /// <summary>The text of a cell whose neighbour to the right is meant.</summary>
    public string? Key { get; init; }

    /// <summary>The first text so many rows above the headings is meant; blank rows do not count.</summary>
    public int? Above { get; init; }

    /// <summary>Of a pattern or a key, the name of the sheet in which it stands; null for the rows above the headings.</summary>
    public string? Sheet { get; init; }

    /// <summary>Of a key or a row above: what its text is.</summary>
    public FormatRole? Is { get; init; }

    public FormatList? List { get; init; }

    public IReadOnlyDictionary<FormatRole, FormatList> Lists { get; init; } = new Dictionary<FormatRole, FormatList>();

    /// <summary>What the line says by being there.</summary>
    public IReadOnlyDictionary<FormatRole, string> Says { get; init; } = new Dictionary<FormatRole, string>();

    /// <summary>Without it the table is not of this format.</summary>
    public bool Needed { get; init; }
}
