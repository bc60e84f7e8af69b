using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Formats;
using BriPipeline.Core.Formats.Files;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>One file through the first three stages: read, recognise, normalise; then checked. The observations of a large
/// file are read again each time they are asked for and never held, so that a million rows need no more memory than
/// their grid.</summary>
/// <remarks>Over 300 lines: the stages of a reading in their order, for evidence and for documented formats.</remarks>
public sealed class Reading
{
    /// <summary>Figures for which room is made beforehand: two in each row of a full sheet, and as many again.</summary>
    private const int MaxExpected = 1 << 22;

    private readonly List<Finding> findings = [];
    private readonly List<MissingFigure> missing = [];
    private readonly PublishedPeriods published = new();
    private readonly KeptObservations kept;
    private readonly OpenDoubts open = new();
    private readonly HashSet<ObservationKey> contested = [];
    private readonly Lazy<Coverage> coverage;
    private readonly FuturePeriods future;
    private readonly FormatHeaders headers;
    private readonly string fileName;
    private readonly DateOnly? today;
    private DateOnly? last;
    private DateOnly? released;

    private Reading(SourceProfile profile, string fileName, DateOnly? today, FormatHeaders headers)
    {
        this.headers = headers;
        Profile = profile;
        (this.fileName, this.today) = (fileName, today);
        future = new(today);
        kept = new(published);
        coverage = new(() => Coverage.Of(this, kept.LeftOut()));
    }

    /// <summary>What became of each number of the file.</summary>
    public Coverage Coverage => coverage.Value;

    /// <summary>What became of the numbers where figures stand, before anything was left out for what others say.</summary>
    internal NumberAccount Numbers { get; private set; } = new();

    /// <summary>The layout as recognised; null where the file could not be read.</summary>
    public WorkbookLayout? Layout { get; private set; }

    internal SourceProfile Profile { get; }

    internal string FileName => fileName;

    /// <summary>The same file with more answers.</summary>
    internal Reading Answered(params IReadOnlyList<Answer> answers) =>
        Of(
            Workbook,
            [],
            fileName,
            Profile with
            {
                Answers = [.. Profile.Answers ?? [], .. answers],
            },
            null,
            today,
            answers.Any(LayoutRecogniser.Heeds) ? null : Layout,
            headers
        );

    /// <summary>The choices that were made on the list of questions in front of the workbook; none of them is applied yet.</summary>
    public IReadOnlyList<AnswerChange> Given { get; private set; } = [];

    /// <summary>The same file with the choices of its list of questions.</summary>
    public Reading WithGiven() =>
        Answered([.. Given.Select(given => new Answer(given.Kind, given.About, given.Is!, given.Files))]);

    /// <summary>The sheets as read, without a list of findings; null where the file could not be read.</summary>
    internal Workbook? Workbook { get; private set; }

    /// <summary>The file as a documented format; null where it is none.</summary>
    public FormatReading? Format { get; private set; }

    public IReadOnlyList<Finding> Findings => findings;

    public ReadingOutcome Outcome { get; private set; }

    /// <summary>Why the file is held or rejected, one sentence; null where it is accepted.</summary>
    public string? Cause { get; private set; }

    /// <summary>The day of release where the workbook or its name says it, else the last day that the figures cover,
    /// <c>yyyy-MM-dd</c>; null without observations.</summary>
    public string? Edition { get; private set; }

    /// <summary>Whether every figure that was seen is kept as it was seen: nothing occurred twice, was taken for another
    /// period or was not published.</summary>
    public bool KeepsAll => kept.KeepsAll;

