using System.Text.Json;

namespace BriPipeline.Core.Sources;

/// <summary>A rule for a value of a JSON file that people write: tells all that is wrong, each with its place and what is to be
/// written.</summary>
/// <param name="path">Of the value, as "files[0].defaults.flow".</param>
internal delegate void JsonRule(string path, JsonElement value, ICollection<string> problems);

/// <summary>The rules that others are made of.</summary>
internal static class JsonRules
{
    private const int MaxShown = 60;

    /// <summary>A text that is one of a code list.</summary>
    public static JsonRule Code(ProfileCodes codes) => Text(codes.Wrong);

    /// <param name="wrong">What is wrong with the text; null for nothing.</param>
    public static JsonRule Text(Func<string, string?> wrong) =>
        (path, value, problems) =>
        {
            var said = value.ValueKind == JsonValueKind.String ? wrong(value.GetString()!) : "is no text.";
            if (said is not null)
            {
                problems.Add(Problem(path, value, said));
            }
        };

    public static JsonRule AnyText { get; } = Text(_ => null);

    public static JsonRule SomeText { get; } = Text(text => text.Trim().Length == 0 ? "is empty." : null);

    public static void Flag(string path, JsonElement value, ICollection<string> problems)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            problems.Add(Problem(path, value, "is neither true nor false."));
        }
    }

    /// <summary>A whole number.</summary>
    /// <param name="what">As people call it: "a month".</param>
    /// <param name="meant">The number that a text or another number means; null where nothing is known.</param>
    public static JsonRule Number(string what, int min, int max, Func<JsonElement, int?> meant) =>
        (path, value, problems) =>
        {
            if (
                value.ValueKind != JsonValueKind.Number
                || !value.TryGetInt32(out var number)
                || number < min
                || number > max
            )
            {
                problems.Add(
                    Problem(
                        path,
                        value,
                        meant(value) is { } better
                            ? $"is not {what}. Write {better}."
                            : $"is not {what}: a whole number from {min} to {max}."
                    )
                );
            }
        };

    /// <summary>A number of per cents.</summary>
    public static void Share(string path, JsonElement value, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var share) || share is < 0 or > 100)
        {
            problems.Add(Problem(path, value, "is no share: a number from 0 to 100, in per cent."));
        }
    }

    public static JsonRule List(JsonRule item) =>
        (path, value, problems) =>
        {
            if (value.ValueKind != JsonValueKind.Array)
            {
                problems.Add(Problem(path, value, "is no list. Write it in [ ]."));
                return;
            }

            foreach (var (one, index) in value.EnumerateArray().Select((one, index) => (one, index)))
            {
                item($"{path}[{index}]", one, problems);
            }
        };

    /// <summary>An object whose keys are a matter of the file.</summary>
    /// <param name="key">What is wrong with a key; null for nothing.</param>
    public static JsonRule Map(Func<string, string?> key, JsonRule item) =>
        (path, value, problems) =>
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                problems.Add(Problem(path, value, "is no object. Write it in { }."));
                return;
            }

            foreach (var entry in value.EnumerateObject())
            {
                if (key(entry.Name) is { } wrong)
                {
                    problems.Add($"{Beside(path)}\"{Shorten(entry.Name)}\" {wrong}");
                }

                item(Below(path, $"\"{Shorten(entry.Name)}\""), entry.Value, problems);
            }
        };

    /// <summary>An object with the keys of a table.</summary>
    /// <param name="required">Keys that must be there; null stands for no value elsewhere.</param>
    public static JsonRule Object(IReadOnlyDictionary<string, JsonRule> keys, params IReadOnlyList<string> required) =>
        (path, value, problems) =>
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                problems.Add(Problem(path, value, "is no object. Write it in { }."));
                return;
            }

            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in value.EnumerateObject())
            {
                var known = keys.Keys.FirstOrDefault(key => key.Equals(entry.Name, StringComparison.OrdinalIgnoreCase));
                if (known is null)
                {
                    problems.Add(
                        $"{Beside(path)}\"{Shorten(entry.Name)}\" is no key here. {Instead(entry.Name, keys.Keys)}"
                    );
                }
                else if (!seen.Add(known))
                {
                    problems.Add($"{Beside(path)}\"{known}\" stands twice.");
                }
                else if (entry.Value.ValueKind != JsonValueKind.Null || required.Contains(known))
                {
                    keys[known](Below(path, known), entry.Value, problems);
                }
            }

            foreach (var missing in required.Where(key => !seen.Contains(key)))
            {
                problems.Add($"{Beside(path)}\"{missing}\" is missing.");
            }
        };

    public static string Problem(string path, JsonElement value, string wrong) =>
        $"{Beside(path)}{Shorten(value.GetRawText())} {wrong}";

    private static string Instead(string name, IEnumerable<string> keys) =>
        ProfileCodes.Nearest(name, keys).FirstOrDefault() is { } meant
            ? $"Write \"{meant}\"."
            : $"Keys are {string.Join(", ", keys)}.";

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Beside(string path) => path.Length == 0 ? "" : $"{path}: ";

    private static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxShown ? line : $"{line[..MaxShown]}…";
    }
}
