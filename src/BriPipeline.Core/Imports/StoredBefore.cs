using BriPipeline.Core.Checks;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Fetches what the figures of a version are compared with.</summary>
internal static class StoredBefore
{
    /// <param name="manifests">The source's current ones.</param>
    public static async Task<StoredFigures> FetchAsync(
        ImportPorts ports,
        string source,
        IReadOnlyCollection<Manifest> manifests,
        ReadingResult reading,
        CancellationToken cancellation
    )
    {
        var layouts = await ports
            .Ledger.ListAsync(source, cancellation)
            .Where(record => record is { State: UploadState.Done, Layout: not null })
            .Select(record => record.Layout!)
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
        return new(
            new CurrentRows(source, manifests).ToDictionary(),
            await MirrorAsync(ports, source, reading, cancellation),
            layouts
        );
    }

    /// <summary>What those partners that are a source's reporter themselves say of the trade with ours.</summary>
    private static async Task<IReadOnlyList<TradeRow>> MirrorAsync(
        ImportPorts ports,
        string source,
        ReadingResult reading,
        CancellationToken cancellation
    )
    {
        var rows = new List<TradeRow>();
        if (reading.Observations.Select(figure => figure.Key.Reporter).Distinct().ToList() is not [var reporter])
        {
            return rows;
        }

        var partners = reading.Observations.Select(figure => figure.Key.Partner).ToHashSet();
        var periods = reading.Observations.Select(figure => figure.Key.Period).ToHashSet();
        foreach (var name in (await ports.Vintages.ListMarksAsync(cancellation)).Select(mark => mark.Source))
        {
            if (name == source || await FindReporterAsync(ports, name, cancellation) is not { } other)
            {
                continue;
            }

            if (other == reporter || !partners.Contains(other))
            {
                continue;
            }

            var query = new TradeQuery
            {
                Reporter = other,
                Partner = reporter,
                Source = name,
                From = periods.Min(),
                To = periods.Max(),
            };
            await foreach (var row in ports.Trade.QueryAsync(query, cancellation))
            {
                if (periods.Contains(row.Key.Period))
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }

    /// <summary>Null where the profile names none or cannot be read, which is a matter of its own uploads.</summary>
    private static async Task<Area?> FindReporterAsync(ImportPorts ports, string source, CancellationToken cancellation)
    {
        try
        {
            return (await ports.Reference.FindProfileAsync(source, cancellation))?.Reporter is { } code
                ? new Area(code)
                : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
