using System.Globalization;
using OxyPlot;
using OxyPlot.Legends;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A plot as SVG for a page. Its letters stay text in the reader's own fonts, so that it is the same bytes on every
/// machine and no script is without its letters.</summary>
internal static class SvgDrawing
{
    private const double Font = 13;
    private const double LetterWidth = 0.64;
    private const double IdeographWidth = 1.02;
    private const double LineHeight = 1.2;

    /// <summary>A plot with what all of ours share.</summary>
    public static PlotModel Empty()
    {
        var model = new PlotModel
        {
            Culture = CultureInfo.InvariantCulture,
            DefaultFont = "system-ui, sans-serif",
            DefaultFontSize = Font,
            PlotAreaBorderThickness = new OxyThickness(0),
        };
        model.Legends.Add(
            new Legend
            {
                LegendPosition = LegendPosition.TopLeft,
                LegendPlacement = LegendPlacement.Outside,
                LegendOrientation = LegendOrientation.Horizontal,
            }
        );
        return model;
    }

    /// <param name="id">Unique in the page.</param>
    public static string Write(PlotModel model, int width, int height, string id)
    {
        var exporter = new SvgExporter
        {
            Width = width,
            Height = height,
            IsDocument = false,
            TextMeasurer = new RoomyText(width),
        };
        var svg = exporter.ExportToString(model);
        var start = svg.IndexOf("<svg", StringComparison.Ordinal);
        var end = svg.IndexOf('>', start) + 1;
        var open = string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false">"""
        );
        // Names of clipping paths must be unique in the page.
        return open
            + svg[end..]
                .Replace("id=\"clipPath", $"id=\"{id}-clip", StringComparison.Ordinal)
                .Replace("url(#clipPath", $"url(#{id}-clip", StringComparison.Ordinal)
                .Replace("\r\n", "\n", StringComparison.Ordinal)
                .TrimEnd();
    }

    /// <summary>How wide a line is, in sizes of its letters, in a wide font: which one a reader has is not known here, and too
    /// much room does no harm.</summary>
    public static double WidthOf(string text) => text.Sum(letter => letter >= '\u2E80' ? IdeographWidth : LetterWidth);

    private sealed class RoomyText(int width) : PdfRenderContext(width, width, OxyColors.White)
    {
        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
            new(WidthOf(text ?? "") * fontSize, LineHeight * fontSize);
    }
}