    /// <param name="content">A seekable stream with the file's bytes.</param>
    /// <param name="seen">Is handed each observation as it is read, before anything is known of the whole file: what it
    /// made of them holds only where the file ends accepted and <see cref="KeepsAll"/>.</param>
    /// <param name="today">The date where the figures are reported, to point out periods in the future; null if unknown.</param>
    public static Reading Read(
        Stream content,
        string fileName,
        SourceProfile profile,
        Action<Observation>? seen = null,
        DateOnly? today = null
    )
    {
        // The lists of words and names load while the file is read.
        _ = Task.Run(() => new CellEvidence(profile).Of("China, exports in 2022, thousand USD").Unexplained);
        var (workbook, found) =
            StatisticalFile.Read(content, fileName) ?? WorkbookReader.Read(content, fileName, KnownWords.Standard);
        return Of(workbook, found, fileName, profile, seen, today);
    }

    /// <summary>The same of a workbook in memory.</summary>
    internal static Reading Of(Workbook workbook, SourceProfile profile) =>
        Of(workbook, [], workbook.FileName, profile, null, null);

    /// <param name="layout">Of the workbook where it was recognised before; null where it is to be.</param>
    /// <param name="headers">Of the workbook where they were sought before.</param>
    private static Reading Of(
        Workbook? workbook,
        IReadOnlyList<Finding> found,
        string fileName,
        SourceProfile profile,
        Action<Observation>? seen,
        DateOnly? today,
        WorkbookLayout? layout = null,
        FormatHeaders? headers = null
    )
    {
        profile = profile.For(fileName);
        var reading = new Reading(profile, fileName, today, headers ?? new(profile.Pinned));
        reading.findings.AddRange(found);
        if (workbook is not null)
        {
            // A workbook may come back with the list of its findings in front.
            reading.Given = GivenAnswers.Of(workbook, fileName);
            workbook = workbook with { Sheets = [.. workbook.Sheets.Where(sheet => !FindingsSheetMark.IsOn(sheet))] };
            reading.Workbook = workbook;
            reading.released = ReleaseDate.Of(workbook);
            reading.Format = FormatReading.Of(workbook, profile, fileName, reading.headers, reading.findings);
            if (reading.Format is { } format)
            {
                reading.Layout = new([], format.Findings, [], format.Fingerprint);
                reading.findings.AddRange(format.Findings);
                reading.NormaliseFormat(format, seen);
                reading.Judge(profile.Hold);
                return reading;
            }

            reading.Layout = layout ?? LayoutRecogniser.Recognise(workbook, profile);
            reading.findings.AddRange(reading.Layout.Findings);
            reading.Normalise(seen);
            reading.CheckFigures(workbook);
        }

        reading.Judge(profile.Hold);
        return reading;
    }

    /// <summary>Every observation that may be stored, in sheet order, each key once.</summary>
    public IEnumerable<Observation> Observations() => kept.All();

    /// <summary>The reading with all its observations in memory, as the store takes it.</summary>
    public ReadingResult ToResult()
    {
        open.Add(findings);
        var observations = Observations().Select(open.Mark).ToList();
        var keys = observations.Select(observation => observation.Key).ToHashSet();
        return new(observations, Findings, Outcome, Cause, Edition, Layout?.Fingerprint)
        {
            Missing = [.. missing.Where(figure => !keys.Contains(figure.Key)).DistinctBy(figure => figure.Key)],
            Contested = contested.Where(key => !keys.Contains(key)).ToHashSet(),
            Reading = this,
        };
    }

