using System.Text.Json;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Observations.CodeLists;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Html;

namespace BriPipeline.Core.Pipeline;

/// <summary>Compiles summaries from the stored rows and keeps their editions.</summary>
/// <remarks>An edition is new only if it says something else than the newest one, so a run twice or late changes nothing.</remarks>
public sealed class SummaryRun(ITradeReader trade, ISummaryStore summaries, IReferenceStore reference)
{
    private const string FactsName = "facts.json";

    /// <summary>Compiles the months and years of reporters that are over by <paramref name="today"/> and were touched since their newest edition.</summary>
    /// <exception cref="AggregateException">Some subjects failed; all others were compiled.</exception>
    public async Task CompileDueAsync(DateOnly today, CancellationToken cancellation)
    {
        var due = new List<SummaryRecord>();
        await foreach (var record in summaries.ListAsync(cancellation))
        {
            if (
                record.DirtySeq > record.CompiledSeq
                && record.Period.Last < today
                && SummaryPeriods.IsSummarised(record.Period)
                && IsReporter(record.Subject)
            )
            {
                due.Add(record);
            }
        }

        var failures = new List<Exception>();
        foreach (
            var record in due.OrderBy(record => record.Subject, StringComparer.Ordinal).ThenBy(record => record.Period)
        )
        {
            try
            {
                await CompileAsync(record.Subject, record.Period, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(
                    new InvalidOperationException($"The summary {record.Subject} {record.Period} failed.", failure)
                );
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Some summaries could not be compiled.", failures);
        }
    }

    /// <summary>Compiles a subject's summary now. The record says which edition is the newest, or why there is none.</summary>
    public async Task<SummaryRecord> CompileAsync(string subject, TimePeriod period, CancellationToken cancellation)
    {
        var known =
            await summaries.FindAsync(subject, period, cancellation)
            ?? new SummaryRecord(subject, period, 0, 0, 0, Approved: false, [], null);
        var compilation = await CompileRowsAsync(subject, period, cancellation);
        var record = compilation.IsCompiled
            ? await PutEditionAsync(known, compilation.Summary, cancellation)
            : known with
            {
                Reason = compilation.Reason,
            };
        if (record != known)
        {
            await summaries.PutAsync(record, cancellation);
        }

        return record;
    }

    private async Task<SummaryCompilation> CompileRowsAsync(
        string subject,
        TimePeriod period,
        CancellationToken cancellation
    )
    {
        if (!IsReporter(subject))
        {
            return SummaryCompilation.None(SummaryReasons.NotAReporter(subject));
        }

        if (!SummaryPeriods.IsSummarised(period))
        {
            return SummaryCompilation.None(SummaryReasons.NotAMonthOrYear(period));
        }

        SummaryChoice? named = null;
        if (await reference.FindTextAsync(SummaryChoice.NameFor(subject), cancellation) is { } text)
        {
            try
            {
                named = SummaryChoice.Parse(text);
            }
            catch (JsonException unreadable)
            {
                return SummaryCompilation.None(SummaryReasons.ChoiceUnreadable(subject, unreadable.Message));
            }
        }

        var reporter = new Area(subject);
        var rows = new List<TradeRow>();
        foreach (var behind in SummaryPeriods.Behind(period))
        {
            await foreach (var row in trade.QueryPeriodAsync(reporter, behind, cancellation))
            {
                rows.Add(row);
            }
        }

        var compilation = SummaryCompiler.Compile(reporter, period, named, rows);
        return
            compilation.IsCompiled
            && await reference.FindProfileAsync(compilation.Summary.Choice.Source, cancellation) is { } profile
            ? SummaryCompilation.Of(compilation.Summary with { Publisher = profile.Publisher })
            : compilation;
    }

    /// <summary>Documents come first, the record last: a run cut short in between is simply done again, into the same names.</summary>
    private async Task<SummaryRecord> PutEditionAsync(
        SummaryRecord known,
        MonthlySummary summary,
        CancellationToken cancellation
    )
    {
        var compiled = known with { CompiledSeq = known.DirtySeq, Reason = null };
        var facts = SummaryFacts.Write(summary);
        if (
            known.Edition > 0
            && await summaries.FindDocumentAsync(NameOf(known, known.Edition, FactsName), cancellation) is { } newest
            && SummaryFacts.AreEqual(newest, facts)
        )
        {
            return compiled;
        }

        var edition = known.Edition + 1;
        var factsName = NameOf(known, edition, FactsName);
        var texts = SummaryTexts.English;
        var htmlName = NameOf(known, edition, $"{texts.Language}.html");
        var html = HtmlDocument.Write(
            summary,
            edition,
            texts,
            area => AreaCodeList.Standard.NameOf(area, texts.Language)
        );
        await summaries.PutDocumentAsync(htmlName, "text/html; charset=utf-8", html, cancellation);
        await summaries.PutDocumentAsync(factsName, "application/json", facts, cancellation);
        return compiled with { Edition = edition, Approved = false, Documents = [htmlName, factsName] };
    }

    private static string NameOf(SummaryRecord record, int edition, string document) =>
        FormattableString.Invariant($"{record.Subject}/{record.Period}/{edition}/{document}");

    private static bool IsReporter(string subject) => subject.Length == 3 && subject.All(char.IsAsciiLetterUpper);
}
