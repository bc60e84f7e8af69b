using System.Text.Json.Serialization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>What became of the numbers of a file, its sheets taken together; the parts add up to all.</summary>
/// <param name="All">How many cells hold a number or a text that is one.</param>
/// <param name="Lines">The same by cause, the largest first; those that became values stand in none.</param>
public sealed record Coverage(
    int All,
    int Read,
    int Explained,
    int Waiting,
    int Refused,
    int NotUnderstood,
    IReadOnlyList<CoverageLine> Lines
)
{
    /// <summary>The same with the largest causes only.</summary>
    public Coverage Shortened(int lines) => this with { Lines = [.. Lines.Take(lines)] };

    /// <summary>What may still become values, the largest cause first.</summary>
    [JsonIgnore]
    public IEnumerable<CoverageLine> Open => Lines.Where(line => line.Fate != NumberFate.Explained);

    /// <summary>How many numbers there are of each fate.</summary>
    [JsonIgnore]
    public IReadOnlyList<(NumberFate Fate, int Numbers)> Parts =>
        [
            (NumberFate.Read, Read),
            (NumberFate.Explained, Explained),
            (NumberFate.Waiting, Waiting),
            (NumberFate.Refused, Refused),
            (NumberFate.NotUnderstood, NotUnderstood),
        ];

    /// <summary>A file of which less is accounted for is pointed out.</summary>
    public const decimal Enough = 0.9m;

    public static Coverage None { get; } = new(0, 0, 0, 0, 0, 0, []);

    /// <summary>Numbers of which it is known what they are, or that something is asked or refused about them.</summary>
    [JsonIgnore]
    public int Accounted => All - NotUnderstood;

    /// <summary>As a part of 1; 1 where there are no numbers.</summary>
    [JsonIgnore]
    public decimal Share => All == 0 ? 1 : (decimal)Accounted / All;

    [JsonIgnore]
    public bool IsLow => Share < Enough;

    /// <param name="leftOut">Numbers that were read and are not kept.</param>
    internal static Coverage Of(Reading reading, NumberAccount leftOut)
    {
        if (reading is not { Workbook: { } workbook, Layout: { } layout })
        {
            return None;
        }

        var account = new NumberAccount();
        var (all, figures) = reading.Format is { } format
            ? GridNumbers.Count(workbook, sheet => new FormatPlaces(sheet, format).CauseAt, account)
            : GridNumbers.Count(
                workbook,
                sheet => new TablePlaces(sheet, layout, reading.Profile.Book).CauseAt,
                account
            );
        var read = reading.Numbers.Read - leftOut.Count;
        if (figures != reading.Numbers.Count)
        {
            // A defect of this program, which must not cost the figures that were read.
            account.Add(new(NumberFate.NotUnderstood, NumberCause.Uncounted, ""), figures - reading.Numbers.Count);
        }

        foreach (var (cause, count) in reading.Numbers.Causes.Concat(leftOut.Causes))
        {
            account.Add(cause, count);
        }

        return new(
            all,
            read,
            Sum(NumberFate.Explained),
            Sum(NumberFate.Waiting),
            Sum(NumberFate.Refused),
            Sum(NumberFate.NotUnderstood),
            [
                .. account
                    .Causes.Select(cause => new CoverageLine(
                        cause.Key.Fate,
                        cause.Key.Code,
                        cause.Key.About.ReplaceLineEndings(" "),
                        cause.Value
                    ))
                    .OrderByDescending(line => line.Numbers)
                    .ThenBy(line => line.Code, StringComparer.Ordinal)
                    .ThenBy(line => line.About, StringComparer.Ordinal),
            ]
        );

        int Sum(NumberFate fate) => account.Causes.Where(cause => cause.Key.Fate == fate).Sum(cause => cause.Value);
    }
}

/// <summary>Numbers of a file that became no values for one cause.</summary>
/// <param name="Code">The id of a finding, or where they stand.</param>
/// <param name="About">The word, name or mark on whose account; empty where there is none.</param>
public sealed record CoverageLine(NumberFate Fate, string Code, string About, int Numbers);
