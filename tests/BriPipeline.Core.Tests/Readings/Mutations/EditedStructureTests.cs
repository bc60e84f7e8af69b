using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>Edits of whole rows, columns and sheets never make an observation wrong: it stays right or becomes a finding.</summary>
public sealed class EditedStructureTests(ITestOutputHelper output)
{
    private const int MaxSheet = 8_000;

    /// <summary>So many golden cases or publications must allow an edit, or it tests nothing.</summary>
    private const int MinEdited = 3;

    /// <summary>Of two figures of one key the edit may leave one; a total from which it takes a partner is the sum of those left no more.</summary>
    private static readonly string[] Collisions =
    [
        "area-labels-collide",
        "duplicate-differs",
        "duplicate-equal",
        "total-of-some",
    ];

    /// <summary>Months side by side in three languages, as no golden case has them.</summary>
    private static readonly string[] Drawn =
    [
        "Exports of Kazakhstan, thousand US dollars\nCountry,January 2023,February 2023,March 2023,April 2023\nChina,10431,9987,11872,12004\nRussia,5120,4987,5630,5218\nGermany,3302,3498,3105,3377\nItaly,2411,2290,2563,2488\nJapan,1893,2004,1712,1850\n",
        "Импорт Казахстана, тыс. долларов США\nСтрана,январь 2023,февраль 2023,март 2023,апрель 2023\nКитай,10431,9987,11872,12004\nРоссия,5120,4987,5630,5218\nГермания,3302,3498,3105,3377\nИталия,2411,2290,2563,2488\nЯпония,1893,2004,1712,1850\n",
        "出口，万美元\n国家,2023年1月,2023年2月,2023年3月,2023年4月\n日本,10431,9987,11872,12004\n俄罗斯,5120,4987,5630,5218\n德国,3302,3498,3105,3377\n意大利,2411,2290,2563,2488\n法国,1893,2004,1712,1850\n",
    ];

    private static readonly string[] Kinds =
    [
        "shifted header",
        "shifted row",
        "exchanged headings",
        "periods out of order",
        "stale tail",
        "codes before the figures",
        "codes behind the figures",
        "other flow in the sheet's name",
        "other unit on one sheet",
    ];

    [Fact]
    public void Read_StaysRightOrFinds_WhenRowsColumnsOrSheetsAreEdited()
    {
        var wrong = new List<string>();
        var edited = new List<string>();
        foreach (var (name, workbook, profile) in Workbooks())
        {
            Edit(name, workbook, profile, edited, wrong);
        }

        foreach (var kind in edited.CountBy(kind => kind))
        {
            output.WriteLine($"{kind.Key}: {kind.Value}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(80))}");
        Assert.All(Kinds, kind => Assert.True(edited.Count(one => one == kind) >= MinEdited, kind));
    }

    private static IEnumerable<(string Name, Workbook Workbook, SourceProfile Profile)> Workbooks()
    {
        foreach (var name in GoldenReading.Names)
        {
            var golden = GoldenReading.Of(name);
            if (golden.Read() is { } workbook)
            {
                yield return (name, workbook, golden.Profile);
            }
        }

        foreach (var csv in Drawn)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
            yield return (
                "drawn",
                WorkbookReader.Read(content, "drawn.csv").Workbook!,
                SourceProfile.Parse("""{ "name": "drawn", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }""")
            );
        }

        foreach (var path in Corpus.Paths())
        {
            var entry = Path.GetFileName(Path.GetDirectoryName(path)!);
            var profile = Path.Combine(Corpus.Root, "sources", $"{entry}.json");
            using var content = File.OpenRead(path);
            if (WorkbookReader.Read(content, Path.GetFileName(path)).Workbook is { } workbook)
            {
                yield return (
                    entry,
                    workbook,
                    File.Exists(profile)
                        ? SourceProfile.Parse(File.ReadAllText(profile))
                        : SourceProfile.Unknown("corpus")
                );
            }
        }
    }

    private static void Edit(
        string name,
        Workbook workbook,
        SourceProfile profile,
        List<string> edited,
        List<string> wrong
    )
    {
        if (workbook.Sheets.Any(sheet => sheet.RowCount * sheet.ColumnCount > MaxSheet))
        {
            return;
        }

        var before = Reading.Of(workbook, profile);
        var right = Stored(before);
        if (
            before.Format is not null
            || profile.Pinned is not null
            || right.Count == 0
            || before.Findings.Any(finding => Collisions.Contains(finding.Code.Id))
        )
        {
            return;
        }

        foreach (var edit in StructuralEdits.Of(workbook, before.Layout!.Tables))
        {
            var index = workbook.Sheets.ToList().IndexOf(edit.Sheet);
            if (!right.Keys.Any(place => place.Sheet == edit.Sheet.Name))
            {
                continue;
            }

            edited.Add(edit.Kind);
            var reading = Reading.Of(edit.Workbook, profile);
            var sheet = edit.Workbook.Sheets[index].Name;
            foreach (var (place, figure) in Stored(reading))
            {
                if (Wrong(edit, sheet, place, figure, right) is { } reason)
                {
                    wrong.Add(
                        $"{name}: {edit.Kind}: {place.Sheet}!{place.Cell} {reason}: {figure.Key.Partner} {figure.Key.Flow} {figure.Key.Period} 10^{figure.Multiplier}"
                    );
                    break;
                }
            }

            if (
                edit.MustBeTold
                && Stored(reading).Keys.Any(place => place.Sheet == sheet)
                && !reading
                    .Findings.Select(finding => finding.Code)
                    .Except(before.Findings.Select(one => one.Code))
                    .Any()
            )
            {
                wrong.Add($"{name}: {edit.Kind}: nothing is told");
            }
        }
    }

    private static string? Wrong(
        StructuralEdit edit,
        string sheet,
        (string Sheet, CellAddress Cell) place,
        Observation figure,
        Dictionary<(string Sheet, CellAddress Cell), Observation> right
    )
    {
        var isEdited = place.Sheet == sheet;
        // Two columns may print the same number.
        if (isEdited && edit.Origin(place.Cell) is null)
        {
            return right.Values.Any(known => known.Key == figure.Key && known.Value == figure.Value)
                ? null
                : "is stored";
        }

        var origin = isEdited ? (edit.Sheet.Name, edit.Origin(place.Cell)!.Value) : place;
        return !right.TryGetValue(origin, out var known) ? "was not stored before"
            // Without one of its months a row of the year is no longer known to be the sum of them.
            : known.Key.Period.Frequency == Frequency.C && figure.Key == known.Key with { Period = figure.Key.Period }
                ? null
            : figure.Key != known.Key ? $"was {known.Key.Partner} {known.Key.Flow} {known.Key.Period}"
            : figure.Multiplier != (isEdited ? edit.Multiplier ?? known.Multiplier : known.Multiplier)
                ? $"was 10^{known.Multiplier}"
            : null;
    }

    /// <summary>What would be stored, by place; a table that is held stores nothing.</summary>
    private static Dictionary<(string Sheet, CellAddress Cell), Observation> Stored(Reading reading) =>
        reading.Outcome == ReadingOutcome.Held
            ? []
            : reading.Observations().ToDictionary(one => (one.Provenance.Sheet, one.Provenance.Cell));
}
