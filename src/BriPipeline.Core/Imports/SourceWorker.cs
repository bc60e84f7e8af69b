using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Imports;

/// <summary>Works off one source's open uploads while its lease is held.</summary>
/// <remarks>Over 300 lines: the steps of one upload, each a few lines, in the order in which they happen; divided, no part could be
/// understood without the others.</remarks>
internal sealed class SourceWorker(
    string source,
    ImportPorts ports,
    RollForward rollForward,
    Func<Stream, string, SourceProfile, ReadingResult> readWorkbook,
    TimeProvider clock,
    string engine
)
{
    /// <summary>Cells that an import reads again to show what answers would store: some ten seconds.</summary>
    private const long MaxPreviewCells = 2_000_000;

    private readonly ImportTries tries = new(ports, clock);

    /// <summary>The manifests of the import before, by name.</summary>
    private Dictionary<string, Manifest> known = new(StringComparer.Ordinal);
    private readonly LayoutMemory layouts = new(source, ports.Reports);

    /// <returns>False where the source's other uploads have to wait for one whose plan failed.</returns>
    /// <exception cref="LeaseLostException">Another worker has the source now.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (!await rollForward.SettleAsync(source, cancellation))
        {
            return false;
        }

        Exception? givenUp = null;
        while (await ports.Ledger.ListOpenAsync(source, cancellation) is { Count: > 0 } open)
        {
            foreach (var entry in open)
            {
                var next = await tries.RunAsync(entry, ImportAsync, cancellation);
                givenUp = next ?? givenUp;
                if (next is not null && await IsPlanOpenAsync(cancellation))
                {
                    throw GivenUp(next);
                }
            }
        }

        if (givenUp is not null)
        {
            throw GivenUp(givenUp);
        }

        return true;
    }

    private static InvalidOperationException GivenUp(Exception fault) =>
        new("An upload failed for the last time; the ledger says why.", fault);

    /// <summary>Whatever came after it would want its number.</summary>
    private async Task<bool> IsPlanOpenAsync(CancellationToken cancellation)
    {
        var seq = (await ports.Vintages.FindMarkAsync(source, cancellation))?.Seq ?? 0;
        return await ports.Vintages.HasPlanAsync(source, seq + 1, cancellation);
    }

    /// <summary>The reading is released before its plan is applied.</summary>
    private async Task ImportAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        if (await ReadAsync(entry, cancellation) is var (plan, planned))
        {
            await rollForward.RunAsync(plan, planned, cancellation);
        }
    }

    /// <returns>The written plan; null where the upload has ended or is held.</returns>
    private async Task<(Plan Plan, LedgerEntry Entry)?> ReadAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        var record = entry.Record;
        if ((UploadPath.Refusal(source, record.Path) ?? SizeRefusal(record)) is { } refusal)
        {
            await EndAsync(entry, UploadState.Rejected, refusal, cancellation);
            return null;
        }

        var mark = await ports.Vintages.FindMarkAsync(source, cancellation);
        var state = mark is null ? SourceState.Empty : await ports.Vintages.GetStateAsync(mark.State, cancellation);
        var applied = state.Find(record.Path);
        if (applied is not null && IsOlder(record, applied))
        {
            const string Cause = "A newer version of this file was imported before.";
            await using var old = await OpenAsync(record, cancellation);
            entry = entry with { Record = record with { Sha256 = old?.Sha256 ?? record.Sha256 } };
            await EndAsync(entry, UploadState.Superseded, Cause, cancellation);
            return null;
        }

        await using var upload = await OpenAsync(record, cancellation);
        if (upload is null)
        {
            if (await ports.Uploads.FindAsync(source, record.Path, cancellation) is { } newer)
            {
                await ports.Ledger.RecordAsync(newer, clock.GetUtcNow(), cancellation);
            }

            await EndAsync(entry, UploadState.Superseded, "It was overwritten before it was read.", cancellation);
            return null;
        }

        if (
            await new UploadedArchive(ports, clock).UnpackAsync(record, upload.Content, cancellation)
            is var (end, holds)
        )
        {
            entry = entry with { Record = record with { Sha256 = upload.Sha256 } };
            await EndAsync(entry, end, holds, cancellation);
            return null;
        }

        SourceProfile profile;
        try
        {
            profile = await StoredProfile.FindAsync(ports.Reference, source, cancellation);
        }
        catch (JsonException e)
        {
            await HoldAsync(entry with { Record = record with { Sha256 = upload.Sha256 } }, e.Message, cancellation);
            return null;
        }

        var profileSha256 = HashOf(profile);
        record = record with { Sha256 = upload.Sha256, ProfileSha256 = profileSha256 };
        var version = new AppliedVersion(
            record.Path,
            upload.Sha256,
            profileSha256,
            engine,
            record.LastModified,
            "",
            0,
            null,
            record.Seen
        );
        if (applied is not null && IsSame(applied, version))
        {
            record = await AsBeforeAsync(record, applied, cancellation);
            await EndAsync(entry with { Record = record }, UploadState.Done, null, cancellation);
            return null;
        }

        // Which profile it was read with is said once it was read: choices of an annotated workbook are taken at the first reading only.
        var isFirst = entry.Record.ProfileSha256 is null;
        entry = await ports.Ledger.UpdateAsync(
            entry,
            record with
            {
                ProfileSha256 = entry.Record.ProfileSha256,
            },
            cancellation
        );
        var manifests = await ManifestsAsync(state, cancellation);
        var reading = await ReadAsync(upload.Content, record.Path, profile, manifests, cancellation);
        if (isFirst && reading.Reading?.Given is { Count: > 0 } given)
        {
            profile = await RememberAsync(given, record.Path, cancellation);
            record = record with { ProfileSha256 = HashOf(profile) };
            version = version with { ProfileSha256 = HashOf(profile) };
            upload.Content.Position = 0;
            reading = await ReadAsync(upload.Content, record.Path, profile, manifests, cancellation);
        }

        var explanation = reading.Reading is { } read ? LayoutExplanation.Of(read) : null;
        var questions = Questions.Of(reading, MaxPreviewCells);
        var waiting = WaitingFigures.Count(reading.Findings);
        // The grid of a large file need not live while its plan is made.
        reading = reading with
        {
            Reading = null,
        };
        reading = await layouts.CompareAsync(reading, explanation, state, record.Path, cancellation);
        reading = HoldRules.Apply(reading, profile.Hold);
        if (explanation is not null)
        {
            await ports.Reports.PutAsync(
                $"{ReportName(record)}/{LayoutReport.FileName}",
                "application/json",
                explanation.ToJson(),
                cancellation
            );
        }

        var name = FileNameOf(record.Path);
        await UploadQuestions.PutAsync(ports.Reports, ReportName(record), new(name, questions), cancellation);
        entry = entry with
        {
            Record = record with
            {
                Observations = reading.Observations.Count,
                Findings = reading.Findings.Count,
                Questions = questions.Count,
                FiguresWaiting = waiting,
                Layout = reading.Layout,
            },
        };
        if (reading.Outcome == ReadingOutcome.Accepted || (reading.Outcome == ReadingOutcome.Held && record.Accepted))
        {
            return await PlanAsync(
                entry,
                (mark?.Seq ?? 0) + 1,
                state,
                manifests,
                version,
                reading,
                questions,
                cancellation
            );
        }

        await ReportAsync(entry.Record, reading, questions, explanation?.Coverage, cancellation);
        entry = entry with { Record = entry.Record with { Report = ReportName(record) } };
        await (
            reading.Outcome == ReadingOutcome.Held
                ? HoldAsync(entry, reading.Cause, cancellation)
                : EndAsync(entry, UploadState.Rejected, reading.Cause, cancellation)
        );
        return null;
    }

    /// <summary>Whoever puts a file to storage itself may put one of any size: nothing of it is copied.</summary>
    private static string? SizeRefusal(UploadRecord record) =>
        record.Size > ReadingLimits.FileBytes
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The file has {record.Size / ReadingLimits.Megabyte} MB, and at most {ReadingLimits.FileBytes / ReadingLimits.Megabyte} MB are read: nothing of it was copied. Split it, or save it without unused sheets, pictures and formatting."
            )
            : null;

    /// <summary>Stores the choices that came with a workbook; who made them is not known, but in which file they came.</summary>
    /// <returns>The profile with them.</returns>
    private async Task<SourceProfile> RememberAsync(
        IReadOnlyList<AnswerChange> given,
        string path,
        CancellationToken cancellation
    )
    {
        var at = clock.GetUtcNow();
        await ports.Reference.ChangeProfileAsync(
            source,
            profile => AnswerChange.Apply(profile, given, path, at),
            cancellation
        );
        return await StoredProfile.FindAsync(ports.Reference, source, cancellation);
    }

    /// <summary>Who may upload changes nothing in what is read.</summary>
    private static string HashOf(SourceProfile profile) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((profile with { Uploaders = null }).ToJson())));

    private async Task<ReadingResult> ReadAsync(
        Stream content,
        string path,
        SourceProfile profile,
        IReadOnlyList<Manifest> manifests,
        CancellationToken cancellation
    )
    {
        using var span = ImportTelemetry.StartStage("upload.read");
        if (source == RegisterReading.Source)
        {
            return RegisterReading.Read(content, path);
        }

        var read = readWorkbook(content, FileNameOf(path), profile);
        span?.SetTag("figures", read.Observations.Count).SetTag("findings", read.Findings.Count);
        return await CompareAsync(StorableObservations.Check(source, read), manifests, cancellation);
    }

    /// <summary>The bytes, archived before anything else is done with them; null where they were overwritten before.</summary>
    private async Task<ArchivedUpload?> OpenAsync(UploadRecord record, CancellationToken cancellation)
    {
        var upload = record.Sha256 is { } sha256 ? await ports.Archive.FindAsync(sha256, cancellation) : null;
        upload ??= await ports.Archive.TakeAsync(record, cancellation);
        if (upload is not null)
        {
            await ports.Archive.NoteAsync(
                new(source, record.Seen, record.Path, record.LastModified, upload.Sha256),
                cancellation
            );
        }

        return upload;
    }

    private async Task<IReadOnlyList<Manifest>> ManifestsAsync(SourceState state, CancellationToken cancellation)
    {
        // A manifest never changes under its name, and each import of a source of many files needs those of all.
        var manifests = new Dictionary<string, Manifest>(state.Applied.Count, StringComparer.Ordinal);
        foreach (var path in state.Applied)
        {
            manifests[path.Manifest] = known.TryGetValue(path.Manifest, out var manifest)
                ? manifest
                : await ports.Vintages.GetManifestAsync(path.Manifest, cancellation);
        }

        known = manifests;
        return [.. state.Applied.Select(path => manifests[path.Manifest])];
    }

    private async Task<ReadingResult> CompareAsync(
        ReadingResult reading,
        IReadOnlyList<Manifest> manifests,
        CancellationToken cancellation
    ) =>
        reading.Observations.Count == 0
            ? reading
            : StoredChecklist.Compare(
                reading,
                await StoredBefore.FetchAsync(ports, source, manifests, reading, cancellation)
            );

    private async Task<(Plan Plan, LedgerEntry Entry)> PlanAsync(
        LedgerEntry entry,
        long seq,
        SourceState state,
        IReadOnlyList<Manifest> manifests,
        AppliedVersion applied,
        ReadingResult reading,
        IReadOnlyList<Question> questions,
        CancellationToken cancellation
    )
    {
        using var span = ImportTelemetry.StartStage("upload.plan");
        var record = entry.Record with { State = UploadState.Applying, Seq = seq };
        entry = await ports.Ledger.UpdateAsync(entry, record, cancellation);
        var version = new ClaimVersion(
            record.Path,
            applied.Sha256,
            reading.Edition ?? DayOf(NoEarlier(record, state)),
            record.LastModified,
            seq,
            clock.GetUtcNow(),
            record.Seen
        );
        var (manifest, plan) = Planner.Plan(source, version, manifests, reading);
        var name = await ports.Vintages.PutManifestAsync(source, seq, manifest, cancellation);
        applied = applied with { Manifest = name, Observations = reading.Observations.Count, Layout = reading.Layout };
        plan = plan with { State = await ports.Vintages.PutStateAsync(source, seq, state.With(applied), cancellation) };
        if (reading.Registers.Count > 0)
        {
            plan = plan with
            {
                Registers = reading.Registers,
                RegistersRemoved = await RegistersRemovedAsync(reading.Registers, cancellation),
            };
        }

        await AnnotateAsync(ImportReport.Of(plan) with { Questions = questions }, record.Sha256, cancellation);
        await ports.Vintages.PutPlanAsync(plan, cancellation);
        return (plan, entry);
    }

    /// <summary>Rows that the version before had and this one has not.</summary>
    private async Task<IReadOnlyList<RegisterKey>> RegistersRemovedAsync(
        IReadOnlyList<RegisterRow> rows,
        CancellationToken cancellation
    )
    {
        var kept = rows.Select(row => row.Key).ToHashSet();
        return await ports
            .Registers.ListAsync(cancellation)
            .Where(row => row.Upload == rows[0].Upload && !kept.Contains(row.Key))
            .Select(row => row.Key)
            .ToListAsync(cancellation);
    }

    private async Task ReportAsync(
        UploadRecord record,
        ReadingResult reading,
        IReadOnlyList<Question> questions,
        Coverage? coverage,
        CancellationToken cancellation
    )
    {
        var report = ImportReport.OfUnstored(record.Source, record.Path, record.LastModified, reading) with
        {
            Questions = questions,
            Coverage = coverage,
        };
        await AnnotateAsync(report, record.Sha256, cancellation);
        await report.PutAsync(ports.Reports, cancellation);
    }

    /// <summary>Annotates the workbook where its bytes are archived.</summary>
    private async Task AnnotateAsync(ImportReport report, string? sha256, CancellationToken cancellation)
    {
        await using var upload = sha256 is null ? null : await ports.Archive.FindAsync(sha256, cancellation);
        if (upload is not null)
        {
            await report.AnnotateAsync(upload.Content, ports.Reports, cancellation);
        }
    }

    private string ReportName(UploadRecord record) => ImportReport.NameOf(source, record.Path, record.LastModified);

    private Task HoldAsync(LedgerEntry entry, string? cause, CancellationToken cancellation) =>
        LeaveAsync(entry, entry.Record with { State = UploadState.Held, Cause = cause }, cancellation);

    private Task EndAsync(LedgerEntry entry, UploadState state, string? cause, CancellationToken cancellation) =>
        LeaveAsync(
            entry,
            entry.Record with
            {
                State = state,
                Cause = cause,
                EndedAt = clock.GetUtcNow(),
            },
            cancellation
        );

    private async Task LeaveAsync(LedgerEntry entry, UploadRecord record, CancellationToken cancellation) =>
        ImportTelemetry.CountEnd((await ports.Ledger.UpdateAsync(entry, record, cancellation)).Record);

    /// <summary>A version with the bytes of an applied one, read alike: what was found and asked then holds.</summary>
    private async Task<UploadRecord> AsBeforeAsync(
        UploadRecord record,
        AppliedVersion applied,
        CancellationToken cancellation
    )
    {
        var before = await ports.Ledger.FindAsync(source, record.Path, applied.LastModified, cancellation);
        return record with
        {
            Observations = applied.Observations,
            Unchanged = applied.Observations,
            Findings = before?.Record.Findings ?? record.Findings,
            Questions = before?.Record.Questions ?? record.Questions,
            FiguresWaiting = before?.Record.FiguresWaiting ?? record.FiguresWaiting,
            Report = before?.Record.Report ?? record.Report,
        };
    }

    private static string FileNameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsSame(AppliedVersion applied, AppliedVersion version) =>
        applied.Sha256 == version.Sha256
        && applied.ProfileSha256 == version.ProfileSha256
        && applied.Engine == version.Engine;

    /// <summary>By the ledger's own counter: the clock may have gone back since.</summary>
    private static bool IsOlder(UploadRecord record, AppliedVersion applied) =>
        record.Seen == applied.Seen ? record.LastModified < applied.LastModified : record.Seen < applied.Seen;

    /// <summary>When it was uploaded; where the clock had gone back, when the last upload was that was seen before.</summary>
    private static DateTimeOffset NoEarlier(UploadRecord record, SourceState state) =>
        state
            .Applied.Where(version => version.Seen < record.Seen)
            .Select(version => version.LastModified)
            .Append(record.LastModified)
            .Max();

    private static string DayOf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
