using System.Text.Json;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Formats;

/// <summary>What a code turned out to be.</summary>
/// <param name="Says">What it says; null where no list has it.</param>
/// <param name="IsLeftOut">It is documented, and rows of it are not stored.</param>
internal readonly record struct CodeReading(IReadOnlyList<FormatStatement>? Says, bool IsLeftOut)
{
    public static CodeReading Nothing { get; } = new([], false);

    public static CodeReading LeftOut { get; } = new([], true);

    public static CodeReading Unknown { get; } = new(null, false);
}

/// <summary>The codes of one column, each distinct text read once.</summary>
internal sealed class CodeReader
{
    private readonly Dictionary<string, CodeReading> codes;
    private readonly List<(FormatPattern Pattern, CodeReading Reading)> patterns = [];
    private readonly List<CodeScheme> schemes = [];
    private readonly FormatPattern? part;
    private readonly FormatRole role;
    private readonly Dictionary<string, CodeReading> known = new(StringComparer.Ordinal);

    /// <exception cref="JsonException">The list names what there is not.</exception>
    public CodeReader(FormatRole role, FormatList list, FormatLists lists, SourceProfile profile)
    {
        this.role = role;
        var chain = lists.ChainOf(list);
        codes = new(chain.Any(one => one.AnyCase) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        part = chain.Select(one => one.Pattern).OfType<string>().Select(one => new FormatPattern(one)).FirstOrDefault();
        foreach (var one in chain)
        {
            foreach (var (code, says) in one.Codes)
            {
                var reading = Said(code, says);
                if (FormatPattern.Is(code))
                {
                    patterns.Add((new FormatPattern(code[1..^1]), reading));
                }
                else
                {
                    codes.TryAdd(code, reading);
                }
            }

            if (one.Base is { } scheme)
            {
                schemes.Add(
                    CodeSchemes.Of(scheme, profile)
                        ?? throw new JsonException(
                            $"\"{scheme}\" is no scheme of codes; there are {string.Join(", ", CodeSchemes.Names)}."
                        )
                );
            }
        }
    }

    public CodeReading Read(string text)
    {
        if (!known.TryGetValue(text, out var reading))
        {
            reading = Find(part?.MatchOf(text) is { } match ? match.Groups["code"].Value.Trim() : text);
            known.Add(text, reading);
        }

        return reading;
    }

    /// <exception cref="JsonException">A pattern is no regular expression.</exception>
    public void CheckPatterns()
    {
        part?.Check();
        foreach (var (pattern, _) in patterns)
        {
            pattern.Check();
        }
    }

    /// <summary>Whether the list itself names a code.</summary>
    public bool Lists(string code) => codes.ContainsKey(code);

    private CodeReading Find(string code)
    {
        if (codes.TryGetValue(code, out var listed))
        {
            return listed;
        }

        foreach (var (pattern, reading) in patterns)
        {
            if (pattern.MatchOf(code) is not null)
            {
                return reading;
            }
        }

        foreach (var scheme in schemes)
        {
            if (code.Length > 0 && scheme(role, code) is { } says)
            {
                return new(says, false);
            }
        }

        return CodeReading.Unknown;
    }

    private CodeReading Said(string code, JsonElement says) =>
        says.ValueKind switch
        {
            JsonValueKind.Null => CodeReading.LeftOut,
            JsonValueKind.String => new([StatementOf(role, says.GetString()!, code)], false),
            JsonValueKind.Object => new(
                [
                    .. says.EnumerateObject()
                        .Select(one =>
                            StatementOf(
                                Enum.TryParse<FormatRole>(one.Name, ignoreCase: true, out var named)
                                    ? named
                                    : throw new JsonException($"\"{one.Name}\" of the code \"{code}\" is no role."),
                                one.Value.GetString() ?? "",
                                code
                            )
                        ),
                ],
                false
            ),
            _ => throw new JsonException($"The code \"{code}\" is neither a text, an object of roles nor null."),
        };

    private static FormatStatement StatementOf(FormatRole role, string text, string code) =>
        FormatStatement.Of(role, text)
        ?? throw new JsonException(
            $"\"{text}\", which the code \"{code}\" stands for, is no {role.ToString().ToLowerInvariant()}."
        );
}
