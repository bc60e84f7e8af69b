using System.Text.Json;
using BriPipeline.Core.Language;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>Compiles summaries from the stored rows, keeps their editions and approves them.</summary>
/// <remarks>An edition is new only if it says something else than the newest one, so a run twice or late changes nothing.</remarks>
public sealed class SummaryRun(
    ITradeReader trade,
    ISeriesReader series,
    ISummaryStore summaries,
    IReferenceStore reference,
    IRegisterStore registers,
    TimeProvider clock
)
{
    private const string Choices = "summaries/";
    private const string Json = ".json";

    private readonly SummaryTradeReader rows = new(trade, series);
    private readonly SummaryEditions editions = new(summaries, reference, clock);

    /// <summary>Compiles the months and years of all subjects that are over by <paramref name="today"/> and were touched since
    /// their newest edition: reporters, and the pairs and regions that a choice, a target or an earlier summary names.</summary>
    /// <exception cref="AggregateException">Some subjects failed; all others were compiled.</exception>
    public Task CompileDueAsync(DateOnly today, CancellationToken cancellation) =>
        CompileDueAsync(today, _ => { }, cancellation);

    /// <summary>The same, saying which summary is begun, as <c>KAZ 2022</c>.</summary>
    public async Task CompileDueAsync(DateOnly today, Action<string> begin, CancellationToken cancellation)
    {
        var records = await summaries.ListAsync(cancellation).ToListAsync(cancellation);
        var register = await ReadRegistersAsync(cancellation);
        var followed = await reference
            .ListAsync(Choices, cancellation)
            .Select(name => name[Choices.Length..^Json.Length])
            .ToListAsync(cancellation);
        var targeted = register.Rows.Where(row => row.Kind == RegisterKind.Target).SelectMany(row => row.Subjects);
        var failures = new List<Exception>();
        var looked = 0;
        foreach (
            var subject in SummaryDue
                .Of(records, followed.Concat(targeted), register, today)
                .GroupBy(due => due.Subject)
        )
        {
            // All periods of a pair or region come from the same ranges.
            var between = new Lazy<Task<IReadOnlyList<TradeRow>>>(() =>
                rows.ReadBetweenAsync(subject.Key, cancellation)
            );
            foreach (var due in subject)
            {
                looked++;
                begin($"{due.Subject} {due.Period}");
                try
                {
                    await CompileAsync(due, register.Rows, between, cancellation);
                }
                catch (Exception failure) when (!cancellation.IsCancellationRequested)
                {
                    failures.Add(
                        new InvalidOperationException($"The summary {due.Subject} {due.Period} failed.", failure)
                    );
                }
            }
        }

        await summaries.PutDocumentAsync(
            ScheduleRun.Name,
            "application/json",
            new ScheduleRun(clock.GetUtcNow(), looked, [.. failures.Select(failure => failure.Message)]).ToJson(),
            cancellation
        );
        if (failures.Count > 0)
        {
            throw new AggregateException("Some summaries could not be compiled.", failures);
        }
    }

    /// <summary>The last run over all that is due; null before the first.</summary>
    public async Task<ScheduleRun?> FindLastAsync(CancellationToken cancellation) =>
        await summaries.FindDocumentAsync(ScheduleRun.Name, cancellation) is { } json ? ScheduleRun.Parse(json) : null;

    /// <summary>Compiles a subject's summary now. The record says which edition is the newest, or why there is none.</summary>
    public async Task<SummaryRecord> CompileAsync(string subject, TimePeriod period, CancellationToken cancellation)
    {
        if (!SummarySubject.TryParse(subject, out var known))
        {
            return await editions.PutReasonAsync(subject, period, SummaryReasons.NotASubject(subject), cancellation);
        }

        if (!SummaryPeriods.IsSummarised(period))
        {
            return await editions.PutReasonAsync(subject, period, SummaryReasons.NotAMonthOrYear(period), cancellation);
        }

        var record = await summaries.FindAsync(subject, period, cancellation);
        var register = await ReadRegistersAsync(cancellation);
        return await CompileAsync(
            new(known, period, Math.Max(record?.DirtySeq ?? 0, record?.CompiledSeq ?? 0)),
            register.Rows,
            new(() => rows.ReadBetweenAsync(known, cancellation)),
            cancellation
        );
    }

    /// <summary>The series that a subject's summary could be made from; empty of a region, whose members have a source each.</summary>
    public async Task<IReadOnlyList<SummaryCandidate>> CandidatesAsync(
        string subject,
        TimePeriod period,
        CancellationToken cancellation
    )
    {
        if (!SummarySubject.TryParse(subject, out var known) || known.Kind == SubjectKind.Region)
        {
            return [];
        }

        var all =
            known.Kind == SubjectKind.Reporter
                ? await rows.ReadPeriodsAsync(known.Reporter, period, cancellation)
                : await rows.ReadBetweenAsync(known, cancellation);
        var partner = known.Partner ?? Area.World;
        var own = all.Where(row => row.Key.Reporter == known.Reporter && row.Key.Partner == partner).ToList();
        return
        [
            .. SummaryCandidates
                .Of(partner, period, own)
                .Select(choice => new SummaryCandidate(choice, Of(choice, TradeFlow.X), Of(choice, TradeFlow.M))),
        ];

        decimal? Of(SummaryChoice choice, TradeFlow flow) =>
            own.Find(row => row.Key.Flow == flow && row.Key.Period == period && SummaryChoice.Of(row) == choice)?.Value;
    }

    /// <summary>Names the series that a subject's summaries are made from; what was chosen beside it stays.</summary>
    public async Task ChooseAsync(string subject, SummaryChoice choice, CancellationToken cancellation)
    {
        var before = await reference.FindTextAsync(SummaryChoice.NameFor(subject), cancellation);
        var kept = before is null ? choice : SummaryChoice.Parse(before);
        await reference.PutTextAsync(
            SummaryChoice.NameFor(subject),
            (kept with { Source = choice.Source, Variant = choice.Variant, Unit = choice.Unit }).ToJson(),
            cancellation
        );
    }

    /// <summary>Puts a name and the time on the newest edition: its documents are written anew from its facts.</summary>
    /// <param name="reason">Why, where findings are open about rows behind the figures; without one such an edition stays a draft.</param>
    /// <returns>Null where there is no edition.</returns>
    public async Task<SummaryRecord?> ApproveAsync(
        string subject,
        TimePeriod period,
        string name,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (
            await summaries.FindAsync(subject, period, cancellation) is not { Edition: > 0 } record
            || await editions.FactsAsync(record, record.Edition, cancellation) is not { } facts
        )
        {
            return null;
        }

        if (record.Approved)
        {
            return record;
        }

        var summary = SummaryFacts.Read(facts);
        var isDoubted = summary.Doubted.Count > 0;
        if (isDoubted && string.IsNullOrWhiteSpace(reason))
        {
            return record;
        }

        var approved = await editions.WriteAsync(
            record,
            summary,
            new(record.Edition, new(name, clock.GetUtcNow()) { Reason = isDoubted ? reason!.Trim() : null }),
            cancellation
        );
        await summaries.PutAsync(approved, cancellation);
        return approved;
    }

    private async Task<SummaryRecord> CompileAsync(
        DueSummary due,
        IReadOnlyList<RegisterRow> register,
        Lazy<Task<IReadOnlyList<TradeRow>>> between,
        CancellationToken cancellation
    )
    {
        var (subject, period) = (due.Subject.ToString(), due.Period);
        var known = await editions.FindAsync(subject, period, cancellation);
        SummaryChoice? named = null;
        if (await reference.FindTextAsync(SummaryChoice.NameFor(subject), cancellation) is { } text)
        {
            try
            {
                named = SummaryChoice.Parse(text);
            }
            catch (JsonException unreadable)
            {
                return await editions.PutReasonAsync(
                    subject,
                    period,
                    SummaryReasons.ChoiceUnreadable(subject, unreadable.Message),
                    cancellation
                );
            }
        }

        var members = MembersOf(due.Subject, period);
        if (due.Subject.Kind == SubjectKind.Region && members.Count == 0)
        {
            return await editions.PutReasonAsync(subject, period, SummaryReasons.NoMembers(due.Subject), cancellation);
        }

        var before = known.Edition > 0 ? await editions.FactsAsync(known, known.Edition, cancellation) : null;
        var input = await rows.WithCommoditiesAsync(
            new(
                due.Subject,
                period,
                named,
                due.Subject.Kind == SubjectKind.Reporter
                    ? await rows.ReadPeriodsAsync(due.Subject.Reporter, period, cancellation)
                    : await between.Value
            )
            {
                Members = members,
                Registers = register,
                Before = before is null ? null : (known.Edition, SummaryFacts.Read(before)),
                FirstPrinted = before is null
                    ? new Dictionary<TimePeriod, decimal>()
                    : await editions.FirstPrintedAsync(subject, period, cancellation),
            },
            cancellation
        );
        var compilation = SummaryCompiler.Compile(input);
        if (!compilation.IsCompiled)
        {
            return await editions.PutReasonAsync(subject, period, compilation.Reason, cancellation);
        }

        var record = await editions.PutEditionAsync(
            known with
            {
                CompiledSeq = Math.Max(due.DirtySeq, known.CompiledSeq),
                Reason = null,
            },
            await WithPublisherAsync(compilation.Summary, cancellation),
            before,
            cancellation
        );
        if (record != known)
        {
            await summaries.PutAsync(record, cancellation);
        }

        return record;
    }

    private async Task<(IReadOnlyList<RegisterRow> Rows, long Number)> ReadRegistersAsync(
        CancellationToken cancellation
    ) =>
        (
            await registers.ListAsync(cancellation).ToListAsync(cancellation),
            await registers.FindNumberAsync(cancellation)
        );

    private async Task<MonthlySummary> WithPublisherAsync(MonthlySummary summary, CancellationToken cancellation) =>
        summary.Choice.Source.Length > 0
        && await reference.FindProfileAsync(summary.Choice.Source, cancellation) is { } profile
            ? summary with
            {
                Publisher = profile.Publisher,
            }
            : summary;

    private static IReadOnlyList<Area> MembersOf(SummarySubject subject, TimePeriod period) =>
        subject.Kind == SubjectKind.Region ? AreaCodeList.Standard.Members(subject.Reporter, period) : [];
}