    /// <summary>Reads every figure once: findings, the last day covered, and keys that occur more than once.</summary>
    private void Normalise(Action<Observation>? seen)
    {
        var tally = new FindingTally();
        var size = Layout!.Tables.Sum(Size);
        // A list that grows leaves its smaller halves behind.
        var fingerprints = new List<ulong>((int)Math.Min(size, MaxExpected));
        if (size <= 2L * Checklist.MaxFigures)
        {
            kept.Hold();
        }

        foreach (var layout in Layout.Tables)
        {
            var table = Normaliser(layout);
            kept.Add(table);
            var (start, none) = (kept.Held?.Count ?? 0, missing.Count);
            var steps = table.SaysMonths ? null : new MonthSteps(layout);
            var figures = table.Figures(tally, missing, ahead: seen is not null);
            foreach (var figure in seen is null ? figures : figures.Ahead())
            {
                var observation = table.ObservationOf(figure);
                seen?.Invoke(observation);
                fingerprints.Add(observation.Key.Fingerprint);
                future.Add(observation);
                last = last > observation.Key.Period.Last ? last : observation.Key.Period.Last;
                steps?.Add(observation);
                kept.Add(observation);
            }

            if (steps?.Find() is { } unclear)
            {
                var ask = table.FrequencyAsk;
                var said = (unclear with { Ask = ask }).AsAnswered(Profile.Book.Find(ask));
                tally.Add(said);
                kept.DropMonths(table, start, NumberCause.Of(said));
                var ofTable = missing.GetRange(none, missing.Count - none);
                missing.RemoveRange(none, ofTable.Count);
                missing.AddRange(ofTable.Where(figure => !KeptObservations.IsMonth(figure.Key)));
            }
        }

        Numbers = tally.Numbers;
        SettlePeriods(tally, fingerprints.Count);
        SettleDuplicates(fingerprints, tally);
        findings.AddRange(tally.ToList());
    }

    /// <summary>Reads the figures of a table again.</summary>
    internal TableNormaliser Normaliser(TableLayout table) => new(table, Profile, fileName);

    /// <summary>The same of a documented format, whose columns say all there is: nothing is judged by other figures.</summary>
    private void NormaliseFormat(FormatReading documented, Action<Observation>? seen)
    {
        var tally = new FindingTally();
        var fingerprints = new List<ulong>();
        kept.Add(documented);
        foreach (var observation in documented.Observations(tally, missing))
        {
            seen?.Invoke(observation);
            fingerprints.Add(observation.Key.Fingerprint);
            future.Add(observation);
            last = last > observation.Key.Period.Last ? last : observation.Key.Period.Last;
        }

        Numbers = tally.Numbers;
        foreach (var finding in future.Findings())
        {
            tally.Add(finding);
        }

        SettleDuplicates(fingerprints, tally);
        findings.AddRange(tally.ToList());
    }

    /// <summary>Cells for figures that a table has, blanks among them.</summary>
    private static long Size(TableLayout table) =>
        (table.LastBodyRow - table.FirstBodyRow + 1L) * table.Columns.Count(column => column.Use == ColumnUse.Figures);

    /// <summary>Leaves out what is not published, points out what lies in the future, and recognises years to date.</summary>
    private void SettlePeriods(FindingTally tally, int count)
    {
        var unpublished = published.Findings().ToList();
        if (unpublished.Count > 0)
        {
            kept.DropUnpublished();
        }

        foreach (var finding in unpublished.Concat(future.Findings()))
        {
            tally.Add(finding);
        }

        var years = published.IncompleteYears();
        if (kept.Held is null)
        {
            kept.DropYears(years);
            foreach (var finding in published.FindingsOfYears())
            {
                tally.Add(finding);
            }

            if (count > 0)
            {
                tally.Add(
                    Finding.OfFile(FindingCodes.ChecksLeftOut, Show.Number(count), Show.Number(Checklist.MaxFigures))
                );
            }

            return;
        }

        var (taken, doubts) = YearsToDate.Find(new(kept.Held), years);
        if (doubts.Count > 0)
        {
            kept.Retake(taken);
            Refuse(doubts);
        }
    }

