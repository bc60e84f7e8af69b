using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>The stored editions of summaries: their records, facts and documents.</summary>
internal sealed class SummaryEditions(ISummaryStore summaries, IReferenceStore reference, TimeProvider clock)
{
    private const string AutomaticApproval = "automatic";

    public async Task<SummaryRecord> PutReasonAsync(
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

    public async Task<SummaryRecord> FindAsync(string subject, TimePeriod period, CancellationToken cancellation) =>
        await summaries.FindAsync(subject, period, cancellation)
        ?? new SummaryRecord(subject, period, 0, 0, 0, Approved: false, [], null);

    public Task<byte[]?> FactsAsync(SummaryRecord record, int edition, CancellationToken cancellation) =>
        summaries.FindDocumentAsync(record.NameOf(edition, SummaryDocuments.Facts), cancellation);

    public async Task<IReadOnlyDictionary<TimePeriod, decimal>> FirstPrintedAsync(
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

    /// <summary>Documents come first, the record last: a run cut short in between is simply done again, into the same names.</summary>
    public async Task<SummaryRecord> PutEditionAsync(
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
            new(
                known.Edition + 1,
                // What is open about its figures is for a person to weigh.
                summary.Choice.AutoApprove
                && summary.Doubted.Count == 0
                    ? new(AutomaticApproval, clock.GetUtcNow())
                    : null
            ),
            cancellation
        );
    }

    public async Task<SummaryRecord> WriteAsync(
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
}
