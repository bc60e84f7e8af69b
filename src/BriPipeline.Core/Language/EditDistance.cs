namespace BriPipeline.Core.Language;

/// <summary>How many letters must be left out, put in or changed to make one text of another.</summary>
internal static class EditDistance
{
    /// <summary>The distance; null where it is more than <paramref name="most"/>.</summary>
    public static int? Of(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return null;
        }

        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        var row = new int[other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return null;
            }

            (above, row) = (row, above);
        }

        return above[^1] <= most ? above[^1] : null;
    }
}