    private void SettleDuplicates(List<ulong> fingerprints, FindingTally tally)
    {
        if (kept.Held is { } held && !KeepsAll)
        {
            fingerprints = [.. held.Select(observation => observation.Key.Fingerprint)];
        }

        var dropped = new List<(Provenance, NumberCause)>();
        var groups = RepeatedKeys.Find(fingerprints, Observations());
        var apart = groups.Where(group => Format?.AreToldApart(group, tally) == true).ToHashSet();
        Drop(apart.SelectMany(group => group), NumberCause.Of(FindingCodes.FormatRowsApart, "", isAsked: false));
        foreach (var (losers, found) in Duplicates.Settle(groups.Where(group => !apart.Contains(group)), Profile.Book))
        {
            Drop(
                losers,
                found.Count > 0 ? NumberCause.Of(found[0]) : NumberCause.Of(FindingCodes.LeftOut, "", isAsked: false)
            );
            if (
                Format is not null
                && found.Count > 0
                && found.All(finding => finding.Code == FindingCodes.DuplicateEqual)
            )
            {
                Format.CountRepeats(losers, tally);
                continue;
            }

            foreach (var finding in found)
            {
                tally.Add(finding);
            }
        }

        // All at once: each call looks through every figure.
        kept.Drop(dropped);

        void Drop(IEnumerable<Observation> observations, NumberCause cause) =>
            dropped.AddRange(observations.Select(observation => (observation.Provenance, cause)));
    }

    /// <summary>Proves the figures by arithmetic, where they are few enough to be held.</summary>
    private void CheckFigures(Workbook workbook)
    {
        if (kept.Held is not { Count: > 0 } held)
        {
            return;
        }

        var subject = new CheckSubject(new(held), Layout!.Tables, NotAdditive.IsSaidIn(workbook))
        {
            Negatives =
            [
                .. findings
                    .Where(finding => finding.Code == FindingCodes.ValueNegative)
                    .Select(finding => (finding.Sheet!, finding.Place!.Value.First)),
            ],
        };
        foreach (var check in Checklist.Structure)
        {
            if (check(subject).ToList() is { Count: > 0 } doubts)
            {
                Refuse(doubts);
                subject = subject with { Figures = new(held) };
            }
        }

        Refuse([.. Checklist.Figures.SelectMany(check => check(subject))]);
        subject = subject with { Figures = new(held) };
        Refuse([.. Checklist.Identities.SelectMany(check => check(subject))]);
    }

    /// <summary>Names doubts as findings; figures of which the doubt is a refusal are left out.</summary>
    private void Refuse(IReadOnlyList<Doubt> doubts)
    {
        var (undecided, found) = DoubtQuestions.Settle(doubts, Profile.Book);
        findings.AddRange(found);
        open.Add(undecided);
        var gated = undecided
            .Where(doubt => FindingCodes.Gate.Contains(doubt.Code))
            .SelectMany(doubt => doubt.Places)
            .ToHashSet();
        contested.UnionWith(
            kept.Held?.Where(figure => gated.Contains(figure.Provenance)).Select(figure => figure.Key) ?? []
        );
        kept.Drop(
            from doubt in undecided
            where doubt.Code.Severity == Severity.RejectCell
            let cause = NumberCause.Of(doubt.IsLeftOut ? FindingCodes.LeftOut : doubt.Code, "", !doubt.IsLeftOut)
            from place in doubt.Places
            select (place, cause)
        );
    }

    private void Judge(ProfileHold? hold)
    {
        if (!KeepsAll)
        {
            last = Observations().Max(observation => (DateOnly?)observation.Key.Period.Last);
        }

        // Nothing is released before the last day that it covers.
        Edition = (released > last ? released : last)?.ToString(
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture
        );
        var figures = hold?.RejectedCells is null ? 0 : Observations().Count();
        if (last is not null && HoldRules.Find(findings, figures, hold) is { } rule)
        {
            findings.Add(rule);
        }

        var refusal = findings.Find(finding => finding.Code.Severity == Severity.RejectWorkbook);
        Outcome =
            last is null ? ReadingOutcome.Rejected
            : refusal is not null ? ReadingOutcome.Held
            : ReadingOutcome.Accepted;
        Cause =
            Outcome == ReadingOutcome.Accepted ? null
            : (refusal ?? findings.Where(one => one.Code.Severity == Severity.RejectCell).MaxBy(one => one.Figures))
                is { } gravest
                ? gravest.Message
            : "The file holds no figure that could be stored.";
    }
}
