using System.Globalization;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

/// <summary>Imports of small texts into a store that is only a dictionary. <c>a/08 1=5 2=6.5P 3=x 4=-</c> is a version of path
/// <c>a</c> of the edition of August that holds January 2023 as 5 and February as 6.5, provisional, thousand USD, and
/// says that March is suppressed and April missing. <c>Q1=5</c> stands for a quarter, <c>C7=5</c> for January to July,
/// <c>C12=5</c> for the year; <c>d7=5</c> is July as derived from such ranges.</summary>
internal sealed class History
{
    private const string Source = "kz-bns";
    private readonly Dictionary<string, Manifest> manifests = new(StringComparer.Ordinal);
    private long seq;

    public Dictionary<ObservationKey, TradeRow> Stored { get; } = [];
    public Plan Last { get; private set; } = null!;

    public IReadOnlyCollection<Manifest> Manifests => manifests.Values;

    public static History Of(string steps)
    {
        var history = new History();
        foreach (var step in steps.Split(';', StringSplitOptions.TrimEntries))
        {
            history.Import(step);
        }

        return history;
    }

    /// <summary>As <c>1=5 2=6.5P</c>.</summary>
    public string Rows =>
        string.Join(
            ' ',
            Stored
                .Values.OrderBy(row => row.Key.Period.First)
                .ThenBy(row => row.Key.Period.Frequency)
                .ThenBy(row => row.Key.Period)
                .Select(row => $"{Short(row.Key)}={Number(row.Value)}{(row.Status == default ? "" : row.Status)}")
        );

    /// <summary>What the last import told in <c>Revisions</c>, as <c>1 revised</c>.</summary>
    public string Kinds =>
        string.Join(
            ", ",
            Last.Revisions.Select(revision => $"{Short(revision.Key)} {revision.Kind.ToString().ToLowerInvariant()}")
        );

    /// <summary>Added, revised, retracted, restored, unchanged of the last import.</summary>
    public string Counts =>
        $"{Last.Counts.Added} {Last.Counts.Revised} {Last.Counts.Retracted} {Last.Counts.Restored} {Last.Counts.Unchanged}";

    public void Import(string step)
    {
        var words = step.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words[0].Split('/');
        var observations = new List<Observation>();
        var missing = new List<MissingFigure>();
        foreach (var word in words[1..])
        {
            var parts = word.Split('=');
            if (parts[1] is "x" or "-")
            {
                missing.Add(new(Key(parts[0]), parts[1] == "x"));
            }
            else
            {
                observations.Add(Observation(Key(parts[0]), parts[1]));
            }
        }

        Import(
            name[0],
            $"2023-{name[1]}-01",
            new(observations, [], ReadingOutcome.Accepted, null, null, null) { Missing = missing }
        );
    }

    public void Import(string path, string edition, ReadingResult reading)
    {
        seq++;
        var time = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(seq);
        var text = string.Join(
            ' ',
            reading.Observations.Select(observation => $"{observation.Key} {observation.Value}")
        );
        var version = new ClaimVersion(path, text, edition, time, seq, time.AddMinutes(1));
        var (manifest, plan) = Planner.Plan(Source, version, [.. manifests.Values], reading);
        manifests[path] = manifest;
        Last = plan;
        foreach (var row in plan.Rows)
        {
            Stored[row.Key] = row;
        }

        foreach (var key in plan.Removed)
        {
            Assert.True(Stored.Remove(key));
        }
    }

    public static ObservationKey Key(string period, string partner = "CHN") =>
        new(
            new Area("KAZ"),
            new Area(partner),
            TradeFlow.X,
            Commodity.Total,
            new Unit("USD"),
            period[0] == 'Q' ? TimePeriod.OfQuarter(2023, int.Parse(period[1..], CultureInfo.InvariantCulture))
                : period[0] == 'C'
                    ? TimePeriod.OfMonths(2023, 1, 2023, int.Parse(period[1..], CultureInfo.InvariantCulture))
                : TimePeriod.OfMonth(2023, int.Parse(period, CultureInfo.InvariantCulture)),
            null
        );

    public static Observation Observation(ObservationKey key, string value)
    {
        var status = char.IsAsciiLetter(value[^1]) ? value[^1..] : "A";
        var digits = value.TrimEnd('A', 'P', 'E');
        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        return new()
        {
            Key = key,
            Value = decimal.Parse(digits, CultureInfo.InvariantCulture) * 1000,
            Multiplier = 3,
            Decimals = dot < 0 ? 0 : digits.Length - dot - 1,
            Status = Enum.Parse<ObservationStatus>(status),
            Provenance = new("S", new CellAddress(1, 1), value),
        };
    }

    private static string Number(decimal value) => (value / 1000).ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Short(ObservationKey key)
    {
        var (period, month) = (key.Period, key.Period.Last.Month.ToString(CultureInfo.InvariantCulture));
        var prefix = period.Frequency switch
        {
            Frequency.Q => "Q",
            Frequency.C or Frequency.A => "C",
            _ => key.Variant is null ? "" : "d",
        };
        return prefix == "Q" ? $"Q{(period.Last.Month / 3).ToString(CultureInfo.InvariantCulture)}" : prefix + month;
    }
}
