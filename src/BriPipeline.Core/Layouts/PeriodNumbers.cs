namespace BriPipeline.Core.Layouts;

/// <summary>Whole numbers side by side that are years or months over columns, and not figures.</summary>
internal static class PeriodNumbers
{
    /// <summary>Years, or numbers counted from 1, in steady order: what stands over columns and never in a row of figures.</summary>
    public static bool ArePeriods(List<int?> numbers, bool mayCount)
    {
        var years = numbers.TrueForAll(number => number is >= 1900 and <= 2100);
        var counted = mayCount && numbers[0] == 1 && numbers.Count >= 3;
        if (!years && !counted)
        {
            return false;
        }

        var rising = true;
        var falling = true;
        for (var i = 1; i < numbers.Count; i++)
        {
            var step = numbers[i] - numbers[i - 1];
            rising &= step is >= 0 and <= 5;
            falling &= step is <= 0 and >= -5;
        }

        // A counted row may start again ("1 2 3 ... 12 1 2 3"), a year may be repeated over several columns.
        // Years may have gaps: "1961 1978 1979".
        return years
            ? rising
                || falling
                || Repeats(numbers)
                || (mayCount && Recur(numbers))
                || (mayCount && numbers.Count > 2 && IsMonotonic(numbers))
            : Counts(numbers);
    }

    /// <summary>The same years again below each of several groups ("2021 2022 2021 2022").</summary>
    private static bool Repeats(List<int?> numbers)
    {
        var length = numbers.IndexOf(numbers[0], 1);
        if (length < 2 || numbers.Count % length != 0)
        {
            return false;
        }

        for (var i = 0; i < numbers.Count; i++)
        {
            if (
                numbers[i] != numbers[i % length]
                || (i > 0 && i < length && Math.Abs(numbers[i]!.Value - numbers[i - 1]!.Value) is 0 or > 5)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Some of the years of the first group again below other groups: "2021 2022 2021 2022 2022".</summary>
    private static bool Recur(List<int?> numbers)
    {
        var first = numbers.TakeWhile((number, i) => i == 0 || number > numbers[i - 1]).ToList();
        return first.Count > 1
            && first[^1] - first[0] <= 5 * (first.Count - 1)
            && numbers.Count > first.Count
            && numbers.Skip(first.Count).All(first.Contains);
    }

    private static bool IsMonotonic(List<int?> numbers)
    {
        var signs = numbers
            .Zip(numbers.Skip(1), (one, next) => Math.Sign(next!.Value - one!.Value))
            .Distinct()
            .ToList();
        return signs is [not 0];
    }

    private static bool Counts(List<int?> numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i] != 1 && numbers[i] - numbers[i - 1] is not (0 or 1))
            {
                return false;
            }
        }

        return true;
    }
}
