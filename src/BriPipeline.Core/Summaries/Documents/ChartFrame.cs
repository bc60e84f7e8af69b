using System.Globalization;
using System.Text;
using BriPipeline.Core.Office;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>What stands round a drawing as SVG: title and unit above it, the source below, all as text.</summary>
public static class ChartFrame
{
    /// <summary>For a screen, print and a file of its own.</summary>
    public const int Wide = 760;

    /// <summary>For a telephone: letters keep their size.</summary>
    public const int Narrow = 340;

    internal const int Margin = 8;
    internal const int TextSize = 13;

    private const int TitleSize = 16;
    private const double LineSpacing = 1.35;

    /// <param name="width">In pixels; also that of the coordinates.</param>
    /// <param name="height">Of the drawing.</param>
    /// <param name="draw">Writes the drawing below a height.</param>
    internal static string Write(TitledChart chart, int width, double height, Func<double, string> draw)
    {
        var body = new StringBuilder();
        var y = 0.0;
        Lines(chart.Title, TitleSize, "font-weight=\"600\" fill=\"#1b2733\"");
        Lines(chart.Unit, TextSize, "fill=\"#55636f\"");
        y += Margin;
        body.Append(draw(y));
        y += height;
        if (chart.Note is { } note)
        {
            Lines(note, TextSize - 1, "fill=\"#1b2733\"");
        }

        Lines(chart.Source, TextSize - 1, "fill=\"#55636f\"");
        var all = (int)Math.Ceiling(y + Margin);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""<svg width="{width}" height="{all}" viewBox="0 0 {width} {all}" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" aria-hidden="true" focusable="false"><rect width="{width}" height="{all}" fill="#ffffff"/>"""
            )
            + body
            + "</svg>";

        void Lines(string text, int size, string look)
        {
            foreach (var line in Wrap(text, (width - (2 * Margin)) / (double)size))
            {
                y += size * LineSpacing;
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"""<text x="{Margin}" y="{y:0.#}" font-size="{size}" {look}>{Markup.Encode(line)}</text>"""
                );
            }
        }
    }

    /// <summary>The lines of a text at its blanks, each at most so many times the size of the letters wide.</summary>
    private static List<string> Wrap(string text, double room)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && SvgDrawing.WidthOf($"{lines[^1]} {word}") <= room)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
