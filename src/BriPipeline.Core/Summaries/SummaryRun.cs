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
    private const string AutomaticApproval = "automatic";

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
            var between = new Lazy<Task<IReadOnlyList<TradeRow>>>(() => ReadBetweenAsync(subject.Key, cancellation));
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
            return await PutReasonAsync(subject, period, SummaryReasons.NotASubject(subject), cancellation);
        }

        if (!SummaryPeriods.IsSummarised(period))
        {
            return await PutReasonAsync(subject, period, SummaryReasons.NotAMonthOrYear(period), cancellation);
        }

        var record = await summaries.FindAsync(subject, period, cancellation);
        var register = await ReadRegistersAsync(cancellation);
        return await CompileAsync(
            new(known, period, Math.Max(record?.DirtySeq ?? 0, record?.CompiledSeq ?? 0)),
            register.Rows,
            new(() => ReadBetweenAsync(known, cancellation)),
            cancellation
        );
    }

    /// <summary>Puts a name and the time on the newest edition: its documents are written anew from its facts.</summary>
    /// <returns>Null where there is no edition.</returns>
    public async Task<SummaryRecord?> ApproveAsync(
        string subject,
        TimePeriod period,
        string name,
        CancellationToken cancellation
    )
    {
        if (
            await summaries.FindAsync(subject, period, cancellation) is not { Edition: > 0 } record
            || await FactsAsync(record, record.Edition, cancellation) is not { } facts
        )
        {
            return null;
        }

        if (record.Approved)
        {
            return record;
        }

        var approved = await WriteAsync(
            record,
            SummaryFacts.Read(facts),
            new(record.Edition, new(name, clock.GetUtcNow())),
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
        var known = await FindAsync(subject, period, cancellation);
        SummaryChoice? named = null;
        if (await reference.FindTextAsync(SummaryChoice.NameFor(subject), cancellation) is { } text)
        {
            try
            {
                named = SummaryChoice.Parse(text);
            }
            catch (JsonException unreadable)
            {
                return await PutReasonAsync(
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
            return await PutReasonAsync(subject, period, SummaryReasons.NoMembers(due.Subject), cancellation);
        }

        var before = known.Edition > 0 ? await FactsAsync(known, known.Edition, cancellation) : null;
        var input = await WithCommoditiesAsync(
            new(
                due.Subject,
                period,
                named,
                due.Subject.Kind == SubjectKind.Reporter
                    ? await ReadPeriodsAsync(due.Subject.Reporter, period, cancellation)
                    : await between.Value
            )
            {
                Members = members,
                Registers = register,
                Before = before is null ? null : (known.Edition, SummaryFacts.Read(before)),
                FirstPrinted = before is null
                    ? new Dictionary<TimePeriod, decimal>()
                    : await FirstPrintedAsync(subject, period, cancellation),
            },
            cancellation
        );
        var compilation = SummaryCompiler.Compile(input);
        if (!compilation.IsCompiled)
        {
            return await PutReasonAsync(subject, period, compilation.Reason, cancellation);
        }

        var record = await PutEditionAsync(
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

    /// <summary>Documents come first, the record last: a run cut short in between is simply done again, into the same names.</summary>
    private async Task<SummaryRecord> PutEditionAsync(
        SummaryRecord known,
        MonthlySummary summary,
        byte[]? before,
        CancellationToken cancellation
    )
    {
        if (before is not null && SummaryFacts.AreEqual(before, SummaryFacts.Write(summary)))
        {
            return known;
        }

        return await WriteAsync(
            known,
            summary,
            new(known.Edition + 1, summary.Choice.AutoApprove ? new(AutomaticApproval, clock.GetUtcNow()) : null),
            cancellation
        );
    }

    private async Task<SummaryRecord> WriteAsync(
        SummaryRecord known,
        MonthlySummary summary,
        SummaryEdition edition,
        CancellationToken cancellation
    )
    {
        var names = new List<string>();
        foreach (var file in SummaryDocuments.Write(summary, edition, await OfficeAsync(cancellation)))
        {
            var name = known.NameOf(edition.Number, file.Name);
            await summaries.PutDocumentAsync(name, file.ContentType, file.Content, cancellation);
            names.Add(name);
        }

        var written = known with
        {
            Edition = edition.Number,
            Approved = edition.Approval is not null,
            Documents = names,
        };
        return edition.Approval is null
            ? written
            : written with
            {
                ApprovedEdition = edition.Number,
                Approval = edition.Approval,
            };
    }

    /// <exception cref="JsonException">The template cannot be read.</exception>
    private async Task<SummaryOffice> OfficeAsync(CancellationToken cancellation) =>
        await reference.FindTextAsync(SummaryOffice.File, cancellation) is { } json
            ? SummaryOffice.Parse(json, await reference.FindBytesAsync(SummaryOffice.LogoFile, cancellation))
            : SummaryOffice.None;

    private async Task<SummaryRecord> PutReasonAsync(
        string subject,
        TimePeriod period,
        string reason,
        CancellationToken cancellation
    )
    {
        var known = await FindAsync(subject, period, cancellation);
        var record = known with { Reason = reason };
        if (record != known)
        {
            await summaries.PutAsync(record, cancellation);
        }

        return record;
    }

    private async Task<SummaryRecord> FindAsync(string subject, TimePeriod period, CancellationToken cancellation) =>
        await summaries.FindAsync(subject, period, cancellation)
        ?? new SummaryRecord(subject, period, 0, 0, 0, Approved: false, [], null);

    private Task<byte[]?> FactsAsync(SummaryRecord record, int edition, CancellationToken cancellation) =>
        summaries.FindDocumentAsync(record.NameOf(edition, SummaryDocuments.Facts), cancellation);

    private async Task<IReadOnlyDictionary<TimePeriod, decimal>> FirstPrintedAsync(
        string subject,
        TimePeriod period,
        CancellationToken cancellation
    )
    {
        var printed = new Dictionary<TimePeriod, decimal>();
        foreach (var month in SummaryPeriods.MonthsOf(SummaryPeriods.LastTwelveMonths(period)))
        {
            var record = new SummaryRecord(subject, month, 0, 0, 0, Approved: false, [], null);
            if (
                await FactsAsync(record, 1, cancellation) is { } facts
                && SummaryFacts.Read(facts).Headline.Turnover is { } turnover
            )
            {
                printed.Add(month, turnover.Now.Value);
            }
        }

        return printed;
    }

    private async Task<(IReadOnlyList<RegisterRow> Rows, long Number)> ReadRegistersAsync(
        CancellationToken cancellation
    ) =>
        (
            await registers.ListAsync(cancellation).ToListAsync(cancellation),
            await registers.FindNumberAsync(cancellation)
        );

    private async Task<IReadOnlyList<TradeRow>> ReadPeriodsAsync(
        Area reporter,
        TimePeriod period,
        CancellationToken cancellation
    )
    {
        var rows = new List<TradeRow>();
        foreach (var behind in SummaryPeriods.Behind(period))
        {
            await foreach (var row in trade.QueryPeriodAsync(reporter, behind, cancellation))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>With a reporter's rows of commodities with the World, of the period and the year before, at the coarsest level that
    /// the chosen source publishes: no other detail is read.</summary>
    private async Task<SummaryInput> WithCommoditiesAsync(SummaryInput input, CancellationToken cancellation)
    {
        if (input.Subject.Kind != SubjectKind.Reporter || SummaryCompiler.ChoiceOf(input) is not { } choice)
        {
            return input;
        }

        var query = new TradeQuery
        {
            Reporter = input.Subject.Reporter,
            Partner = Area.World,
            Source = choice.Source,
            Frequency = input.Period.Frequency,
        };
        var published = await series
            .QuerySeriesAsync(query, cancellation)
            .Where(row => row.Last.Last >= input.Period.First && row.Key.Unit.Code == choice.Unit)
            .Select(row => row.Key.Commodity)
            .ToListAsync(cancellation);
        var rows = input.Rows.ToList();
        foreach (var commodity in SummaryCommodities.CoarsestLevel(published))
        {
            foreach (var period in new[] { input.Period, input.Period.YearEarlier })
            {
                rows.AddRange(
                    await trade
                        .QueryCommodityAsync(input.Subject.Reporter, period, commodity, cancellation)
                        .ToListAsync(cancellation)
                );
            }
        }

        return input with
        {
            Rows = rows,
        };
    }

    /// <summary>All that the sides say of each other, and a pair's reporter of the World.</summary>
    private async Task<IReadOnlyList<TradeRow>> ReadBetweenAsync(SummarySubject subject, CancellationToken cancellation)
    {
        if (subject.Partner is not { } partner)
        {
            return [];
        }

        // Whoever has left since is named as missing where a period still counts it.
        Area[] own =
            subject.Kind == SubjectKind.Pair
                ? [subject.Reporter]
                : [.. AreaCodeList.Standard.Members(subject.Reporter, TimePeriod.OfYear(DateOnly.MaxValue.Year))];
        var rows = new List<TradeRow>();
        var pairs = own.SelectMany(area => new[] { (area, partner), (partner, area) })
            .Concat(subject.Kind == SubjectKind.Pair ? [(subject.Reporter, Area.World)] : []);
        foreach (var (reporter, other) in pairs)
        {
            var query = new TradeQuery
            {
                Reporter = reporter,
                Partner = other,
                Commodity = Commodity.Total,
            };
            await foreach (var row in trade.QueryAsync(query, cancellation))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

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
