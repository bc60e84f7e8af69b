using CsvHelper;

namespace BriPipeline.Core.Workbooks.Text;

/// <summary>Finds what separates the fields of a text: the character by which most of the first records fall into the
/// same number of fields.</summary>
internal static class Delimiters
{
    private const int SampleRecords = 200;

    /// <summary>On a tie the earlier one: a comma may also be a decimal sign or stand in text, the others seldom do.</summary>
    private static readonly char[] Candidates = ['\t', ';', '|', ','];

    public static char Find(string sample)
    {
        var (delimiter, agreement) = Candidates
            .Select(candidate => (Delimiter: candidate, Agreement: Agreement(sample, candidate)))
            .MaxBy(candidate => candidate.Agreement);
        return agreement > 0 ? delimiter : ',';
    }

    /// <summary>Share of the records that hold the commonest number of fields above one.</summary>
    private static double Agreement(string sample, char delimiter)
    {
        var counts = new Dictionary<int, int>();
        var records = 0;
        using var reader = CsvReader.FromText(
            sample,
            new CsvReaderOptions { Separator = delimiter, HasHeader = false }
        );
        while (records < SampleRecords && reader.Read())
        {
            records++;
            if (reader.FieldCount > 1)
            {
                counts[reader.FieldCount] = counts.GetValueOrDefault(reader.FieldCount) + 1;
            }
        }

        return counts.Count == 0 ? 0 : (double)counts.Values.Max() / records;
    }
}
