using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>All that a path claims since its last applied version: that version's figures, and those of earlier versions
/// that it neither repeats nor takes back.</summary>
/// <param name="Claims">In the order of their keys' texts, each key once.</param>
public sealed record Manifest(string Path, IReadOnlyList<Claim> Claims)
{
    /// <summary>The derived rows that imports of the path have moved, in the order of their keys' texts.</summary>
    public IReadOnlyList<DerivedMark> Derived { get; init; } = [];

    /// <summary>The manifest of the path's next version.</summary>
    /// <remarks>A key that is missing in it is taken back where a cell says so; where the new version still holds the series and the
    /// period lies within the span that it holds; or where the very same bytes claimed it under another profile or
    /// engine. Otherwise (the window of a rolling table has moved on, or the new figure is contested) the claim stays as it
    /// was.</remarks>
    /// <exception cref="ArgumentException">The reading has a key twice.</exception>
    public static Manifest Next(Manifest? before, ClaimVersion version, ReadingResult reading)
    {
        var claims = new Dictionary<ObservationKey, Claim>(reading.Observations.Count);
        var old = before?.Claims.ToDictionary(claim => claim.Key) ?? [];
        foreach (var observation in reading.Observations)
        {
            var figure = Figure.Of(observation);
            claims.Add(observation.Key, Next(old.GetValueOrDefault(observation.Key), observation.Key, figure, version));
        }

        var missing = reading.Missing.Select(figure => figure.Key).ToHashSet();
        var spans = SeriesSpan.Of(claims.Keys.Concat(missing));
        foreach (var claim in old.Values.Where(claim => !claims.ContainsKey(claim.Key)))
        {
            var isTakenBack =
                missing.Contains(claim.Key)
                || claim.Held.Sha256 == version.Sha256
                || (
                    !reading.Contested.Contains(claim.Key)
                    && spans.TryGetValue(claim.Key.Series, out var span)
                    && span.Contains(claim.Key.Period)
                );
            claims.Add(
                claim.Key,
                claim.Figure is not null && isTakenBack ? claim with { Figure = null, Held = version } : claim
            );
        }

        return new Manifest(
            version.Path,
            [.. claims.Values.OrderBy(claim => KeyText.Of(claim.Key), StringComparer.Ordinal)]
        )
        {
            Derived = before?.Derived ?? [],
        };
    }

    /// <summary>This manifest, with <paramref name="version"/> as the last that moved the rows of <paramref name="changed"/>,
    /// published and derived.</summary>
    public Manifest Marked(IReadOnlySet<ObservationKey> changed, ClaimVersion version)
    {
        var marks = Derived.ToDictionary(mark => mark.Key);
        foreach (var key in changed.Where(key => key.Variant == DerivedMonths.Variant))
        {
            marks[key] = marks.TryGetValue(key, out var mark)
                ? mark with
                {
                    Changed = version,
                }
                : new DerivedMark(key, version, version);
        }

        return this with
        {
            Claims =
            [
                .. Claims.Select(claim => changed.Contains(claim.Key) ? claim with { Changed = version } : claim),
            ],
            Derived = [.. marks.Values.OrderBy(mark => KeyText.Of(mark.Key), StringComparer.Ordinal)],
        };
    }

    private static Claim Next(Claim? old, ObservationKey key, Figure figure, ClaimVersion version) =>
        old switch
        {
            null => new Claim
            {
                Key = key,
                Figure = figure,
                Stated = version,
                Held = version,
                First = version,
            },
            { Figure: { } stated } when figure.Repeats(stated) => old with
            {
                Figure = stated.As(figure),
                Held = version,
            },
            _ => old with { Figure = figure, Stated = version, Held = version },
        };
}
