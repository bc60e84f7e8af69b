using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Web.Pages;

/// <summary>A publication note, and how timely a source is, in sentences.</summary>
internal static class NoteWords
{
    private static readonly (string Key, Func<ImportCounts, int> Count)[] Counts =
    [
        ("note.added", counts => counts.Added),
        ("note.revised", counts => counts.Revised),
        ("note.retracted", counts => counts.Retracted),
        ("note.restored", counts => counts.Restored),
    ];

    /// <summary>"kz-bns, import 12: a new version of the file by the source".</summary>
    internal static string TitleOf(this PageTexts texts, PublicationNote note) =>
        texts.Of("note.title", note.Import.Source, note.Import.Seq, texts.Of($"note.cause.{note.Cause}"));

    /// <summary>Which file, from whom, received when, how much changed, and why, in the order in which a reader asks.</summary>
    internal static string SaidOf(this PageTexts texts, PublicationNote note, string? publisher) =>
        string.Join(
            ' ',
            new[]
            {
                note.Version is { } version
                    ? texts.Of(
                        "note.received",
                        note.Path,
                        publisher ?? note.Import.Source,
                        Text.Time(version.LastModified),
                        Text.Time(note.Import.CommittedAt)
                    )
                    : texts.Of("note.set", note.Path, note.Import.Discarded),
                texts.ScaleOf(note.Import.Counts),
                texts.Of($"note.cause.{note.Cause}.means"),
            }.Where(sentence => sentence.Length > 0)
        );

    /// <summary>How many figures came, changed and went.</summary>
    private static string ScaleOf(this PageTexts texts, ImportCounts counts)
    {
        var parts = Counts
            .Select(count => (count.Key, Number: count.Count(counts)))
            .Where(count => count.Number > 0)
            .Select(count => texts.Of(count.Key, texts.Number(count.Number)))
            .ToList();
        return parts.Count == 0 ? texts.Of("note.nothing") : texts.Of("note.scale", texts.List(parts));
    }

    /// <summary>What came last and how soon, then whether the next figures are late.</summary>
    internal static string SaidOf(this PageTexts texts, Timeliness timeliness, DateOnly today)
    {
        var (period, received) = (
            texts.NameOf(timeliness.Latest),
            texts.Summaries.Day(DateOnly.FromDateTime(timeliness.Received.UtcDateTime))
        );
        var latest =
            timeliness.Measured == 0
                ? texts.Of("timeliness.first", period, received)
                : texts.Of("timeliness.latest", period, timeliness.Days, received);
        return $"{latest} {texts.UsualOf(timeliness, today) ?? texts.Of("timeliness.unknown", Timeliness.MinPeriods)}";
    }

    /// <summary>How soon figures usually come, and whether the next ones are late; null where it is not known what is usual.</summary>
    internal static string? UsualOf(this PageTexts texts, Timeliness timeliness, DateOnly today)
    {
        if (timeliness is not { Median: { } median, Expected: { } expected })
        {
            return null;
        }

        var late = timeliness.LateBy(today);
        var (next, due) = (texts.NameOf(timeliness.Next), texts.Summaries.Day(expected));
        return $"{texts.Of("timeliness.usual", median, timeliness.Measured)} "
            + (late > 0 ? texts.Of("timeliness.late", next, late, due) : texts.Of("timeliness.due", next, due));
    }
}
