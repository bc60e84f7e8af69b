namespace BriPipeline.Core.Workbooks.Text;

/// <summary>How many fields a record has, and the line at which it begins.</summary>
internal readonly record struct RecordLength(int Line, int Fields);

/// <summary>Of delimited text that has the same fields in all rows but very few: those few, in which a field was lost or a
/// delimiter not quoted, so that what comes after it stands in a wrong column.</summary>
internal sealed class RecordLengths
{
    /// <summary>One odd record in so many is a mistake; more are a habit, such as leaving blank fields out at the end.</summary>
    private const int RecordsToOneOdd = 20;
    private const int MostKept = 10_000;

    private readonly Dictionary<int, Kind> kinds = [];

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

        if (!kinds.TryGetValue(fields, out var kind))
        {
            kinds.Add(fields, kind = new(line));
        }

        kind.Count++;
        Usual = Usual == 0 || kind.Count > kinds[Usual].Count ? fields : Usual;
        kind.LastLine = line;
        if (kind.Lines.Count < MostKept)
        {
            kind.Lines.Add(line);
        }
    }

    /// <summary>The odd records in the order of their lines, between the first and the last usual one.</summary>
    public List<RecordLength> Odd()
    {
        if (kinds.Count < 2)
        {
            return [];
        }

        var usual = kinds[Usual];
        var others = kinds.Values.Sum(kind => kind.Count) - usual.Count;
        return usual.Count < 3 || others > Math.Max(1, usual.Count / RecordsToOneOdd)
            ? []
            :
            [
                .. kinds
                    .Where(kind => kind.Value != usual)
                    .SelectMany(kind => kind.Value.Lines.Select(line => new RecordLength(line, kind.Key)))
                    .Where(record => record.Line > usual.FirstLine && record.Line < usual.LastLine)
                    .OrderBy(record => record.Line),
            ];
    }

    private sealed class Kind(int firstLine)
    {
        public int FirstLine { get; } = firstLine;
        public int LastLine { get; set; }
        public int Count { get; set; }
        public List<int> Lines { get; } = [];
    }
}
