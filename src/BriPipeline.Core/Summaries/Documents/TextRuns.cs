using System.Globalization;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Sentences whose figures keep the rows behind them.</summary>
internal static class TextRuns
{
    public static IReadOnlyList<TextRun> Of(string text) => [new(text)];

    public static string TextOf(IEnumerable<TextRun> runs) =>
        string.Concat(runs.Select(run => run.Text + run.Mark?.Sign));

    /// <summary>Fills <c>{0}</c>, <c>{1}</c>, ... of a template with runs.</summary>
    public static IReadOnlyList<TextRun> Fill(string template, params IReadOnlyList<TextRun>[] arguments)
    {
        var runs = new List<TextRun>();
        var at = 0;
        while (template.IndexOf('{', at) is var open and >= 0)
        {
            var close = template.IndexOf('}', open);
            if (open > at)
            {
                runs.Add(new(template[at..open]));
            }

            runs.AddRange(
                arguments[int.Parse(template.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)]
            );
            at = close + 1;
        }

        if (at < template.Length)
        {
            runs.Add(new(template[at..]));
        }

        return runs;
    }
}
