using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Sources;

/// <summary>What a workbook does not say itself, by dimension; a default counts only where nothing else says it.</summary>
public sealed record ProfileDefaults
{
    public string? Unit { get; init; }

    /// <summary>Power of ten: 3 for thousands.</summary>
    public int? Multiplier { get; init; }

    public string? Commodity { get; init; }
    public string? Flow { get; init; }
    public string? Partner { get; init; }
    public string? Period { get; init; }

    /// <summary>The area that reports, where it differs from that of the source.</summary>
    public string? Reporter { get; init; }

    /// <summary>FOB, CIF, ... by flow code.</summary>
    public IReadOnlyDictionary<string, string>? Valuation { get; init; }

    /// <summary>These defaults where they speak, else <paramref name="other"/>.</summary>
    public ProfileDefaults Over(ProfileDefaults other) =>
        new()
        {
            Unit = Unit ?? other.Unit,
            Multiplier = Multiplier ?? other.Multiplier,
            Commodity = Commodity ?? other.Commodity,
            Flow = Flow ?? other.Flow,
            Partner = Partner ?? other.Partner,
            Period = Period ?? other.Period,
            Reporter = Reporter ?? other.Reporter,
            Valuation = Valuation ?? other.Valuation,
        };
}

/// <summary>Defaults for the files of a source whose name matches a pattern of <c>*</c> and <c>?</c>.</summary>
public sealed record ProfileFile(string Match, ProfileDefaults Defaults);

/// <summary>A source: <c>reference/sources/{name}.json</c>, DESIGN section 6. Every key but the name is optional.</summary>
public sealed record SourceProfile
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        // Marks and names stand as people write them.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters =
        {
            new JsonStringEnumConverter<QuestionKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    };

    /// <summary>Part of every row key: <c>[a-z0-9-]{1,40}</c>.</summary>
    public required string Name { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Under what the figures may be used, as charts say it.</summary>
    public string? Licence { get; init; }
    public string? Reporter { get; init; }

    /// <summary>ISO 639-1 codes of the languages to expect; only used to break ties between names.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    public ProfileDefaults? Defaults { get; init; }

    /// <summary>What a mark such as "-" means: <c>nil</c> or <c>missing</c>.</summary>
    public IReadOnlyDictionary<string, string>? Missing { get; init; }

    /// <summary>The month in which the fiscal year starts, 1 to 12.</summary>
    public int? FiscalYearStartsIn { get; init; }

    /// <summary>The months in which the office publishes revisions by its calendar, 1 to 12.</summary>
    public IReadOnlyList<int>? RevisionMonths { get; init; }

    public string? Calendar { get; init; }
    public bool? AllowNegative { get; init; }

    /// <summary>What names of areas mean that are in no list: area codes by name.</summary>
    public IReadOnlyDictionary<string, string>? Aliases { get; init; }

    /// <summary>What holds a workbook back; null for the rules that always hold.</summary>
    public ProfileHold? Hold { get; init; }
    public IReadOnlyList<ProfileFile>? Files { get; init; }

    /// <summary>Who may upload to the source beside operators: object ids of groups, people or programs, or app roles.</summary>
    public IReadOnlyList<string>? Uploaders { get; init; }

    /// <summary>What was answered to questions, in the order in which it was answered.</summary>
    public IReadOnlyList<Answer>? Answers { get; init; }

    /// <summary>The answers that hold for the file at hand; none before <see cref="For"/>.</summary>
    internal AnswerBook Book { get; private init; } = AnswerBook.Empty;

    /// <summary>The pinned layout of the source, which stands in a file of its own: <c>reference/layouts/{name}.json</c>. It is part of
    /// the profile as an import sees it: after a change the workbook is read again.</summary>
    public PinnedLayout? Pinned { get; init; }

    /// <summary>The profile of a source of which nothing is known.</summary>
    public static SourceProfile Unknown(string name) => new() { Name = name };

    /// <exception cref="JsonException">The text is not a profile; the message has a line for each key and value that is wrong, with
    /// what is to be written.</exception>
    public static SourceProfile Parse(string json)
    {
        ProfileCheck.OfProfile(json);
        return JsonSerializer.Deserialize<SourceProfile>(json, Json)!;
    }

    /// <summary>This profile with the pinned layout of its source.</summary>
    /// <param name="json">As <c>reference/layouts/{name}.json</c>.</param>
    /// <exception cref="JsonException">The text is no pinned layout; the message says why.</exception>
    public SourceProfile WithPinned(string json) => this with { Pinned = PinnedLayout.Parse(json) };

    /// <summary>This profile with the names of areas that all sources share; its own speak first.</summary>
    /// <param name="json">An object of area codes by name, as <c>reference/aliases.json</c>.</param>
    /// <exception cref="JsonException">The text is no such object, or a code is none.</exception>
    public SourceProfile WithSharedAliases(string json)
    {
        ProfileCheck.OfAliases(json);
        var shared = new Dictionary<string, string>(
            JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json)!,
            StringComparer.Ordinal
        );
        foreach (var (name, code) in Aliases ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            shared[name] = code;
        }

        return this with
        {
            Aliases = shared.Count == 0 ? null : shared,
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The profile as it holds for one file: with its reporter and the answers given for it.</summary>
    public SourceProfile For(string fileName)
    {
        var answered = WithAnswers(fileName);
        return answered.DefaultsFor(fileName).Reporter is { } reporter
            ? answered with
            {
                Reporter = reporter,
            }
            : answered;
    }

    private SourceProfile WithAnswers(string fileName)
    {
        var book = AnswerBook.Of(Answers, fileName);
        if (book.IsEmpty)
        {
            return this;
        }

        var holding = Answers!
            .SelectMany(answer => answer.Parts)
            .Where(answer => book.Find(answer.Kind, answer.About) == answer.Is)
            .ToList();
        var office = holding
            .Where(answer => answer.Kind == QuestionKind.Reporter)
            .Select(answer => Gallery.Standard.Named(answer.Is))
            .LastOrDefault(entry => entry is not null);
        return this with
        {
            Book = book,
            Reporter = Reporter ?? office?.Reporter,
            Files = Files ?? office?.Files,
            Defaults = office?.Defaults is { } usual ? (Defaults ?? new()).Over(usual) : Defaults,
            FiscalYearStartsIn = FiscalYearStartsIn ?? office?.FiscalYearStartsIn,
            Aliases = With(Aliases, QuestionKind.Area),
            Missing = With(Missing ?? office?.Missing, QuestionKind.Mark),
        };

        IReadOnlyDictionary<string, string>? With(IReadOnlyDictionary<string, string>? known, QuestionKind kind)
        {
            var said = holding.Where(answer => answer.Kind == kind && answer.Is != Ask.LeaveOut).ToList();
            if (said.Count == 0)
            {
                return known;
            }

            var all = said.GroupBy(answer => answer.About, StringComparer.Ordinal)
                .ToDictionary(answers => answers.Key, answers => answers.Last().Is, StringComparer.Ordinal);
            foreach (var (name, meaning) in known ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                all[name] = meaning;
            }

            return all;
        }
    }

    /// <summary>The defaults for one file: those of the first matching pattern, over the source's own.</summary>
    public ProfileDefaults DefaultsFor(string fileName)
    {
        var own = Defaults ?? new ProfileDefaults();
        return Files?.FirstOrDefault(file => FilePattern.Matches(file.Match, fileName))?.Defaults.Over(own) ?? own;
    }
}
