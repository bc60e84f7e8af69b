using System.Globalization;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>The publication notes: what each import changed, and why.</summary>
internal static class NoteHandlers
{
    /// <summary>The list of all notes.</summary>
    internal const string List = "/data/notes";

    internal const string FeedAddress = "/data/notes.atom";

    private const int MaxListed = 25;

    /// <summary>The note of an import.</summary>
    internal static string AddressOf(string source, long seq) => FormattableString.Invariant($"{List}/{source}/{seq}");

    public static async Task<IResult> ListAsync(HttpContext context)
    {
        var source = context.Request.Query["source"].ToString() is { Length: > 0 } named ? named : null;
        _ = int.TryParse(
            context.Request.Query["page"].ToString(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var page
        );
        page = Math.Min(page, int.MaxValue / MaxListed - 1);
        var notes = await NotesOf(context).ListAsync(source, page * MaxListed, MaxListed + 1, context.RequestAborted);
        return Page.Of<NotesPage>(
            (nameof(NotesPage.Notes), notes.Take(MaxListed).ToList()),
            (nameof(NotesPage.Number), page),
            (nameof(NotesPage.HasMore), notes.Count > MaxListed),
            (nameof(NotesPage.Source), source),
            (nameof(NotesPage.Publishers), await PublishersAsync(context, notes)),
            (nameof(NotesPage.Timeliness), await TimelinessAsync(context)),
            (nameof(NotesPage.Today), context.RequestServices.GetRequiredService<ReportingCalendar>().Today)
        );
    }

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var source = (string)context.GetRouteValue("source")!;
        if (
            !long.TryParse(
                (string?)context.GetRouteValue("seq"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seq
            ) || await NotesOf(context).FindAsync(source, seq, context.RequestAborted) is not { } note
        )
        {
            return Problem.NotFound.ToResult();
        }

        var upload = await context
            .RequestServices.GetRequiredService<ILedger>()
            .ListAsync(source, context.RequestAborted)
            .FirstOrDefaultAsync(upload => upload.Seq == seq, context.RequestAborted);
        return Page.Of<NotePage>(
            (nameof(NotePage.Note), note),
            (nameof(NotePage.Upload), upload),
            (nameof(NotePage.Publisher), (await PublishersAsync(context, [note])).GetValueOrDefault(source)),
            (
                nameof(NotePage.Summaries),
                await context
                    .RequestServices.GetRequiredService<ISummaryStore>()
                    .ListAsync(context.RequestAborted)
                    // An import marks the summaries of its reporter; those of pairs and regions know it once they are compiled.
                    .Where(summary =>
                        Math.Max(summary.DirtySeq, summary.CompiledSeq) == note.Import.Number && summary.Edition > 0
                    )
                    .OrderByDescending(summary => summary.Period.Last)
                    .ThenBy(summary => summary.Subject, StringComparer.Ordinal)
                    .Take(MaxListed)
                    .ToListAsync(context.RequestAborted)
            ),
            (nameof(NotePage.Changes), upload is null ? null : await UploadHandlers.ChangesOfAsync(context, upload))
        );
    }

    /// <summary>The newest notes as Atom.</summary>
    public static async Task<IResult> FeedAsync(HttpContext context)
    {
        var texts = PageTexts.Of(context.Request);
        var notes = await NotesOf(context).ListAsync(null, 0, MaxListed, context.RequestAborted);
        return Results.Bytes(
            NoteFeed.Write(
                texts,
                notes,
                await PublishersAsync(context, notes),
                await TimelinessAsync(context),
                context.RequestServices.GetRequiredService<ReportingCalendar>().Today,
                Page.RootOf(context.Request)
            ),
            "application/atom+xml; charset=utf-8"
        );
    }

    private static PublicationNotes NotesOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<PublicationNotes>();

    private static async Task<IReadOnlyDictionary<string, Timeliness>> TimelinessAsync(HttpContext context) =>
        await context.RequestServices.GetRequiredService<SourceTimeliness>().ReadAsync(context.RequestAborted);

    /// <summary>Who publishes each source, where that is known.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> PublishersAsync(
        HttpContext context,
        IEnumerable<PublicationNote> notes
    )
    {
        var reference = context.RequestServices.GetRequiredService<IReferenceStore>();
        var publishers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in notes.Select(note => note.Import.Source).Distinct(StringComparer.Ordinal))
        {
            if ((await reference.FindProfileAsync(source, context.RequestAborted))?.Publisher is { } publisher)
            {
                publishers.Add(source, publisher);
            }
        }

        return publishers;
    }
}
