namespace BriPipeline.Core.Workbooks.Text;

/// <summary>How many fields a record has, and the line at which it begins.</summary>
internal readonly record struct RecordLength(int Line, int Fields);

/// <summary>Of delimited text that has the same fields in all rows but very few: those few, in which a field was lost or a
/// delimiter not quoted, so that what comes after it stands in a wrong column.</summary>
internal sealed class RecordLengths
{
    /// <summary>One odd record in so many is a mistake; more are a convention, such as leaving out blank fields at the end.</summary>
    public const int RecordsToOneOdd = 20;
    public const int MinUsual = 3;

    private readonly Dictionary<int, int> counts = [];

    /// <summary>Records of the length that was usual until then as one run, all others one by one.</summary>
    private readonly List<(int FirstLine, int LastLine, int Fields)> runs = [];

    public RecordLength Last { get; private set; }

    /// <summary>Whether the last record has fewer fields than the one before it, and ends in a number.</summary>
    public bool EndsShort { get; private set; }

    /// <summary>The fields that most records have.</summary>
    public int Usual { get; private set; }

    /// <param name="isNumber">Whether a field of the record is a number; of headings and notes none is, and they are not counted.</param>
    public void Add(int line, int fields, Func<int, bool> isNumber)
    {
        EndsShort = fields < Last.Fields && isNumber(fields - 1);
        Last = new(line, fields);
        if (fields < 2 || (fields != Usual && !Enumerable.Range(0, fields).Any(isNumber)))
        {
            return;
        }

        if (fields == Usual && runs[^1] is var run && run.Fields == fields)
        {
            runs[^1] = run with { LastLine = line };
        }
        else
        {
            runs.Add((line, line, fields));
        }

        counts[fields] = counts.GetValueOrDefault(fields) + 1;
        Usual = Usual == 0 || counts[fields] > counts[Usual] ? fields : Usual;
    }

    /// <summary>The odd records in the order of their lines, between the first and the last usual one.</summary>
    public List<RecordLength> Odd()
    {
        var usual = counts.GetValueOrDefault(Usual);
        var others = counts.Values.Sum() - usual;
        if (others == 0 || usual < MinUsual || others > Math.Max(1, usual / RecordsToOneOdd))
        {
            return [];
        }

        var first = runs.FindIndex(run => run.Fields == Usual);
        var last = runs.FindLastIndex(run => run.Fields == Usual);
        return
        [
            .. runs[first..last]
                .Where(run => run.Fields != Usual)
                .SelectMany(run =>
                    Enumerable
                        .Range(run.FirstLine, run.LastLine - run.FirstLine + 1)
                        .Select(line => new RecordLength(line, run.Fields))
                ),
        ];
    }
}
