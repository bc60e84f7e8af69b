using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Formats;

/// <summary>A regular expression of a description. Of all that come along a file needs few, and none is cheap to make: each is
/// made when it is first asked.</summary>
internal sealed class FormatPattern(string pattern)
{
    /// <summary>No heading, code or line of a format is longer; a page or a text may hold any length.</summary>
    private const int Longest = 1000;

    /// <summary>Descriptions also come from users: none may take long.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private readonly Lazy<Regex> expression = new(() => Make(pattern));

    /// <summary>Whether a heading or code is written as one: between slashes.</summary>
    public static bool Is(string text) => text.Length > 2 && text[0] == '/' && text[^1] == '/';

    /// <summary>The match of a text; null where it is none, or too long to be a text of a format.</summary>
    /// <exception cref="JsonException">The pattern is no regular expression.</exception>
    public Match? MatchOf(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        try
        {
            return expression.Value.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">The pattern is no regular expression.</exception>
    public void Check() => _ = expression.Value;

    /// <summary>The roles that the groups of the expression say.</summary>
    /// <exception cref="JsonException">The pattern is no regular expression, or a group has no name of a role.</exception>
    public IReadOnlyList<(string Group, FormatRole Role)> Roles() =>
        [
            .. expression
                .Value.GetGroupNames()
                .Where(name => name != "0")
                .Select(name =>
                    Enum.TryParse<FormatRole>(name.TrimEnd('2'), ignoreCase: true, out var role)
                        ? (name, role)
                        : throw new JsonException($"The group \"{name}\" of \"{pattern}\" has no name of a role.")
                ),
        ];

    private static Regex Make(string pattern)
    {
        try
        {
            return new(pattern, Options | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            // It looks ahead or behind, for which the engine must go back.
            return new(pattern, Options, Limit);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException($"\"{pattern}\" is no regular expression: {wrong.Message}", wrong);
        }
    }
}
